package metrics

import (
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/links"
)

// linkedStatus are the traces that a measure counts, where that is not all of them.
var linkedStatus = map[contract.Measure]string{
	contract.MeasureSuccesses: "success", contract.MeasureFailures: "failed", contract.MeasureFailureRate: "failed",
	contract.MeasureTimeouts: "timeout", contract.MeasureTimeoutRate: "timeout",
}

// linkedSort are the columns by which the traces that make up a measure come first; newest first for the others.
var linkedSort = map[contract.Measure]string{
	contract.MeasureDurationAvgMs: "duration_ms", contract.MeasureDurationMaxMs: "duration_ms", contract.MeasureDurationP50Ms: "duration_ms",
	contract.MeasureDurationP90Ms: "duration_ms", contract.MeasureDurationP95Ms: "duration_ms", contract.MeasureDurationP99Ms: "duration_ms",
	contract.MeasureTtftAvgMs: "ttft_ms", contract.MeasureTtftP50Ms: "ttft_ms", contract.MeasureTtftP90Ms: "ttft_ms",
	contract.MeasureTtftP95Ms: "ttft_ms", contract.MeasureTtftP99Ms: "ttft_ms",
	contract.MeasureInputTokens: "input_tokens", contract.MeasureOutputTokens: "output_tokens", contract.MeasureTotalTokens: "total_tokens",
	contract.MeasureCostUsd: "cost_usd", contract.MeasureCostPerRequestUsd: "cost_usd",
	contract.MeasureCredits: "credits", contract.MeasureCreditsPerRequest: "credits",
}

// linksOf leads from a point to the traces of its group and bucket. Groups that were added up have no condition of their
// own, so "(other)" leads nowhere.
func (p plan) linksOf(request query.Request, group rowGroup, measure contract.Measure) ([]data.DataLink, error) {
	if group.isOther() {
		return nil, nil
	}
	narrowed := map[contract.Dimension]string{}
	title := "Show traces"
	if status, ok := linkedStatus[measure]; ok && len(p.selection.Filters[contract.DimensionStatus]) == 0 {
		narrowed[contract.DimensionStatus] = status
		title = "Show traces with status " + status
	}
	for index, dimension := range p.groupBy {
		narrowed[dimension] = group.values[index]
	}
	request.Range = p.span
	return links.Traces(request, title, links.TracesQuery{
		LinkedSelection: p.selection.Linked(narrowed), Sort: linkedSort[measure], Width: p.width, Zone: p.zone,
	})
}
