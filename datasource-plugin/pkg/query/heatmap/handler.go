// Package heatmap answers queries for requests per interval and latency.
package heatmap

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/dataplane"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
)

// Handle answers a HeatmapQuery with one frame of the kind heatmap-cells.
func Handle(ctx context.Context, server query.Server, request query.Request) (data.Frames, error) {
	plan, err := planOf(request)
	if err != nil {
		return nil, err
	}
	table, err := server.Columns(ctx, plan.call)
	if err != nil {
		return nil, err
	}
	frames, err := framesOf(plan, request, table)
	if err != nil {
		return nil, err
	}
	return dataplane.Answer(request.RefID, kind, frames, plan.call.String()), nil
}
