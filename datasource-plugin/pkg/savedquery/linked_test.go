package savedquery_test

import (
	"encoding/json"
	"testing"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
)

func linked(t *testing.T, model string, narrowed map[contract.Dimension]string, conditions ...string) string {
	t.Helper()
	selection, err := savedquery.SelectionOf([]byte(model))
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(selection.Linked(narrowed, conditions...))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestALinkLeadsToWhatTheChartShowed(t *testing.T) {
	for _, c := range []struct {
		name, model string
		narrowed    map[contract.Dimension]string
		conditions  []string
		want        string
	}{
		{"everything", `{}`, nil, nil, `{}`},
		{"a group is narrower than the filter", `{"filters":{"model":["a","b"],"status":["error"]},"search":"refund"}`,
			map[contract.Dimension]string{"model": "b"}, nil, `{"filters":{"model":["b"],"status":["error"]},"search":"refund"}`},
		{"a condition with OR is not widened by what is added", `{"query":"a OR b"}`, nil, []string{"streamed = true"}, `{"query":"(a OR b) AND (streamed = true)"}`},
		{"ad hoc filters stay", `{"adhocFilters":[{"key":"source","operator":"=","value":"x"}]}`, nil, nil, `{"query":"source = \"x\""}`},
		{"no value is a condition", `{}`, map[contract.Dimension]string{"deployment": ""}, nil, `{"query":"deployment = \"\""}`},
		{"a name that looks like a variable stays a name", `{}`, map[contract.Dimension]string{"model": "${__user.email} [[x]] $__all"}, nil,
			`{"query":"model = \"\\u0024{__user.email} \\u005b\\u005bx]] \\u0024__all\""}`},
		{"a name that looks like a query stays a name", `{}`, map[contract.Dimension]string{"model": "\" OR status = \"error$"}, nil,
			`{"query":"model = \"\\\" OR status = \\\"error\\u0024\""}`},
		{"several of them", `{"filters":{"model":["a","$b"]}}`, nil, nil, `{"query":"model in (\"a\", \"\\u0024b\")"}`},
	} {
		if got := linked(t, c.model, c.narrowed, c.conditions...); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
