// Package metrics answers queries for measures over time, or for one number per group.
package metrics

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/dataplane"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
)

// Handle answers a MetricsQuery with frames of the kind timeseries-multi, or numeric-multi with interval "none".
func Handle(ctx context.Context, server query.Server, request query.Request) (data.Frames, error) {
	plan, err := planOf(request)
	if err != nil {
		return nil, err
	}
	table, err := server.Columns(ctx, plan.call)
	if err != nil {
		return nil, err
	}
	groups, err := groupRows(table, plan.groupBy)
	if err != nil {
		return nil, err
	}
	frames, err := framesOf(plan, request, table, groups)
	if err != nil {
		return nil, err
	}
	frames = dataplane.Answer(request.RefID, plan.kind(), frames, plan.call.String())
	describe(plan, frames[0], table.Header, groups)
	return frames, nil
}
