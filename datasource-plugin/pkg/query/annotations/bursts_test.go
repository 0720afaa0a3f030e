package annotations

import (
	"strings"
	"testing"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/metrics"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

type interval struct {
	hours              float64
	model              string
	requests, failures uint64
}

func intervals(t *testing.T, all ...interval) *server {
	t.Helper()
	var times []time.Time
	var names, types []string
	var requests, failures []uint64
	for _, one := range all {
		times, names, types = append(times, hour(one.hours)), append(names, one.model), append(types, "rate_limit")
		requests, failures = append(requests, one.requests), append(failures, one.failures)
	}
	return &server{columns: map[string][]byte{
		"[model]": tracetest.Stream(t, tracetest.Times("time", times...), tracetest.Texts("model", names...),
			tracetest.Counts("requests", requests...), tracetest.Counts("failures", failures...)),
		"[model error_type]": tracetest.Stream(t, tracetest.Times("time", times...), tracetest.Texts("model", names...),
			tracetest.Texts("error_type", types...), tracetest.Counts("failures", failures...)),
	}}
}

const fiveMinutes = 5.0 / 60

func TestErrorBurstsAreRegionsOfIntervalsInARow(t *testing.T) {
	server := intervals(t,
		interval{1, "llama", 20, 4}, interval{1 + fiveMinutes, "llama", 30, 30}, interval{1 + 2*fiveMinutes, "llama", 100, 19},
		interval{1 + 3*fiveMinutes, "llama", 20, 5}, interval{2, "llama", 19, 19}, interval{2, "gpt", 50, 10}, interval{3, metrics.OtherGroups, 50, 50})
	frame := ask(t, server, `{"kinds":["error-burst"]}`)
	want := strings.Join([]string{
		"1.00-1.17 Errors of llama: 34 of 50 requests failed (68.0 %), mostly rate_limit",
		"1.25-1.33 Errors of llama: 5 of 20 requests failed (25.0 %), mostly rate_limit",
		"2.00-2.08 Errors of gpt: 10 of 50 requests failed (20.0 %), mostly rate_limit",
	}, "\n")
	if got := rows(frame); got != want {
		t.Errorf("%s\nwant:\n%s", got, want)
	}
	if len(frame.Meta.Notices) != 1 {
		t.Errorf("models that are added up: %+v", frame.Meta.Notices)
	}
	if body, _ := server.asked[0].Body.(contract.MetricsRequest); *body.Interval != "5m" {
		t.Errorf("interval %s", *body.Interval)
	}
}

func TestLimitsOfErrorBurstsAreTheQuerys(t *testing.T) {
	server := intervals(t, interval{1, "llama", 5, 1}, interval{2, "llama", 50, 4})
	got := rows(ask(t, server, `{"kinds":["error-burst"],"burstFailureRate":8,"burstMinRequests":50}`))
	if !strings.HasPrefix(got, "2.00-2.08 ") || strings.Contains(got, "\n") {
		t.Error(got)
	}
}

func TestAFilterByStatusDoesNotMakeEveryIntervalABurst(t *testing.T) {
	server := intervals(t)
	frame := ask(t, server, `{"kinds":["error-burst"],"filters":{"status":["error"],"model":["llama"]}}`)
	if body, _ := server.asked[0].Body.(contract.MetricsRequest); body.Filters.Status != nil || body.Filters.Model == nil {
		t.Errorf("filters %+v", body.Filters)
	}
	if len(frame.Fields) != 0 || len(frame.Meta.Notices) != 1 || len(server.asked) != 1 {
		t.Errorf("%d fields, %+v", len(frame.Fields), frame.Meta.Notices)
	}
}

func TestADashboardFilteredByStatusDoesNotMakeEveryIntervalABurst(t *testing.T) {
	server := intervals(t)
	frame := ask(t, server, `{"kinds":["error-burst"],"adhocFilters":[{"key":"status","operator":"=","value":"failed"},
		{"key":"error_type","operator":"!=","value":"timeout"},{"key":"provider","operator":"=","value":"openai"}],"conditions":["user_id = \"a\""]}`)
	body, _ := server.asked[0].Body.(contract.MetricsRequest)
	if body.Condition == nil || strings.Join(*body.Condition, " | ") != `provider = "openai" | user_id = "a"` {
		t.Errorf("conditions %v", body.Condition)
	}
	if len(frame.Meta.Notices) != 1 {
		t.Errorf("%+v", frame.Meta.Notices)
	}
}
