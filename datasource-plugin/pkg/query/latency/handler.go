// Package latency answers queries for the latency of single requests, or of days for longer ranges.
package latency

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/dataplane"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
)

// Handle answers a LatencyQuery with one frame of the kind timeseries-wide.
func Handle(ctx context.Context, server query.Server, request query.Request) (data.Frames, error) {
	plan, err := planOf(request)
	if err != nil {
		return nil, err
	}
	table, err := server.Columns(ctx, plan.call)
	if err != nil {
		return nil, err
	}
	read := pointFrames
	if plan.daily {
		read = dailyFrames
	}
	frames, err := read(plan, request, table)
	if err != nil {
		return nil, err
	}
	return dataplane.Answer(request.RefID, kind, frames, plan.call.String()), nil
}
