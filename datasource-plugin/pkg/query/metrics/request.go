package metrics

import (
	"net/http"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// plan is what to ask the trace server and what its answer will hold.
type plan struct {
	call     traceapi.Call
	measures []contract.Measure
	groupBy  []contract.Dimension
	// width of a bucket; empty for one number per group.
	width string
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
	measures, err := measuresOf(saved.Measures)
	if err != nil {
		return plan{}, err
	}
	groupBy, err := groupsOf(saved.GroupBy)
	if err != nil {
		return plan{}, err
	}
	selection, err := savedquery.SelectionOf(request.Model)
	if err != nil {
		return plan{}, err
	}
	zone, err := query.Zone(saved.TimeZone)
	if err != nil {
		return plan{}, err
	}
	width, err := bucketWidth(savedquery.Text(saved.Interval), request, zone)
	if err != nil {
		return plan{}, err
	}
	selected := selection.Body()
	body := contract.MetricsRequest{
		From: request.Range.From.UTC(), To: request.Range.To.UTC(), Measures: measures, SeriesLimit: saved.SeriesLimit,
		Filters: selected.Filters, Q: selected.Q, Query: selected.Query, Condition: selected.Condition,
	}
	if len(groupBy) > 0 {
		body.GroupBy = &groupBy
	}
	if width != "" {
		body.Interval = &width
		body.TimeZone = zoneName(zone)
	}
	return plan{call: Call(body), measures: measures, groupBy: groupBy, width: width}, nil
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
