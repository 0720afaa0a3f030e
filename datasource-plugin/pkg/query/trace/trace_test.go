package trace

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

var longText = strings.Repeat("x", 5000)

var spans = `{"trace_id":"0af7651916cd43dd8448eb211c80319c","input":{"text":"PROMPT","json":""},"spans":[
  {"span_id":"b7ad6b7169203331","name":"workflow","service":"shop","kind":"internal","start_time":"2026-11-21T08:00:00.123456Z","duration_ms":1500.25},
  {"span_id":"00f067aa0ba902b7","parent_span_id":"b7ad6b7169203331","name":"chat gpt-4o","service":"shop","kind":"client",
   "start_time":"2026-11-21T08:00:00.2Z","duration_ms":900,"status_code":"error","status_message":"rate limit",
   "attributes":{"gen_ai.request.model":"gpt-4o","gen_ai.usage.input_tokens":12,"gen_ai.input.messages":"PROMPT","gen_ai.completion.0.content":"ANSWER",
     "input.value":"PROMPT","list":["a","b"],"unknown.payload":"` + longText + `"},
   "events":[{"name":"exception","time":"2026-11-21T08:00:01Z","attributes":{"exception.type":"RateLimit","gen_ai.prompt":"PROMPT"}}]}]}`

func frame(t *testing.T, answer string) *data.Frame {
	t.Helper()
	request := tracetest.Request(t, `{"queryType":"trace","requestId":"req-1"}`, "2026-11-21T08:00:00Z", "2026-11-21T09:00:00Z")
	frames, err := Handle(context.Background(), &tracetest.Answers{Object: answer}, request)
	if err != nil {
		t.Fatal(err)
	}
	if len(frames) != 1 {
		t.Fatalf("%d frames; the trace view reads one", len(frames))
	}
	return frames[0]
}

func value(t *testing.T, from *data.Frame, name string, row int) any {
	t.Helper()
	field, index := from.FieldByName(name)
	if index < 0 {
		t.Fatalf("no field %q", name)
	}
	return field.At(row)
}

func TestTheTraceViewGetsItsFieldsInMilliseconds(t *testing.T) {
	got := frame(t, spans)
	if got.Meta.PreferredVisualization != data.VisTypeTrace || got.Rows() != 2 {
		t.Fatalf("%d rows, meta %+v", got.Rows(), got.Meta)
	}
	for index, spec := range contract.FrameFields[contract.QueryTypeTrace] {
		if got.Fields[index].Name != spec.Name {
			t.Errorf("field %d is %q, want %q", index, got.Fields[index].Name, spec.Name)
		}
	}
	for name, want := range map[string]any{
		"traceID": "0af7651916cd43dd8448eb211c80319c", "spanID": "b7ad6b7169203331", "parentSpanID": "", "operationName": "workflow",
		"serviceName": "shop", "kind": "internal", "statusCode": 0.0, "statusMessage": "", "startTime": 1795248000123.456, "duration": 1500.25,
	} {
		if got := value(t, got, name, 0); got != want {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
	if code, parent := value(t, got, "statusCode", 1), value(t, got, "parentSpanID", 1); code != 2.0 || parent != "b7ad6b7169203331" {
		t.Errorf("status code %v, parent %v", code, parent)
	}
}

func TestPromptsAndAnswersStayOutOfTheTags(t *testing.T) {
	got := frame(t, spans)
	text, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(text), "PROMPT") || strings.Contains(string(text), "ANSWER") || strings.Contains(string(text), longText) {
		t.Errorf("a payload is in the frame: %.300s", text)
	}
	tags, ok := value(t, got, "tags", 1).(json.RawMessage)
	want := `[{"key":"gen_ai.request.model","value":"gpt-4o"},{"key":"gen_ai.usage.input_tokens","value":12},{"key":"list","value":"[\"a\",\"b\"]"},{"key":"unknown.payload"`
	if !ok || !strings.HasPrefix(string(tags), want) {
		t.Errorf("tags %.400s", tags)
	}
}

func TestEventsAndServiceAreShown(t *testing.T) {
	got := frame(t, spans)
	logs, _ := value(t, got, "logs", 1).(json.RawMessage)
	if string(logs) != `[{"timestamp":1795248001000,"name":"exception","fields":[{"key":"exception.type","value":"RateLimit"}]}]` {
		t.Errorf("logs %s", logs)
	}
	if none, _ := value(t, got, "logs", 0).(json.RawMessage); string(none) != "[]" {
		t.Errorf("a span without events has logs %s", none)
	}
	if tags, _ := value(t, got, "serviceTags", 0).(json.RawMessage); string(tags) != `[{"key":"service.name","value":"shop"}]` {
		t.Errorf("service tags %s", tags)
	}
}

func TestASpanWithoutAServiceIsCalledByItsSource(t *testing.T) {
	const without = `{"trace_id":"0af7651916cd43dd8448eb211c80319c","source":%q,"spans":[{"span_id":"b7ad6b7169203331","name":"chat","service":"","kind":"client","start_time":"2026-11-21T08:00:00Z","duration_ms":1}]}`
	for source, want := range map[string]string{"Draft reply": "Draft reply", "": "unknown_service"} {
		got := frame(t, fmt.Sprintf(without, source))
		if name := value(t, got, "serviceName", 0); name != want {
			t.Errorf("source %q: service %v, want %q", source, name, want)
		}
		if tags, _ := value(t, got, "serviceTags", 0).(json.RawMessage); string(tags) != `[]` {
			t.Errorf("a resource attribute that nobody sent: %s", tags)
		}
	}
}
