// Package trace answers queries for the spans of one trace.
package trace

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// detail is the part of a TraceDetail that the trace view needs.
type detail struct {
	RequestID string          `json:"request_id"`
	TraceID   string          `json:"trace_id"`
	SpanID    string          `json:"span_id"`
	Source    string          `json:"source"`
	Workflow  workflow        `json:"workflow"`
	Spans     []contract.Span `json:"spans"`
}

// workflow is the part of a WorkflowContext that says where the request belongs; the data of its node is skipped.
type workflow struct {
	Name   string `json:"name"`
	RunID  string `json:"run_id"`
	NodeID string `json:"node_id"`
}

// list is the part of a TraceList that says which requests a trace has.
type list struct {
	Traces []struct {
		RequestID string `json:"request_id"`
	} `json:"traces"`
}

// Handle answers a TraceQuery with one frame for Grafana's trace view: all spans of the OpenTelemetry trace, so several
// requests of one trace are one tree. The panel's time range plays no part.
func Handle(ctx context.Context, server query.Server, request query.Request) (data.Frames, error) {
	wanted, err := wantedBy(request)
	if err != nil {
		return nil, err
	}
	if wanted.requestID == "" {
		if wanted.requestID, err = firstRequest(ctx, server, request, wanted.traceID); err != nil {
			return nil, err
		}
	}
	call, err := detailCall(wanted.requestID)
	if err != nil {
		return nil, err
	}
	var found detail
	if err := server.JSON(ctx, call, &found); err != nil {
		return nil, err
	}
	frame, err := frameOf(request, found, call.String())
	if err != nil {
		return nil, err
	}
	return data.Frames{frame}, nil
}

// firstRequest finds a request of an OpenTelemetry trace. It is looked for in the time range first, where it most likely
// is and which is quick, and then at any time: a link from another data source may lead here with any range.
func firstRequest(ctx context.Context, server query.Server, request query.Request, traceID string) (string, error) {
	for _, span := range []*query.Range{&request.Range, nil} {
		var found list
		if err := server.JSON(ctx, firstCall(traceID, span), &found); err != nil {
			return "", err
		}
		if len(found.Traces) > 0 {
			return found.Traces[0].RequestID, nil
		}
	}
	return "", &traceapi.Error{
		Status: backend.StatusNotFound, Source: backend.ErrorSourceDownstream, Step: traceapi.StepRequest, Code: contract.NOTFOUND,
		Message: "No model request with this traceId is stored. Check the ID; the trace may hold no model request, or it was deleted after its retention.",
	}
}
