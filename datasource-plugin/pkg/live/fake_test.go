package live

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contents"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/settings"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

const savedQuery = `{"queryType":"traces","schemaVersion":2,"live":true,"filters":{"model":["m"]},"datasource":{"uid":"x"},"refId":"A"}`

var quickPace = Pace{Gather: 20 * time.Millisecond, FirstWait: 10 * time.Millisecond, LongestWait: 40 * time.Millisecond, Idle: 5 * time.Second}

// connection is one opened stream as the fake trace server sees it.
type connection struct {
	lastID string
	query  url.Values
	gone   <-chan struct{}
	// say writes to it; hangUp ends it.
	say    chan string
	hangUp chan struct{}
}

// fakeTail is a trace server whose streams the test writes.
type fakeTail struct {
	opened chan *connection
}

func (f *fakeTail) ServeHTTP(writer http.ResponseWriter, request *http.Request) {
	if request.URL.Path != "/api/v1/tail" {
		tracetest.WriteJSON(writer, http.StatusOK, `{"diagnostics":[],"ast":{"kind":"text","position":0,"length":1}}`)
		return
	}
	made := &connection{
		lastID: request.Header.Get("Last-Event-ID"), query: request.URL.Query(), gone: request.Context().Done(),
		say: make(chan string), hangUp: make(chan struct{}),
	}
	writer.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
	f.opened <- made
	position := made.lastID
	if position == "" {
		position = "start"
	}
	write(writer, "retry: 10\nid: "+position+"\n\n")
	for {
		select {
		case text := <-made.say:
			write(writer, text)
		case <-made.hangUp:
			return
		case <-made.gone:
			return
		}
	}
}

func write(writer http.ResponseWriter, text string) {
	_, _ = fmt.Fprint(writer, text)
	_ = http.NewResponseController(writer).Flush()
}

// row is an event with a trace of that request ID.
func row(id string) string {
	values := map[string]any{}
	for _, spec := range contract.FrameFields[contract.QueryTypeTraces] {
		switch spec.Type {
		case "time":
			values[spec.Name] = "2026-11-20T10:00:00.123456Z"
		case "number":
			values[spec.Name] = nil
		case "boolean":
			values[spec.Name] = true
		default:
			values[spec.Name] = "secret"
		}
	}
	values["request_id"] = id
	text, err := json.Marshal(values)
	if err != nil {
		panic(err)
	}
	return "id: after-" + id + "\ndata: " + string(text) + "\n\n"
}

// told is a frame as browsers get it.
type told struct {
	Schema struct {
		Fields []struct {
			Name string `json:"name"`
		} `json:"fields"`
		Meta struct {
			Custom  meta `json:"custom"`
			Notices []struct {
				Text string `json:"text"`
			} `json:"notices"`
		} `json:"meta"`
	} `json:"schema"`
	Data struct {
		Values [][]any `json:"values"`
	} `json:"data"`
}

func read(t *testing.T, text []byte) told {
	t.Helper()
	var frame told
	if err := json.Unmarshal(text, &frame); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return frame
}

func (f told) column(name string) string {
	for index, field := range f.Schema.Fields {
		if field.Name == name {
			return strings.Trim(fmt.Sprint(f.Data.Values[index]), "[]")
		}
	}
	return "no " + name
}

func (f told) notices() string { return fmt.Sprint(f.Schema.Meta.Notices) }

type packets chan []byte

func (p packets) Send(packet *backend.StreamPacket) error {
	p <- packet.Data
	return nil
}

// watched is a channel that runs.
type watched struct {
	t       *testing.T
	server  *fakeTail
	streams *Streams
	path    string
	sent    packets
	ended   chan error
	leave   context.CancelFunc
}

func client(t *testing.T, handler http.Handler, change func(*settings.Settings)) *traceapi.Client {
	t.Helper()
	address, err := url.Parse(tracetest.Serve(t, handler.ServeHTTP).URL)
	if err != nil {
		t.Fatal(err)
	}
	saved := settings.Settings{URL: address, Timeout: 10 * time.Second}
	if change != nil {
		change(&saved)
	}
	made, err := traceapi.New(saved, httpclient.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return made
}

var editorsOnly = contents.Rule{MinRole: contract.DataSourceSettingsContentsMinRoleEditor}

func newStreams(t *testing.T, server *fakeTail, pace Pace) *Streams {
	t.Helper()
	streams := New(Options{Server: client(t, server, nil), DataSourceUID: "x", Rule: editorsOnly, Pace: pace})
	t.Cleanup(streams.Close)
	return streams
}

func watch(t *testing.T, server *fakeTail, pace Pace) *watched {
	t.Helper()
	if server.opened == nil {
		server.opened = make(chan *connection, 10)
	}
	w := &watched{t: t, server: server, streams: newStreams(t, server, pace)}
	w.path = pathOf(true, url.Values{"model": {"m"}})
	w.run()
	return w
}

// run lets Grafana run the channel (again).
func (w *watched) run() {
	ctx, leave := context.WithCancel(context.Background())
	w.leave, w.ended, w.sent = leave, make(chan error, 1), make(packets, 100)
	go func() {
		w.ended <- w.streams.RunStream(ctx, &backend.RunStreamRequest{Path: w.path, Data: []byte(savedQuery)}, backend.NewStreamSender(w.sent))
	}()
	w.t.Cleanup(leave)
}

func (w *watched) connection() *connection { return next(w.t, w.server.opened, "a connection") }

func (w *watched) frame() told { return read(w.t, next(w.t, w.sent, "a frame")) }

// rows are the request IDs of the next frames until there are as many.
func (w *watched) rows(count int) string {
	w.t.Helper()
	var ids []string
	for len(ids) < count {
		ids = append(ids, strings.Fields(w.frame().column("request_id"))...)
	}
	return strings.Join(ids, " ")
}

func next[T any](t *testing.T, from <-chan T, what string) T {
	t.Helper()
	select {
	case got := <-from:
		return got
	case <-time.After(10 * time.Second):
		t.Fatalf("%s did not come", what)
		panic("unreachable")
	}
}

func subscribe(t *testing.T, streams *Streams, path, query, role string) *backend.SubscribeStreamResponse {
	t.Helper()
	answer, err := streams.SubscribeStream(context.Background(), &backend.SubscribeStreamRequest{
		PluginContext: backend.PluginContext{User: &backend.User{Role: role}}, Path: path, Data: []byte(query),
	})
	if err != nil {
		t.Fatal(err)
	}
	return answer
}
