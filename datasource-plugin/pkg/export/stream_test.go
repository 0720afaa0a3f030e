package export_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

func TestAFileArrivesWholeWithItsProof(t *testing.T) {
	sent := file{chunks: []string{"a,b\r\n", strings.Repeat("x", 700_000), "\r\nlast"}}
	sent.state = complete(sent, sent.sum())
	got := readAll(t, open(t, t.Context(), asking(t, sent)))
	if got.failed != nil || got.total != 3 || got.data != sent.text() {
		t.Fatalf("%+v, %d bytes", got.failed, len(got.data))
	}
	if got.end == nil || got.end.Sha256 != sent.sum() || got.end.Rows != 3 || got.end.Skipped != 1 || got.end.Bytes != len(sent.text()) {
		t.Errorf("end %+v", got.end)
	}
}

func TestAnExportTakesLongerThanTheTimeoutOfQueries(t *testing.T) {
	hold := make(chan struct{})
	sent := file{chunks: []string{"first", "second"}, hold: hold}
	sent.state = complete(sent, sent.sum())
	time.AfterFunc(time.Second, func() { close(hold) })
	if got := readAll(t, open(t, t.Context(), asking(t, sent))); got.end == nil || got.data != "firstsecond" {
		t.Errorf("%+v", got)
	}
}

// Data is passed on when it comes: people watch it, and proxies end connections in which nothing comes.
func TestWhatHasComeIsPassedOnBeforeMoreComes(t *testing.T) {
	hold := make(chan struct{})
	defer close(hold)
	stream := open(t, t.Context(), asking(t, file{chunks: []string{"first", "second"}, hold: hold}))
	for _, want := range []byte{'b', 'd'} {
		if next, ok := nextPart(t, stream); !ok || next.kind != want {
			t.Fatalf("%q instead of %q", next.kind, want)
		}
	}
}

func TestABrokenFileHasNoEndButASentence(t *testing.T) {
	for name, c := range map[string]struct{ state, want string }{
		"unknown why":     {"", "broke off"},
		"the engine fell": {`{"state":"failed","remark":null}`, "could not finish"},
		"ended there":     {`{"state":"cancelled","remark":"The reader took nothing for 600 seconds."}`, "took nothing"},
	} {
		got := readAll(t, open(t, t.Context(), asking(t, file{chunks: []string{"a\n", "b\n"}, breakAfter: 1, state: c.state})))
		if got.end != nil || got.failed == nil || !strings.Contains(got.failed.Error.Message, c.want) {
			t.Errorf("%s: end %+v, failure %+v", name, got.end, got.failed)
		}
	}
}

func TestAFileThatIsNotTheServersIsRefused(t *testing.T) {
	sent := file{chunks: []string{"a\n"}}
	changed := complete(sent, strings.Repeat("0", 64))
	for name, state := range map[string]string{"another hash": changed, "not complete": `{"state":"failed"}`} {
		sent.state = state
		if got := readAll(t, open(t, t.Context(), asking(t, sent))); got.end != nil || got.failed == nil {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestTrailersProveAFileOfAnotherServerBehindTheSameAddress(t *testing.T) {
	sent := file{chunks: []string{"a\n"}}
	if got := readAll(t, open(t, t.Context(), asking(t, sent))); got.failed != nil || got.end == nil || got.end.Rows != 2 || got.end.Sha256 != sent.sum() {
		t.Errorf("%+v %+v", got.end, got.failed)
	}
	sent.noTrailers = true
	if got := readAll(t, open(t, t.Context(), asking(t, sent))); got.end != nil || got.failed == nil || !strings.Contains(got.failed.Error.Message, "may not be whole") {
		t.Errorf("without proof: %+v %+v", got.end, got.failed)
	}
}

func TestWhoLeavesEndsTheExportOnTheTraceServer(t *testing.T) {
	left := make(chan struct{})
	hold := make(chan struct{})
	defer close(hold)
	ctx, cancel := context.WithCancel(t.Context())
	stream := open(t, ctx, asking(t, file{chunks: []string{"first", "second"}, hold: hold, left: left}))
	nextPart(t, stream)
	cancel()
	select {
	case <-left:
	case <-time.After(10 * time.Second):
		t.Error("the trace server goes on")
	}
}

// A reader that pauses must not make the back end take the file into memory.
func TestASlowReaderHoldsTheTraceServerBack(t *testing.T) {
	const chunkBytes, chunks = 1 << 20, 64
	sentChunks := make(chan int, chunks)
	client := asking(t, http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		writer.Header().Set("Modeltrace-Total-Rows", "1")
		for index := range chunks {
			if _, err := writer.Write(make([]byte, chunkBytes)); err != nil {
				return
			}
			sentChunks <- index
		}
	}))
	stream := open(t, t.Context(), client)
	nextPart(t, stream)
	time.Sleep(500 * time.Millisecond)
	if sent := len(sentChunks); sent > chunks/2 {
		t.Errorf("%d of %d MiB were taken although nobody read them", sent, chunks)
	}
}

func TestRefusalsAreInWordsOfExports(t *testing.T) {
	for name, c := range map[string]struct {
		status     int
		body, want string
	}{
		"scope":     {http.StatusForbidden, `{"error":{"code":"FORBIDDEN","message":"The key lacks the scope export."}}`, "scopes read and export"},
		"too many":  {http.StatusTooManyRequests, `{"error":{"code":"OVERLOADED","message":"There are 4 exports under way already."}}`, "as many exports as it may"},
		"elsewhere": {http.StatusOK, `{}`, "is not a trace server"},
	} {
		client := asking(t, http.HandlerFunc(func(writer http.ResponseWriter, _ *http.Request) {
			tracetest.WriteJSON(writer, c.status, c.body)
		}))
		if got := readAll(t, open(t, t.Context(), client)); got.end != nil || got.failed == nil || !strings.Contains(got.failed.Error.Message, c.want) {
			t.Errorf("%s: %+v", name, got.failed)
		}
	}
}
