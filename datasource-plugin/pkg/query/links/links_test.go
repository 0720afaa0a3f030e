package links

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

const hostile = `"}]}},"x":"${__user.email}<img src=x>` + "\u2028\n&panes=1#"

func request(t *testing.T) query.Request {
	t.Helper()
	asked := tracetest.Request(t, `{}`, "2026-11-21T08:00:00Z", "2026-11-21T09:00:00Z")
	asked.DataSourceUID = "uid"
	return asked
}

// panes puts values in for the macros, as Grafana does, and reads the address as Explore does.
func panes(t *testing.T, address string, macros map[string]string) map[string]any {
	t.Helper()
	for macro, value := range macros {
		if !strings.Contains(address, macro) {
			t.Errorf("%s is not in %s", macro, address)
		}
		address = strings.ReplaceAll(address, macro, value)
	}
	if strings.Contains(address, "$") {
		t.Errorf("Grafana would put something in for a variable: %s", address)
	}
	parsed, err := url.Parse(address)
	if err != nil || parsed.Path != "/explore" {
		t.Fatalf("%s: %v", address, err)
	}
	var read map[string]any
	if err := json.Unmarshal([]byte(parsed.Query().Get("panes")), &read); err != nil {
		t.Fatalf("%v in %s", err, parsed.Query().Get("panes"))
	}
	if len(parsed.Query()) != 2 || len(read) != 1 {
		t.Errorf("more than one pane: %s", address)
	}
	pane, _ := read["a"].(map[string]any)
	return pane
}

func onlyQuery(t *testing.T, pane map[string]any) map[string]any {
	t.Helper()
	queries, _ := pane["queries"].([]any)
	if len(queries) != 1 {
		t.Fatalf("queries %v", queries)
	}
	only, _ := queries[0].(map[string]any)
	return only
}

func TestAPointOpensExploreWithItsTracesWhateverTheyAreCalled(t *testing.T) {
	selected := savedquery.LinkedSelection{Filters: map[contract.Dimension][]string{"model": {hostile}}, Search: hostile, Query: "a OR b"}
	zone, err := query.Zone(&[]string{"Europe/Berlin"}[0])
	if err != nil {
		t.Fatal(err)
	}
	found, err := Traces(request(t), "Show traces", TracesQuery{LinkedSelection: selected, Sort: "duration_ms", Width: "1h", Zone: zone})
	if err != nil || len(found) != 1 {
		t.Fatalf("%v, %v", found, err)
	}
	if found[0].TargetBlank {
		t.Error("the link opens another tab, which Grafana's own links do not")
	}
	pane := panes(t, found[0].URL, map[string]string{"${__value.time}": "1795248000000"})
	if span, _ := json.Marshal(pane["range"]); pane["datasource"] != "uid" || string(span) != `{"from":"1795248000000","to":"1795251600000"}` {
		t.Errorf("pane %v", pane)
	}
	only := onlyQuery(t, pane)
	filters, _ := json.Marshal(only["filters"])
	want, _ := json.Marshal(map[string][]string{"model": {hostile}})
	if string(filters) != string(want) || only["search"] != hostile || only["query"] != "a OR b" || only["sort"] != "duration_ms" {
		t.Errorf("query %v", only)
	}
	if within, _ := json.Marshal(only["within"]); string(within) != `{"start":"1795248000000","timeZone":"Europe/Berlin","width":"1h"}` {
		t.Errorf("within %s", within)
	}
	if only["queryType"] != "traces" || only["refId"] != "A" || only["schemaVersion"] != float64(contract.QuerySchemaVersion) {
		t.Errorf("query %v", only)
	}
}

func TestACellOpensExploreWithItsBounds(t *testing.T) {
	found, err := Traces(request(t), "Show traces", TracesQuery{
		LinkedSelection: savedquery.LinkedSelection{Query: `model = "x\"y" OR b`},
		Row:             []RowCondition{{`start_time >= "`, TimeOf("xMin"), `"`}, {"duration_ms < ", NumberOf("yMax"), ""}},
	})
	if err != nil || len(found) != 1 {
		t.Fatalf("%v, %v", found, err)
	}
	only := onlyQuery(t, panes(t, found[0].URL, map[string]string{
		"${__data.fields.xMin.numeric:date:iso}": "2026-11-21T08:00:00.000Z", "${__data.fields.yMax.numeric}": "141.4",
	}))
	if only["query"] != `(model = "x\"y" OR b) AND start_time >= "2026-11-21T08:00:00.000Z" AND duration_ms < 141.4` {
		t.Errorf("query %v", only["query"])
	}
}

func TestNothingIsLinkedWhereTheDataSourceIsNotKnown(t *testing.T) {
	asked := request(t)
	asked.DataSourceUID = ""
	found, err := Traces(asked, "t", TracesQuery{})
	if err != nil || found != nil || Trace(asked, "t", "request_id") != nil {
		t.Errorf("%v, %v", found, err)
	}
}

func TestAddressesOfWorkflowsTakeValuesOnlyAsValues(t *testing.T) {
	for _, c := range []struct{ template, workflow, run, want string }{
		{"https://flows.example/${workflow}/runs/${run}", "invoice check", "r-1", "https://flows.example/invoice%20check/runs/r-1"},
		{"https://flows.example/${workflow}?r=${run}&x=1", "a/../b?c#d", "1&x=2", "https://flows.example/a%2F..%2Fb%3Fc%23d?r=1%26x%3D2&x=1"},
		{"https://flows.example/${workflow}", "${__user.email}", "", "https://flows.example/%24%7B__user.email%7D"},
		{"https://flows.example/${workflow}", "${run}", "r", "https://flows.example/%24%7Brun%7D"},
		{"https://flows.example/${workflow}/x", "..", "r", ""},
		{"https://flows.example/${workflow}", "", "r", ""},
		{"https://${workflow}.example/", "evil", "r", ""},
		{"https://flows.example${workflow}", ".evil.example", "r", ""},
		{"${workflow}", "https://evil.example", "r", ""},
		{"javascript:alert('${workflow}')", "x", "r", ""},
		{"ftp://flows.example/${workflow}", "x", "r", ""},
		{"", "x", "r", ""},
	} {
		if got := WorkflowRunURL(query.Links{WorkflowRunURL: c.template}, c.workflow, c.run); got != c.want {
			t.Errorf("%s with %q and %q is %q, want %q", c.template, c.workflow, c.run, got, c.want)
		}
	}
}

func TestARequestIDThatCouldEndAQuotedTextLeadsToNoLogs(t *testing.T) {
	settings := query.Links{Logs: query.LinkedSource{UID: "loki", Query: "|= `${requestId}`", Property: "expr"}}
	for id, links := range map[string]int{"req-1:2/3@x=+.": 1, "": 1, "a` or `b": 0, `a"b`: 0, "a b": 0, "${x}": 0, "a\nb": 0} {
		if found := OtherSources(settings, "trace_id", RequestIDOf("request_id"), []string{"fine", id}); len(found) != links {
			t.Errorf("%q: %d links", id, len(found))
		}
	}
	settings.Logs.Query = "|= `${traceId}`"
	if found := OtherSources(settings, "trace_id", RequestIDOf("request_id"), []string{"a` or `b"}); len(found) != 1 {
		t.Errorf("a query without the request ID: %d links", len(found))
	}
}
