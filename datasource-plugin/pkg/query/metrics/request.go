package metrics

import (
	"net/http"
	"slices"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/buckets"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// plan is what to ask the trace server and what its answer will hold.
type plan struct {
	call traceapi.Call
	// measures that are shown; `requests` may be asked for besides.
	measures []contract.Measure
	groupBy  []contract.Dimension
	// width of a bucket; empty for one number per group.
	width string
	zone  *time.Location
	// minRequests of a group or bucket; with fewer it has no value.
	minRequests int
	seriesLimit int
	selection   savedquery.Selection
	// span is the time range, or the part of it that the query is narrowed to.
	span query.Range
}

// Call asks the trace server for measures.
func Call(body contract.MetricsRequest) traceapi.Call {
	return traceapi.Call{Method: http.MethodPost, Path: traceapi.MetricsPath, Body: body}
}

func planOf(request query.Request) (plan, error) {
	saved, err := savedquery.Decode[contract.MetricsQuery](request.Model)
	if err != nil {
		return plan{}, err
	}
	planned, err := shownBy(saved)
	if err != nil {
		return plan{}, err
	}
	if planned.span, err = spanOf(saved.Within, request.Range); err != nil {
		return plan{}, err
	}
	request.Range = planned.span
	if planned.selection, err = savedquery.SelectionOf(request.Model); err != nil {
		return plan{}, err
	}
	if planned.zone, err = query.Zone(saved.TimeZone); err != nil {
		return plan{}, err
	}
	if planned.width, err = bucketWidth(savedquery.Text(saved.Interval), request, planned.zone); err != nil {
		return plan{}, err
	}
	planned.call = Call(planned.body(request, saved.SeriesLimit))
	return planned, nil
}

func spanOf(within *contract.TimeBucket, span query.Range) (query.Range, error) {
	part, err := buckets.Within(within, span)
	if err != nil || part == nil {
		return span, err
	}
	return *part, nil
}

// shownBy is the part of the plan that says what is shown.
func shownBy(saved contract.MetricsQuery) (plan, error) {
	measures, err := measuresOf(saved.Measures)
	if err != nil {
		return plan{}, err
	}
	groupBy, err := groupsOf(saved.GroupBy)
	if err != nil {
		return plan{}, err
	}
	minRequests, err := savedquery.Whole("minRequests", saved.MinRequests, contract.LimitMetricsQueryMinRequestsDefault,
		contract.LimitMetricsQueryMinRequestsMin, contract.LimitMetricsQueryMinRequestsMax)
	if err != nil {
		return plan{}, err
	}
	seriesLimit, err := savedquery.Whole("seriesLimit", saved.SeriesLimit, contract.LimitMetricsQuerySeriesLimitDefault,
		contract.LimitMetricsQuerySeriesLimitMin, contract.LimitMetricsQuerySeriesLimitMax)
	if err != nil {
		return plan{}, err
	}
	return plan{measures: measures, groupBy: groupBy, minRequests: minRequests, seriesLimit: seriesLimit}, nil
}

func (p plan) body(request query.Request, seriesLimit *int) contract.MetricsRequest {
	selected := p.selection.Body()
	body := contract.MetricsRequest{
		From: request.Range.From.UTC(), To: request.Range.To.UTC(), Measures: p.asked(), SeriesLimit: seriesLimit,
		Filters: selected.Filters, Q: selected.Q, Query: selected.Query, Condition: selected.Condition,
	}
	if len(p.groupBy) > 0 {
		body.GroupBy = &p.groupBy
	}
	if p.width != "" {
		body.Interval = &p.width
		body.TimeZone = zoneName(p.zone)
	}
	return body
}

// asked are the measures that are shown, and the requests by which to judge them.
func (p plan) asked() []contract.Measure {
	if p.minRequests <= 1 || slices.Contains(p.measures, contract.MeasureRequests) {
		return p.measures
	}
	return append(slices.Clone(p.measures), contract.MeasureRequests)
}

// zoneName leaves out the trace server's default.
func zoneName(zone *time.Location) *string {
	name := zone.String()
	if name == contract.LimitMetricsRequestTimeZoneDefault {
		return nil
	}
	return &name
}

func measuresOf(saved []string) ([]contract.Measure, error) {
	names := savedquery.Distinct(saved)
	if len(names) == 0 {
		return nil, traceapi.InvalidQuery("measures is empty: choose at least one measure.")
	}
	measures := make([]contract.Measure, 0, len(names))
	for _, name := range names {
		if !contract.Measure(name).Valid() {
			return nil, traceapi.InvalidQuery("measures: there is no measure %q.", name)
		}
		measures = append(measures, contract.Measure(name))
	}
	return measures, nil
}

func groupsOf(saved *[]string) ([]contract.Dimension, error) {
	if saved == nil {
		return nil, nil
	}
	names := savedquery.Distinct(*saved)
	if len(names) > contract.LimitMetricsRequestGroupByMaxItems {
		return nil, traceapi.InvalidQuery("groupBy has %d fields: expected at most %d.", len(names), contract.LimitMetricsRequestGroupByMaxItems)
	}
	groups := make([]contract.Dimension, 0, len(names))
	for _, name := range names {
		if !contract.Dimension(name).Valid() {
			return nil, traceapi.InvalidQuery("groupBy: traces have no field %q to group by.", name)
		}
		groups = append(groups, contract.Dimension(name))
	}
	return groups, nil
}
