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
		{"what a panel adds stays, and gets around nothing", `{"query":"a OR b","conditions":["c OR d","model = \"m\""]}`, nil, nil,
			`{"query":"(a OR b) AND (c OR d) AND (model = \"m\")"}`},
		{"an ad hoc filter that looks like a variable stays a text", `{"adhocFilters":[{"key":"source","operator":"=","value":"$x [[y]]"}]}`, nil, nil,
			`{"query":"source = \"\\u0024x \\u005b\\u005by]]\""}`},
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

func TestWhatAPanelAddsKeepsItsMeaningWhereALinkLeads(t *testing.T) {
	for _, c := range []struct{ added, want string }{
		{`status = failed AND duration > 1s`, `status = failed AND duration > 1s`},
		{`input contains "$model [[x]]"`, `input contains "\u0024model \u005b\u005bx]]"`},
		{`output contains '$5'`, `output contains '\u00245'`},
		{`input matches "\d+\$"`, `input matches "\d+\\\u0024"`},
		{`input contains "\\$x"`, `input contains "\\\u0024x"`},
		{`$.input["a$b"] = 1`, `$.input["a\u0024b"] = 1`},
		{`tags["$t"] in ("$a","[b")`, `tags["\u0024t"] in ("\u0024a","\u005bb")`},
		{`source:a\" AND $.x = 1`, `source:a\" AND $.x = 1`},
	} {
		model, err := json.Marshal(map[string]any{"conditions": []string{c.added}})
		if err != nil {
			t.Fatal(err)
		}
		selection, err := savedquery.SelectionOf(model)
		if err != nil {
			t.Fatal(err)
		}
		if got := selection.Linked(nil).Query; got != c.want {
			t.Errorf("%s: %s, want %s", c.added, got, c.want)
		}
	}
}
