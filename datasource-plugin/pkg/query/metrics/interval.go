package metrics

import (
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/buckets"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// Words that a saved query may hold in place of a bucket width.
const (
	intervalAuto = "auto"
	intervalNone = "none"
)

// bucketWidth turns the saved interval into what the trace server takes; nothing means one number per group.
func bucketWidth(interval string, request query.Request, zone *time.Location) (string, error) {
	switch interval {
	case intervalNone:
		return "", nil
	case savedquery.MacroInterval:
		return buckets.ForPanel(request, request.MaxDataPoints), nil
	case "", intervalAuto:
		if request.Range.WithinDays(1, zone) {
			return buckets.Hour, nil
		}
		return buckets.Day, nil
	}
	if !buckets.Valid(interval) {
		return "", traceapi.InvalidQuery("interval is %q: expected auto, none, $__interval or a width such as 5m, 1h, 1d.", interval)
	}
	return interval, nil
}
