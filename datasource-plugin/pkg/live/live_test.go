package live

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/settings"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

func TestAStreamThatBreaksGoesOnWhereItBrokeWithoutGapsOrRepeats(t *testing.T) {
	watched := watch(t, &fakeTail{}, quickPace)
	first := watched.connection()
	if first.lastID != "" || first.query.Encode() != "model=m" {
		t.Errorf("opened after %q with %s", first.lastID, first.query.Encode())
	}
	begin := watched.frame()
	run := begin.Schema.Meta.Custom.Live.Run
	if run == "" || begin.column("request_id") != "" {
		t.Fatalf("the first frame says %+v: browsers would not know when to ask for the list", begin)
	}
	first.say <- row("a") + row("b")
	if got := watched.rows(2); got != "a b" {
		t.Errorf("rows %s", got)
	}
	// The row that was not whole must come again.
	first.say <- row("c") + "id: after-d\ndata: {\"request_id\":"
	close(first.hangUp)
	second := watched.connection()
	if second.lastID != "after-c" {
		t.Fatalf("goes on after %q", second.lastID)
	}
	second.say <- row("d")
	if got := watched.rows(2); got != "c d" {
		t.Errorf("rows %s", got)
	}
	if mark := watched.streams.channels.find(watched.path).mark(); mark.Run != run || mark.To != 4 {
		t.Errorf("a break that lost nothing looks like one to browsers: %+v", mark)
	}
}

func TestPositionsWithoutRowsAreKept(t *testing.T) {
	watched := watch(t, &fakeTail{}, quickPace)
	first := watched.connection()
	first.say <- ": nothing new\nid: later\n\n"
	first.say <- ": a comment\n\n"
	close(first.hangUp)
	if second := watched.connection(); second.lastID != "later" {
		t.Errorf("goes on after %q", second.lastID)
	}
}

func TestWhoFallsBehindIsToldAndAsksForTheListAgain(t *testing.T) {
	watched := watch(t, &fakeTail{}, quickPace)
	opened := watched.connection()
	run := watched.frame().Schema.Meta.Custom.Live.Run
	opened.say <- "event: lagging\nid: far\ndata: {\"skipped\":9000,\"from\":\"2026-11-20T10:00:00Z\",\"to\":\"2026-11-20T11:00:00Z\"}\n\n"
	frame := watched.frame()
	if frame.Schema.Meta.Custom.Live.Run == run || !strings.Contains(frame.notices(), "skipped 9000 traces") {
		t.Errorf("told %+v", frame.Schema.Meta)
	}
	close(opened.hangUp)
	if second := watched.connection(); second.lastID != "far" {
		t.Errorf("goes on after %q", second.lastID)
	}
}

func TestAnInterruptionIsToldInWordsAndEndsWhenTheServerIsBack(t *testing.T) {
	server := &fakeTail{opened: make(chan *connection, 10)}
	var refusals, asked int
	var lastAsked time.Time
	var waited time.Duration
	handler := http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		asked++
		if asked > 1 {
			waited = time.Since(lastAsked)
		}
		lastAsked = time.Now()
		if refusals < 1 {
			refusals++
			writer.Header().Set("Retry-After", "1")
			tracetest.WriteJSON(writer, http.StatusTooManyRequests, `{"error":{"code":"OVERLOADED","message":"This server follows 50 tails already."}}`)
			return
		}
		server.ServeHTTP(writer, request)
	})
	streams := New(Options{Server: client(t, handler, nil), Rule: editorsOnly, Pace: quickPace})
	watched := &watched{t: t, server: server, streams: streams, path: pathOf(true, url.Values{"model": {"m"}})}
	watched.run()
	if frame := watched.frame(); !strings.Contains(frame.notices(), "Live is interrupted") {
		t.Errorf("told %+v", frame.Schema.Meta)
	} else if said := frame.Schema.Meta.Custom.Live.Interrupted; said == nil || !strings.Contains(*said, "Live is interrupted") {
		t.Errorf("marked %+v", frame.Schema.Meta.Custom.Live)
	}
	watched.connection()
	if waited < time.Second {
		t.Errorf("asked again after %v although the server said 1 s", waited)
	}
	if frame := watched.frame(); frame.notices() != "[]" || frame.Schema.Meta.Custom.Live.Interrupted != nil {
		t.Errorf("still told %s", frame.notices())
	}
}

func TestAServerThatSaysNothingAnyMoreIsLeft(t *testing.T) {
	pace := quickPace
	pace.Idle = 50 * time.Millisecond
	watched := watch(t, &fakeTail{}, pace)
	first := watched.connection()
	next(t, first.gone, "the end of the silent connection")
	watched.connection()
}

func TestTheServersStreamIsClosedWhenNobodyWatchesAndGoesOnForWhoComesBack(t *testing.T) {
	watched := watch(t, &fakeTail{}, quickPace)
	opened := watched.connection()
	run := watched.frame().Schema.Meta.Custom.Live.Run
	opened.say <- row("a")
	watched.frame()
	watched.leave()
	next(t, opened.gone, "the end of the connection")
	if err := next(t, watched.ended, "the end of the run"); err != nil {
		t.Errorf("Grafana would open it again: %v", err)
	}
	watched.run()
	again := watched.connection()
	if again.lastID != "after-a" {
		t.Errorf("goes on after %q", again.lastID)
	}
	again.say <- row("b")
	if mark := watched.frame().Schema.Meta.Custom.Live; mark.Run != run || mark.From != 2 {
		t.Errorf("marked %+v", mark)
	}
}

func TestANewSubscriberGetsTheLastRows(t *testing.T) {
	watched := watch(t, &fakeTail{}, quickPace)
	opened := watched.connection()
	var text strings.Builder
	for range keptRows + 5 {
		text.WriteString(row("r"))
	}
	opened.say <- text.String()
	watched.rows(keptRows + 5)
	initial := read(t, subscribe(t, watched.streams, watched.path, savedQuery, "Editor").InitialData.Data())
	mark := initial.Schema.Meta.Custom.Live
	if rows := len(strings.Fields(initial.column("request_id"))); rows != keptRows || mark.From != 6 || mark.To != keptRows+5 {
		t.Errorf("%d rows, marked %+v", rows, mark)
	}
}

func TestChannelsWithContentsAreClosedToWhoMayNotSeeThem(t *testing.T) {
	server := &fakeTail{opened: make(chan *connection, 10)}
	streams := newStreams(t, server, quickPace)
	selection := url.Values{"model": {"m"}}
	full, withheld := pathOf(true, selection), pathOf(false, selection)
	for _, asked := range []struct {
		path, query, role string
		want              backend.SubscribeStreamStatus
	}{
		{full, savedQuery, "Editor", backend.SubscribeStreamStatusOK},
		{full, savedQuery, "Viewer", backend.SubscribeStreamStatusPermissionDenied},
		{withheld, savedQuery, "Viewer", backend.SubscribeStreamStatusOK},
		{full, strings.Replace(savedQuery, `["m"]`, `["other"]`, 1), "Editor", backend.SubscribeStreamStatusNotFound},
		{full, strings.Replace(savedQuery, `"m"`, `"$model"`, 1), "Editor", backend.SubscribeStreamStatusNotFound},
		{"tail/full/", "", "Admin", backend.SubscribeStreamStatusNotFound},
		{"other", savedQuery, "Admin", backend.SubscribeStreamStatusNotFound},
		// Words to search for would tell about contents.
		{pathOf(false, url.Values{"q": {"word"}}), `{"queryType":"traces","schemaVersion":2,"search":"word"}`, "Viewer", backend.SubscribeStreamStatusPermissionDenied},
	} {
		if got := subscribe(t, streams, asked.path, asked.query, asked.role).Status; got != asked.want {
			t.Errorf("%s by %s: %v, want %v", asked.path, asked.role, got, asked.want)
		}
	}
	watched := &watched{t: t, server: server, streams: streams, path: withheld}
	watched.run()
	opened := watched.connection()
	watched.frame()
	opened.say <- row("a")
	frame := watched.frame()
	if got := frame.column("input_preview") + frame.column("output_preview") + frame.column("tags_preview"); got != "" || frame.column("model") != "secret" {
		t.Errorf("contents %q, model %q", got, frame.column("model"))
	}
}

func TestThePathThatACallerIsToldIsTheOneForTheRole(t *testing.T) {
	server := client(t, &fakeTail{}, nil)
	for withheld, prefix := range map[bool]string{true: withheldPrefix, false: fullPrefix} {
		path, err := Path(context.Background(), server, editorsOnly, withheld, []byte(savedQuery))
		if err != nil || !strings.HasPrefix(path, prefix) {
			t.Errorf("%s, %v", path, err)
		}
	}
	for _, query := range []string{
		`{"queryType":"metrics","schemaVersion":2}`, `{"queryType":"traces","schemaVersion":2,"sort":"cost_usd"}`,
		`{"queryType":"traces","schemaVersion":2,"order":"asc"}`, `{"queryType":"traces","schemaVersion":2,"cursor":"x"}`,
	} {
		if _, err := Path(context.Background(), server, editorsOnly, false, []byte(query)); traceapi.From(err).Status != backend.StatusBadRequest {
			t.Errorf("%s: %v", query, err)
		}
	}
}

func TestUsersWithAnIdentityOfTheirOwnShareNoStream(t *testing.T) {
	server := client(t, &fakeTail{}, func(saved *settings.Settings) { saved.ForwardIdentity = true })
	streams := New(Options{Server: server, Rule: editorsOnly})
	if _, err := Path(context.Background(), server, editorsOnly, false, []byte(savedQuery)); traceapi.From(err).Status != backend.StatusForbidden {
		t.Errorf("path: %v", err)
	}
	path := pathOf(true, url.Values{"model": {"m"}})
	if got := subscribe(t, streams, path, savedQuery, "Admin").Status; got != backend.SubscribeStreamStatusPermissionDenied {
		t.Errorf("subscribed: %v", got)
	}
	if err := streams.RunStream(context.Background(), &backend.RunStreamRequest{Path: path, Data: []byte(savedQuery)}, backend.NewStreamSender(make(packets, 1))); err == nil {
		t.Error("it runs")
	}
}

func TestNewSettingsMakeGrafanaOpenStreamsAgain(t *testing.T) {
	watched := watch(t, &fakeTail{}, quickPace)
	opened := watched.connection()
	watched.streams.Close()
	if err := next(t, watched.ended, "the end of the run"); !errors.Is(err, errReplaced) {
		t.Errorf("ended with %v", err)
	}
	next(t, opened.gone, "the end of the connection")
}

func TestARowThatCannotBeReadIsLeftOutAndCounted(t *testing.T) {
	watched := watch(t, &fakeTail{}, quickPace)
	opened := watched.connection()
	watched.frame()
	opened.say <- "id: x\ndata: {\"request_id\":5}\n\n" + "id: y\ndata: " + strings.Repeat("x", maxEvent+1) + "\n\n" + row("a")
	frame := watched.frame()
	if frame.column("request_id") != "a" || !strings.Contains(frame.notices(), "left out 2 traces") {
		t.Errorf("rows %s, told %s", frame.column("request_id"), frame.notices())
	}
}
