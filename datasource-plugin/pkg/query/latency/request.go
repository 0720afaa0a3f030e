package latency

import (
	"net/http"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/buckets"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/metrics"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// pointsPerRequestDays is the longest range with a point per request; longer ones show the average per day.
const pointsPerRequestDays = 7

// plan is what to ask the trace server and how to read its answer.
type plan struct {
	call traceapi.Call
	// daily is set when the answer holds averages per day instead of requests.
	daily bool
	// selection and zone are what links to the traces of a day need.
	selection savedquery.Selection
	zone      *time.Location
}

func planOf(request query.Request) (plan, error) {
	saved, err := savedquery.Decode[contract.LatencyQuery](request.Model)
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
	if !request.Range.WithinDays(pointsPerRequestDays, zone) {
		return dailyPlan(request, selection, zone), nil
	}
	points, err := pointsOf(saved.MaxPoints, request.MaxDataPoints)
	if err != nil {
		return plan{}, err
	}
	return pointPlan(request, selection.Body(), points), nil
}

func pointPlan(request query.Request, selected savedquery.SelectionBody, points int) plan {
	return plan{call: traceapi.Call{Method: http.MethodPost, Path: traceapi.LatencyPath, Body: contract.LatencyRequest{
		From: request.Range.From.UTC(), To: request.Range.To.UTC(),
		Filters: selected.Filters, Q: selected.Q, Query: selected.Query, Condition: selected.Condition, MaxPoints: &points,
	}}}
}

func dailyPlan(request query.Request, selection savedquery.Selection, zone *time.Location) plan {
	width, name, selected := buckets.Day, zone.String(), selection.Body()
	return plan{daily: true, selection: selection, zone: zone, call: metrics.Call(contract.MetricsRequest{
		From: request.Range.From.UTC(), To: request.Range.To.UTC(),
		Filters: selected.Filters, Q: selected.Q, Query: selected.Query, Condition: selected.Condition,
		Measures: []contract.Measure{contract.MeasureDurationAvgMs}, Interval: &width, TimeZone: &name,
	})}
}

// pointsOf is what the query says, or what the panel has room for.
func pointsOf(saved *int, panel int64) (int, error) {
	return savedquery.Whole("maxPoints", saved, maxPoints(panel), contract.LimitLatencyQueryMaxPointsMin, contract.LimitLatencyQueryMaxPointsMax)
}

// maxPoints fits the panel's number of points into what the trace server takes.
func maxPoints(wanted int64) int {
	if wanted <= 0 {
		return contract.LimitLatencyRequestMaxPointsDefault
	}
	return int(min(max(wanted, contract.LimitLatencyRequestMaxPointsMin), contract.LimitLatencyRequestMaxPointsMax))
}
