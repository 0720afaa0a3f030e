// Package traces answers queries for the traces table.
package traces

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
)

// Handle answers a TracesQuery with one frame named "traces", in the query's order.
func Handle(ctx context.Context, server query.Server, request query.Request) (data.Frames, error) {
	plan, err := planOf(request)
	if err != nil {
		return nil, err
	}
	table, err := server.Columns(ctx, plan.call)
	if err != nil {
		return nil, err
	}
	frame, err := frameOf(plan, request, table)
	if err != nil {
		return nil, err
	}
	return data.Frames{frame}, nil
}
