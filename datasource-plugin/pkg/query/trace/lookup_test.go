package trace

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

const traceID = "0af7651916cd43dd8448eb211c80319c"

// store answers a list by whether it was asked with a time range, and every detail alike.
type store struct {
	inRange, everywhere, detail string
	calls                       []string
}

func (s *store) Columns(context.Context, traceapi.Call) (*arrowframe.Table, error) {
	return nil, context.Canceled
}

func (s *store) JSON(_ context.Context, call traceapi.Call, target any) error {
	s.calls = append(s.calls, call.String())
	answer := s.detail
	if call.Path == traceapi.TracesPath {
		answer = s.everywhere
		if call.Query.Has("from") {
			answer = s.inRange
		}
	}
	return json.Unmarshal([]byte(answer), target)
}

func ask(t *testing.T, server query.Server, model string) (data.Frames, error) {
	t.Helper()
	return Handle(context.Background(), server, tracetest.Request(t, model, "2026-11-21T08:00:00Z", "2026-11-21T09:00:00Z"))
}

func TestATraceIsFoundByItsOpenTelemetryIDWhateverTheTimeRange(t *testing.T) {
	const found, nothing = `{"traces":[{"request_id":"req/1"}]}`, `{"traces":[]}`
	for name, c := range map[string]struct {
		server *store
		calls  []string
	}{
		"in the range": {&store{inRange: found, everywhere: nothing, detail: spans}, []string{
			"GET /api/v1/traces?from=2026-11-21T08%3A00%3A00Z&limit=1&order=asc&to=2026-11-21T09%3A00%3A00Z&trace_id=" + traceID,
			"GET /api/v1/traces/req%2F1?payload=preview"}},
		"at another time": {&store{inRange: nothing, everywhere: found, detail: spans}, []string{
			"GET /api/v1/traces?from=2026-11-21T08%3A00%3A00Z&limit=1&order=asc&to=2026-11-21T09%3A00%3A00Z&trace_id=" + traceID,
			"GET /api/v1/traces?limit=1&order=asc&trace_id=" + traceID,
			"GET /api/v1/traces/req%2F1?payload=preview"}},
	} {
		frames, err := ask(t, c.server, `{"queryType":"trace","traceId":" `+strings.ToUpper(traceID)+`"}`)
		if err != nil || len(frames) != 1 || frames[0].Rows() != 2 {
			t.Fatalf("%s: %v, %v", name, frames, err)
		}
		if got := strings.Join(c.server.calls, "\n"); got != strings.Join(c.calls, "\n") {
			t.Errorf("%s: asked\n%s", name, got)
		}
	}
	_, err := ask(t, &store{inRange: nothing, everywhere: nothing}, `{"queryType":"trace","traceId":"`+traceID+`"}`)
	if known := traceapi.From(err); err == nil || known.Status != 404 || !strings.Contains(known.Message, "traceId") {
		t.Errorf("an unknown trace: %v", err)
	}
}

func TestTheRequestIDGoesBeforeTheTraceID(t *testing.T) {
	server := &store{detail: spans}
	if _, err := ask(t, server, `{"queryType":"trace","requestId":"req-1","traceId":"`+traceID+`"}`); err != nil || len(server.calls) != 1 {
		t.Errorf("asked %q, %v", server.calls, err)
	}
}

func TestIDsThatCannotBeOneAreRefusedAndNamed(t *testing.T) {
	for model, names := range map[string][]string{
		`{"queryType":"trace"}`:                                                   {"requestId", "traceId"},
		`{"queryType":"trace","requestId":"","traceId":"  "}`:                     {"requestId", "traceId"},
		`{"queryType":"trace","traceId":"` + traceID[:31] + `"}`:                  {"traceId", "32"},
		`{"queryType":"trace","traceId":"` + traceID[:31] + `g"}`:                 {"traceId", "32"},
		`{"queryType":"trace","requestId":".."}`:                                  {".."},
		`{"queryType":"trace","requestId":"` + strings.Repeat("x", 201) + `"}`:    {"requestId", "200"},
		`{"queryType":"trace","traceId":"` + strings.Repeat("0", 31) + `\u0000"}`: {"traceId"},
	} {
		_, err := ask(t, &store{detail: spans}, model)
		if err == nil {
			t.Errorf("%s was taken", model)
			continue
		}
		for _, name := range names {
			if !strings.Contains(err.Error(), name) {
				t.Errorf("%s: %v does not say %s", model, err, name)
			}
		}
	}
}

func TestATraceLeadsToItsWorkflowAndToTheApplicationsOwnData(t *testing.T) {
	workflow := strings.Replace(spans, `"spans"`, `"request_id":"req-1","span_id":"00f067aa0ba902b7","workflow":{"name":"a/b ?","run_id":"r${x}","input":{"big":"data"}},"spans"`, 1)
	request := tracetest.Request(t, `{"queryType":"trace","requestId":"req-1"}`, "2026-11-21T08:00:00Z", "2026-11-21T09:00:00Z")
	request.Links = query.Links{
		WorkflowURL: "https://flows.example/w/${workflow}", WorkflowRunURL: "https://flows.example/w/${workflow}?run=${run}",
		Traces: query.LinkedSource{UID: "tempo", Query: "${traceId}", Property: "query", QueryType: "traceql"},
		Logs:   query.LinkedSource{UID: "loki", Query: "{app=\"x\"} |= `${traceId}` |= `${requestId}`", Property: "expr"},
	}
	frames, err := Handle(context.Background(), &tracetest.Answers{Object: workflow}, request)
	if err != nil {
		t.Fatal(err)
	}
	found := frames[0].Fields[0].Config.Links
	if len(found) != 4 || found[2].URL != "https://flows.example/w/a%2Fb%20%3F" || found[3].URL != "https://flows.example/w/a%2Fb%20%3F?run=r%24%7Bx%7D" {
		t.Errorf("links %+v", found)
	}
	text, err := json.Marshal(found[:2])
	if err != nil || !strings.Contains(string(text), `"query":"${__data.fields.traceID}","queryType":"traceql"`) ||
		!strings.Contains(string(text), "`${__data.fields.traceID}` |= `req-1`") {
		t.Errorf("other data sources: %s, %v", text, err)
	}
	own, _ := value(t, frames[0], "tags", 1).(json.RawMessage)
	other, _ := value(t, frames[0], "tags", 0).(json.RawMessage)
	if !strings.Contains(string(own), `{"key":"workflow.run_url","value":"https://flows.example/w/a%2Fb%20%3F?run=r%24%7Bx%7D"}`) || strings.Contains(string(other), "workflow") {
		t.Errorf("tags of the request's span %s, of another %s", own, other)
	}
}
