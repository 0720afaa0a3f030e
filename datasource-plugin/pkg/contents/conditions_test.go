package contents_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contents"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

var editors = contents.Rule{MinRole: contract.DataSourceSettingsContentsMinRoleEditor}

// parser answers query/parse with what lies ready for a text, and nothing else.
type parser struct {
	t       *testing.T
	answers map[string]string
	asked   int
}

func (p *parser) JSON(_ context.Context, call traceapi.Call, target any) error {
	p.asked++
	body, ok := call.Body.(contract.QueryParseRequest)
	if call.Path != "/api/v1/query/parse" || call.Method != http.MethodPost || !ok {
		p.t.Fatalf("asked %s", call)
	}
	answer, ok := p.answers[body.Text]
	if !ok {
		return traceapi.InvalidQuery("no answer to %q", body.Text)
	}
	return json.Unmarshal([]byte(answer), target)
}

func ast(node string) string {
	return `{"text":"x","builder":null,"diagnostics":[],"ast":` + node + `}`
}

func compare(field string) string {
	return `{"kind":"compare","field":"` + field + `","operator":"=","values":[{"type":"text","text":"x"}]}`
}

func TestConditionsThatReadContentsAreRefusedWithTheRoleThatMay(t *testing.T) {
	plain := compare("model")
	for text, c := range map[string]struct {
		answer string
		want   string // Empty when the condition may be asked.
	}{
		"plain":             {ast(plain), ""},
		"blank":             {ast("null"), ""},
		"all plain":         {ast(`{"kind":"and","nodes":[` + plain + `,{"kind":"or","nodes":[` + compare("duration_ms") + `,{"kind":"not","nodes":[` + compare("user_id") + `]}]}]}`), ""},
		"input":             {ast(compare("input")), "A condition on input is refused"},
		"output":            {ast(compare("output")), "A condition on output is refused"},
		"error message":     {ast(compare("error_message")), "error_message"},
		"tag":               {ast(compare("tags.team")), "tags.team"},
		"path":              {ast(compare("$.request.messages[0].content")), "$.request"},
		"word":              {ast(`{"kind":"text","values":[{"type":"text","text":"secret"}]}`), "words to search for"},
		"deep":              {ast(`{"kind":"and","nodes":[` + plain + `,{"kind":"not","nodes":[{"kind":"or","nodes":[` + plain + `,` + compare("input") + `]}]}]}`), "input"},
		"a field of later":  {ast(compare("reasoning_text")), "reasoning_text"},
		"a node of later":   {ast(`{"kind":"within","nodes":[]}`), "cannot be read"},
		"no nodes":          {ast(`{"kind":"and"}`), "cannot be read"},
		"no field":          {ast(`{"kind":"compare"}`), "cannot be read"},
		"with a fault":      {`{"text":"","ast":null,"builder":null,"diagnostics":[{"message":"Unknown word.","expected":"","position":4,"length":1}]}`, "fault at character 5: Unknown word."},
		"server says no":    {"", "no answer"},
		"server is strange": {"[]", "cannot"},
	} {
		server := &parser{t: t, answers: map[string]string{text: c.answer}}
		if c.answer == "" {
			server.answers = nil
		}
		for _, call := range []traceapi.Call{
			{Path: traceapi.TracesPath, Query: url.Values{"query": {text}}},
			{Path: traceapi.TracesPath, Query: url.Values{"condition": {text}}},
			{Path: traceapi.MetricsPath, Body: map[string]any{"query": text}},
			{Path: traceapi.MetricsPath, Body: map[string]any{"condition": []string{text}}},
		} {
			err := editors.CheckCall(context.Background(), server, call)
			if (err == nil) != (c.want == "") || (err != nil && c.want != "cannot" && !strings.Contains(err.Error(), c.want)) {
				t.Errorf("%s: %v, want %q", text, err, c.want)
			}
			var known *traceapi.Error
			if errors.As(err, &known) && known.Step == traceapi.StepRole && (known.Status != http.StatusForbidden || !strings.Contains(known.Message, "role Editor")) {
				t.Errorf("%s: %d %q does not say who may", text, known.Status, known.Message)
			}
		}
	}
}

func TestTheSearchTextIsRefusedWhereverItIs(t *testing.T) {
	server := &parser{t: t}
	for _, call := range []traceapi.Call{
		{Query: url.Values{"q": {"a"}}}, {Query: url.Values{"q": {"", "a"}}}, {Body: map[string]string{"q": "a"}}, {Body: map[string]int{"q": 5}},
	} {
		if err := editors.CheckCall(context.Background(), server, call); err == nil {
			t.Errorf("%s was taken", call)
		}
	}
	if err := editors.CheckCall(context.Background(), server, traceapi.Call{Query: url.Values{"q": {""}, "model": {"m"}}}); err != nil || server.asked != 0 {
		t.Errorf("a list without a search: %v, asked %d times", err, server.asked)
	}
}

func TestEveryConditionIsRead(t *testing.T) {
	server := &parser{t: t, answers: map[string]string{"a": ast(compare("model")), "b": ast(compare("input"))}}
	for _, values := range []url.Values{
		{"query": {"a"}, "condition": {"a", "b"}}, {"query": {"a", "b"}}, {"query": {"b"}, "condition": {"a"}},
	} {
		if err := editors.CheckCall(context.Background(), server, traceapi.Call{Query: values}); err == nil {
			t.Errorf("%v was taken", values)
		}
	}
}

func TestOneCallOfAViewerDoesNotBecomeThousands(t *testing.T) {
	server := &parser{t: t, answers: map[string]string{"a": ast(compare("model"))}}
	many := make([]string, 5000)
	for index := range many {
		many[index] = "a"
	}
	for _, call := range []traceapi.Call{{Query: url.Values{"condition": many}}, {Query: url.Values{"query": many}}, {Body: map[string]any{"condition": many}}} {
		err := editors.CheckCall(context.Background(), server, call)
		if traceapi.From(err).Status != http.StatusBadRequest || server.asked != 0 {
			t.Errorf("%v, asked %d times", err, server.asked)
		}
	}
	if err := editors.CheckCall(context.Background(), server, traceapi.Call{Query: url.Values{"query": {"a"}, "condition": many[:contract.LimitFurtherConditionsMaxItems]}}); err != nil {
		t.Errorf("as many as the trace server takes: %v", err)
	}
}
