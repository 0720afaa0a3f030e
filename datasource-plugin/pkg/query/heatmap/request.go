package heatmap

import (
	"net/http"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/buckets"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// readableColumns are as many intervals as "$__interval" makes: a panel has room for a line's point per pixel, but cells
// that narrow could be neither told apart nor clicked.
const readableColumns = 200

// plan is what to ask the trace server and how to read its answer.
type plan struct {
	call traceapi.Call
	// field is the latency that is counted.
	field contract.HeatmapRequestField
	// perDoubling is how many latency buckets lie between a latency and its double.
	perDoubling int
	// width of a cell in time.
	width     string
	zone      *time.Location
	selection savedquery.Selection
}

func planOf(request query.Request) (plan, error) {
	saved, err := savedquery.Decode[contract.HeatmapQuery](request.Model)
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
	width, err := widthOf(savedquery.Text(saved.Interval), request)
	if err != nil {
		return plan{}, err
	}
	field, err := fieldOf(saved.Field)
	if err != nil {
		return plan{}, err
	}
	perDoubling, err := perDoublingOf(saved.BucketsPerDoubling)
	if err != nil {
		return plan{}, err
	}
	selected := selection.Body()
	body := contract.HeatmapRequest{
		From: request.Range.From.UTC(), To: request.Range.To.UTC(), Interval: width, Field: &field, BucketsPerDoubling: &perDoubling,
		Filters: selected.Filters, Q: selected.Q, Query: selected.Query, Condition: selected.Condition,
	}
	if name := zone.String(); name != contract.LimitHeatmapRequestTimeZoneDefault {
		body.TimeZone = &name
	}
	call := traceapi.Call{Method: http.MethodPost, Path: traceapi.HeatmapPath, Body: body}
	return plan{call: call, field: field, perDoubling: perDoubling, width: width, zone: zone, selection: selection}, nil
}

func widthOf(interval string, request query.Request) (string, error) {
	if interval == "" || interval == savedquery.MacroInterval {
		most := int64(readableColumns)
		if request.MaxDataPoints > 0 {
			most = min(most, request.MaxDataPoints)
		}
		return buckets.ForPanel(request, most), nil
	}
	if !buckets.Valid(interval) {
		return "", traceapi.InvalidQuery("interval is %q: expected $__interval or a width such as 5m, 1h, 1d.", interval)
	}
	if count := buckets.Count(request.Range, buckets.Length(interval)); count > contract.LimitHeatmapRequestIntervalMaxBuckets {
		return "", traceapi.InvalidQuery("interval %s makes %d columns of the time range: at most %d are drawn. Choose a wider one, or $__interval.",
			interval, count, contract.LimitHeatmapRequestIntervalMaxBuckets)
	}
	return interval, nil
}

func fieldOf(saved *contract.HeatmapQueryField) (contract.HeatmapRequestField, error) {
	if saved == nil || *saved == "" {
		return contract.LimitHeatmapQueryFieldDefault, nil
	}
	if !saved.Valid() {
		return "", traceapi.InvalidQuery("field is %q: expected duration_ms or ttft_ms.", string(*saved))
	}
	return contract.HeatmapRequestField(*saved), nil
}

func perDoublingOf(saved *int) (int, error) {
	return savedquery.Whole("bucketsPerDoubling", saved, contract.LimitHeatmapQueryBucketsPerDoublingDefault,
		contract.LimitHeatmapQueryBucketsPerDoublingMin, contract.LimitHeatmapQueryBucketsPerDoublingMax)
}
