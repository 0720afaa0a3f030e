package trace

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// wanted is the trace to show: by its request ID or, when that is empty, by its OpenTelemetry trace ID.
type wanted struct {
	requestID, traceID string
}

// traceIDPattern takes both cases, as other data sources write IDs in either.
var traceIDPattern = regexp.MustCompile(`^[0-9a-fA-F]{32}$`)

func wantedBy(request query.Request) (wanted, error) {
	saved, err := savedquery.Decode[contract.TraceQuery](request.Model)
	if err != nil {
		return wanted{}, err
	}
	if requestID := savedquery.Text(saved.RequestId); requestID != "" {
		return wanted{requestID: requestID}, nil
	}
	traceID := strings.TrimSpace(savedquery.Text(saved.TraceId))
	if traceID == "" {
		return wanted{}, traceapi.InvalidQuery("requestId and traceId are empty: enter the request ID of the trace to show, or its OpenTelemetry trace ID.")
	}
	if !traceIDPattern.MatchString(traceID) {
		return wanted{}, traceapi.InvalidQuery("traceId is not an OpenTelemetry trace ID: expected 32 hexadecimal digits. If it is a request ID, enter it as requestId.")
	}
	return wanted{traceID: strings.ToLower(traceID)}, nil
}

// detailCall asks for one request with all spans of its trace. Its payloads, which may be megabytes, are not asked for.
func detailCall(requestID string) (traceapi.Call, error) {
	if utf8.RuneCountInString(requestID) > contract.LimitTraceInputRequestIdMaxLength {
		return traceapi.Call{}, traceapi.InvalidQuery("requestId is too long: expected at most %d characters.", contract.LimitTraceInputRequestIdMaxLength)
	}
	path, err := traceapi.TracePath(requestID)
	if err != nil {
		return traceapi.Call{}, err
	}
	return traceapi.Call{Method: http.MethodGet, Path: path, Query: url.Values{"payload": {"preview"}}}, nil
}

// firstCall asks for the first request of an OpenTelemetry trace, within a range or at any time.
func firstCall(traceID string, span *query.Range) traceapi.Call {
	values := url.Values{}
	if span != nil {
		values = span.Values()
	}
	values.Set("trace_id", traceID)
	values.Set("order", "asc")
	values.Set("limit", "1")
	return traceapi.Call{Method: http.MethodGet, Path: traceapi.TracesPath, Query: values}
}
