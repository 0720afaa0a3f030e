package plugin

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

// triple is a saved query, what it asks of the trace server, its answer, and the frames that Grafana gets.
type triple struct {
	About string          `json:"about"`
	From  string          `json:"from"`
	To    string          `json:"to"`
	Query json.RawMessage `json:"query"`
	// Answer is columns with the headers that go with them, or an object.
	Answer struct {
		Header  map[string]string `json:"header,omitempty"`
		Columns []answerColumn    `json:"columns,omitempty"`
		Object  json.RawMessage   `json:"object,omitempty"`
	} `json:"answer"`
	// Request and Frames are written by UPDATE_GOLDEN=1.
	Request string `json:"request"`
	Frames  []any  `json:"frames"`
}

// answerColumn is a column of an Arrow answer. Its type is time, text, number (which may be null), count or flag.
type answerColumn struct {
	Name   string          `json:"name"`
	Type   string          `json:"type"`
	Values json.RawMessage `json:"values"`
}

func (c answerColumn) column(t *testing.T) tracetest.Column {
	t.Helper()
	switch c.Type {
	case "time":
		return tracetest.Times(c.Name, valuesOf[time.Time](t, c)...)
	case "number":
		return tracetest.Floats(c.Name, valuesOf[any](t, c)...)
	case "count":
		return tracetest.Counts(c.Name, valuesOf[uint64](t, c)...)
	case "flag":
		return tracetest.Flags(c.Name, valuesOf[bool](t, c)...)
	default:
		return tracetest.Texts(c.Name, valuesOf[string](t, c)...)
	}
}

func valuesOf[T any](t *testing.T, column answerColumn) []T {
	t.Helper()
	var values []T
	if err := json.Unmarshal(column.Values, &values); err != nil {
		t.Fatalf("column %s: %v", column.Name, err)
	}
	return values
}

// settingsOfTriples lead everywhere, so that every link of a frame is in the fixtures.
var settingsOfTriples = query.Links{
	WorkflowURL: "https://flows.example/${workflow}", WorkflowRunURL: "https://flows.example/${workflow}/runs/${run}",
	Traces: query.LinkedSource{UID: "tempo", Query: "${traceId}", Property: "query", QueryType: "traceql"},
	Logs:   query.LinkedSource{UID: "loki", Query: "{service_name=~\".+\"} |= `${traceId}`", Property: "expr"},
}

func (c triple) ask(t *testing.T) (string, data.Frames) {
	t.Helper()
	queryType, model, err := savedquery.Read("", c.Query)
	if err != nil {
		t.Fatal(err)
	}
	request := tracetest.Request(t, string(model), c.From, c.To)
	request.DataSourceUID, request.Links = "modeltrace", settingsOfTriples
	columns := make([]tracetest.Column, len(c.Answer.Columns))
	for index, column := range c.Answer.Columns {
		columns[index] = column.column(t)
	}
	header := http.Header{}
	for name, value := range c.Answer.Header {
		header.Set(name, value)
	}
	server := &tracetest.Answers{Arrow: tracetest.Stream(t, columns...), Header: header, Object: string(c.Answer.Object)}
	frames, err := handlers[queryType](context.Background(), server, request)
	if err != nil {
		t.Fatal(err)
	}
	return server.Call.String(), frames
}

// Every frame goes through the reader that Grafana itself has for its kind; a frame without one through Arrow.
func readAsGrafanaDoes(t *testing.T, frames data.Frames) {
	t.Helper()
	if len(frames) == 0 || frames[0].Meta == nil {
		t.Fatal("no data is one typed frame without fields, not no frame")
	}
	switch frames[0].Meta.Type {
	case data.FrameTypeTimeSeriesMulti, data.FrameTypeTimeSeriesWide:
		tracetest.Series(t, frames)
	case data.FrameTypeNumericMulti:
		tracetest.Numerics(t, frames)
	}
	for _, frame := range frames {
		sent, err := frame.MarshalArrow()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := data.UnmarshalArrowFrame(sent); err != nil {
			t.Fatal(err)
		}
	}
}

func asJSON(t *testing.T, frames data.Frames) []any {
	t.Helper()
	out := make([]any, len(frames))
	for index, frame := range frames {
		text, err := data.FrameToJSON(frame, data.IncludeAll)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(text, &out[index]); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func TestAnswersBecomeTheFramesOfTheSharedFixtures(t *testing.T) {
	folder := filepath.FromSlash(fixtures + "frames")
	if _, err := os.Stat(folder); errors.Is(err, os.ErrNotExist) {
		t.Skip("contract/fixtures is not beside this plugin's folder")
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".json"), func(t *testing.T) { checkTriple(t, file) })
	}
}

func checkTriple(t *testing.T, file string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var want triple
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	request, frames := want.ask(t)
	readAsGrafanaDoes(t, frames)
	got := asJSON(t, frames)
	if request == want.Request && reflect.DeepEqual(got, want.Frames) {
		return
	}
	if os.Getenv("UPDATE_GOLDEN") != "1" || os.Getenv("CI") != "" {
		shown, _ := json.MarshalIndent(got, "", "  ")
		t.Fatalf("asked:\n%s\nframes:\n%s\n(UPDATE_GOLDEN=1 writes them; read them before you commit them)", request, shown)
	}
	want.Request, want.Frames = request, got
	written, err := json.MarshalIndent(want, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, append(written, '\n'), 0o600); err != nil {
		t.Fatal(err)
	}
}
