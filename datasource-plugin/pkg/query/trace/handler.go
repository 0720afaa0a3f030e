// Package trace answers queries for the spans of one trace.
package trace

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
)

// Handle answers a TraceQuery with one frame for Grafana's trace view. The panel's time range plays no part.
func Handle(ctx context.Context, server query.Server, request query.Request) (data.Frames, error) {
	call, err := callOf(request)
	if err != nil {
		return nil, err
	}
	var found detail
	if err := server.JSON(ctx, call, &found); err != nil {
		return nil, err
	}
	frame, err := frameOf(request.RefID, found, call.String())
	if err != nil {
		return nil, err
	}
	return data.Frames{frame}, nil
}
