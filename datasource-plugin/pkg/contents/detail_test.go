package contents_test

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contents"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

func without(t *testing.T, details string) string {
	t.Helper()
	var out bytes.Buffer
	if err := contents.WriteWithout(&out, strings.NewReader(details)); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

const detail = `{"request_id":"r","status":"error","duration_ms":12.5,"input_tokens":9007199254740993,"tags":{"team":"SECRET"},
 "parameters":{"temperature":0.5,"stream":true,"stop":["SECRET"],"system":"SECRET","nested":{"a":1}},
 "workflow":{"name":"w","run_id":"1","input":{"a":"SECRET"},"output":"SECRET"},"retries":null,
 "error":{"type":"rate_limit","code":"429","message":"SECRET","param":"SECRET","http_status":429},
 "http_request":{"url":"https://SECRET"},"input":{"text":"SECRET","json":"SECRET","text_bytes":5},"output":{"text":"SECRET","json":""},"something_new":["SECRET",{"a":["SECRET"]}],
 "spans":[{"span_id":"a","name":"chat","start_time":"2026-11-21T08:00:00Z","duration_ms":1,"status_message":"SECRET",
   "attributes":{"gen_ai.request.model":"gpt","gen_ai.usage.input_tokens":12,"gen_ai.usage.note":"SECRET","llm.usage.x":["SECRET"],"gen_ai.input.messages":"SECRET","x":{"y":"SECRET"}},
   "events":[{"name":"e","time":"2026-11-21T08:00:00Z","attributes":{"error.type":"T","gen_ai.prompt":"SECRET"}}]},
  {"span_id":"b","name":"tool","start_time":"2026-11-21T08:00:00Z","duration_ms":2,"new_text":"SECRET"}]}`

func TestATraceKeepsItsMeasuresAndLosesItsContents(t *testing.T) {
	got := without(t, detail)
	if strings.Contains(got, "SECRET") {
		t.Errorf("%s", got)
	}
	var read struct {
		contract.TraceDetail
		Withheld bool `json:"contents_withheld"`
	}
	if err := json.Unmarshal([]byte(got), &read); err != nil {
		t.Fatalf("%v: %s", err, got)
	}
	if !read.Withheld || read.RequestId != "r" || len(read.Spans) != 2 || *read.Error.Type != "rate_limit" || *read.Workflow.Name != "w" {
		t.Errorf("%s", got)
	}
	for _, want := range []string{`"input_tokens":9007199254740993`, `"temperature":0.5`, `"stream":true`, `"tags":{}`, `"gen_ai.request.model":"gpt"`, `"gen_ai.usage.input_tokens":12`, `"error.type":"T"`, `"retries":null`, `"http_status":429`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is missing: %s", want, got)
		}
	}
}

// A property that the contract has and the data source does not know yet would vanish without anyone noticing.
func TestEveryPropertyOfTheContractIsDecidedOn(t *testing.T) {
	var all map[string]any
	text, err := json.Marshal(contract.TraceDetail{})
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	all["spans"] = []any{}
	text, err = json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	var kept map[string]any
	if err := json.Unmarshal([]byte(without(t, string(text))), &kept); err != nil {
		t.Fatal(err)
	}
	for name := range all {
		if _, ok := kept[name]; !ok {
			t.Errorf("%s is neither passed on nor emptied", name)
		}
	}
}

func TestDetailsThatAreNotWholeAreAnError(t *testing.T) {
	for length := range len(detail) - 1 {
		if err := contents.WriteWithout(io.Discard, strings.NewReader(detail[:length])); err == nil {
			t.Fatalf("cut after %d bytes: %q passed for the whole", length, detail[max(0, length-20):length])
		}
	}
	for _, other := range []string{"[]", `"SECRET"`, "5", "<html>", `{"spans":{"SECRET":1}}`, `{"spans":[5]}`, `{"error":"SECRET"}`} {
		if err := contents.WriteWithout(io.Discard, strings.NewReader(other)); err == nil || strings.Contains(err.Error(), "SECRET") {
			t.Errorf("%s: %v", other, err)
		}
	}
}

// Spans are written as they come: 30 MB of attributes leave some kilobytes.
func TestManySpansAreNotHeldInMemory(t *testing.T) {
	reader, writer := io.Pipe()
	span := `{"span_id":"a","name":"chat","start_time":"2026-11-21T08:00:00Z","duration_ms":1,"attributes":{"gen_ai.input.messages":"` + strings.Repeat("x", 100_000) + `"}}`
	const spans = 300
	read := 0
	go func() {
		_, _ = io.WriteString(writer, `{"spans":[`)
		for index := range spans {
			if index > 0 {
				_, _ = io.WriteString(writer, ",")
			}
			_, _ = io.WriteString(writer, span)
			read = index + 1
		}
		_, _ = io.WriteString(writer, `]}`)
		_ = writer.Close()
	}()
	var counter bytes.Buffer
	if err := contents.WriteWithout(&counter, reader); err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(counter.String(), `"span_id"`); got != spans || read != spans || counter.Len() > 100_000 {
		t.Errorf("%d of %d spans in %d bytes", got, read, counter.Len())
	}
}
