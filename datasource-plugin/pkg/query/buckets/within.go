package buckets

import (
	"strconv"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// Within is the part of the range that lies in the bucket; nil without one. A point that is computed over several
// buckets, such as a panel's total, has no start, and all of the range is meant.
func Within(within *contract.TimeBucket, span query.Range) (*query.Range, error) {
	if within == nil || within.Start == "" {
		return nil, nil
	}
	milliseconds, err := strconv.ParseInt(within.Start, 10, 64)
	if err != nil {
		return nil, traceapi.InvalidQuery("within.start is not a time: expected milliseconds since 1970.")
	}
	if !Valid(within.Width) {
		return nil, traceapi.InvalidQuery("within.width is %q: expected a width such as 5m, 1h, 1d.", within.Width)
	}
	zone, err := query.Zone(within.TimeZone)
	if err != nil {
		return nil, err
	}
	start := time.UnixMilli(milliseconds).UTC()
	part := query.Range{From: start, To: End(start, within.Width, zone)}
	if span.From.After(part.From) {
		part.From = span.From
	}
	if span.To.Before(part.To) {
		part.To = span.To
	}
	if !part.From.Before(part.To) {
		return nil, traceapi.InvalidQuery("within: the point of the chart that led here lies outside the time range. Choose a range with it, or clear the query.")
	}
	return &part, nil
}
