package annotations

import (
	"context"
	"fmt"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/dataplane"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/buckets"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/metrics"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
)

// mostIntervals of a range. The panel's own interval would be too wide: annotations are asked with about a hundred points,
// and a burst of ten minutes would drown in hours.
const mostIntervals = 300

// narrowestInterval has enough requests to speak of a rate, also of a model that is not asked every second.
const narrowestInterval = 5 * time.Minute

// burst is intervals in a row with too many failures.
type burst struct {
	model              string
	start, end         time.Time
	requests, failures float64
	types              map[string]float64
}

// errorBursts are intervals of a model in a row whose failure rate is too high, each with enough requests.
func errorBursts(ctx context.Context, asked *asking) ([]event, error) {
	if asked.span.Duration() <= 0 {
		return nil, nil
	}
	width := buckets.ForPanel(query.Request{Range: asked.span, Interval: narrowestInterval}, mostIntervals)
	table, err := asked.buckets(ctx, width, asked.overAllStatuses(), []contract.Dimension{contract.DimensionModel},
		contract.MeasureRequests, contract.MeasureFailures)
	if err != nil {
		return nil, err
	}
	bursts, err := asked.burstsIn(table, width)
	if err != nil || len(bursts) == 0 {
		return nil, err
	}
	if err := asked.addTypes(ctx, bursts, width); err != nil {
		return nil, err
	}
	events := make([]event, len(bursts))
	for index, one := range bursts {
		events[index] = one.event(asked.span.To)
	}
	return events, nil
}

// overAllStatuses leaves out the filters by which every request, or none, is a failure. Its filters are its own to change.
func (a *asking) overAllStatuses() savedquery.Selection {
	selected, narrowed := a.selection.Without(contract.DimensionStatus, contract.DimensionErrorType)
	if narrowed {
		a.notice(data.NoticeSeverityInfo, "Error bursts are found among requests of all statuses: the filters by status and error type do not narrow them.")
	}
	if selected.Filters == nil {
		selected.Filters = savedquery.Filters{}
	}
	return selected
}

func (a *asking) buckets(ctx context.Context, width string, selected savedquery.Selection, groupBy []contract.Dimension, measures ...contract.Measure) (*arrowframe.Table, error) {
	limit, zone := contract.LimitMetricsQuerySeriesLimitMax, a.zone.String()
	body := a.metrics(selected.Body(), groupBy, measures...)
	body.Interval, body.TimeZone, body.SeriesLimit = &width, &zone, &limit
	return a.columns(ctx, metrics.Call(body))
}

func (a *asking) burstsIn(table *arrowframe.Table, width string) ([]*burst, error) {
	times, err := table.Times(dataplane.TimeField)
	if err != nil {
		return nil, err
	}
	models, err := table.Texts(string(contract.DimensionModel))
	if err != nil {
		return nil, err
	}
	requests, err := table.KnownNumbers(string(contract.MeasureRequests))
	if err != nil {
		return nil, err
	}
	failures, err := table.KnownNumbers(string(contract.MeasureFailures))
	if err != nil {
		return nil, err
	}
	var bursts []*burst
	latest := map[string]*burst{}
	for row, at := range times {
		if models[row] == metrics.OtherGroups {
			a.notice(data.NoticeSeverityWarning, "There are more models than can be told apart: error bursts of those with the fewest requests are missing. Narrow the query.")
			continue
		}
		if requests[row] < a.minRequests || failures[row] < a.failureRate*requests[row] {
			continue
		}
		current := latest[models[row]]
		if current == nil || !current.end.Equal(at) {
			current = &burst{model: models[row], start: at, types: map[string]float64{}}
			latest[models[row]] = current
			bursts = append(bursts, current)
		}
		current.end = buckets.End(at, width, a.zone)
		current.requests += requests[row]
		current.failures += failures[row]
	}
	return bursts, nil
}

// addTypes counts the error types of the bursts, which is asked only where there are any.
func (a *asking) addTypes(ctx context.Context, bursts []*burst, width string) error {
	selected := a.overAllStatuses()
	selected.Filters[contract.DimensionStatus] = []string{string(contract.StatusFilterFailed)}
	table, err := a.buckets(ctx, width, selected, []contract.Dimension{contract.DimensionModel, contract.DimensionErrorType}, contract.MeasureFailures)
	if err != nil {
		return err
	}
	times, err := table.Times(dataplane.TimeField)
	if err != nil {
		return err
	}
	models, err := table.Texts(string(contract.DimensionModel))
	if err != nil {
		return err
	}
	types, err := table.Texts(string(contract.DimensionErrorType))
	if err != nil {
		return err
	}
	failures, err := table.KnownNumbers(string(contract.MeasureFailures))
	if err != nil {
		return err
	}
	byModel := map[string][]*burst{}
	for _, one := range bursts {
		byModel[one.model] = append(byModel[one.model], one)
	}
	for row, at := range times {
		for _, one := range byModel[models[row]] {
			if !at.Before(one.start) && at.Before(one.end) {
				one.types[types[row]] += failures[row]
			}
		}
	}
	return nil
}

func (b *burst) event(end time.Time) event {
	if b.end.Before(end) {
		end = b.end
	}
	text := []string{fmt.Sprintf("%.0f of %.0f requests failed (%.1f %%)", b.failures, b.requests, 100*b.failures/b.requests)}
	if kind := b.mostFrequentType(); kind != "" {
		text = append(text, "mostly "+kind)
	}
	return event{
		kind: contract.AnnotationKindErrorBurst, at: b.start, end: &end, model: b.model,
		title: "Errors of " + b.model, text: text,
	}
}

func (b *burst) mostFrequentType() string {
	most, name := 0.0, ""
	for kind, failures := range b.types {
		if kind == "" || kind == metrics.OtherGroups {
			continue
		}
		if failures > most || failures == most && kind < name {
			most, name = failures, kind
		}
	}
	return name
}
