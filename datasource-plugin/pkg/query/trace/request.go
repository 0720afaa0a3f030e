package trace

import (
	"net/http"
	"unicode/utf8"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// detail is the part of a TraceDetail that the trace view needs; the payloads, which may be megabytes, are skipped.
type detail struct {
	TraceID string          `json:"trace_id"`
	Spans   []contract.Span `json:"spans"`
}

func callOf(request query.Request) (traceapi.Call, error) {
	saved, err := savedquery.Decode[contract.TraceQuery](request.Model)
	if err != nil {
		return traceapi.Call{}, err
	}
	requestID := savedquery.Text(saved.RequestId)
	if requestID == "" {
		return traceapi.Call{}, traceapi.InvalidQuery("requestId is empty: enter the request ID of the trace to show.")
	}
	if utf8.RuneCountInString(requestID) > contract.LimitTraceInputRequestIdMaxLength {
		return traceapi.Call{}, traceapi.InvalidQuery("requestId is too long: expected at most %d characters.", contract.LimitTraceInputRequestIdMaxLength)
	}
	path, err := traceapi.TracePath(requestID)
	if err != nil {
		return traceapi.Call{}, err
	}
	return traceapi.Call{Method: http.MethodGet, Path: path}, nil
}
