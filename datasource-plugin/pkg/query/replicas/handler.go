// Package replicas answers queries for the replicas of hosted models over time.
package replicas

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/dataplane"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
)

// Handle answers a ReplicasQuery with frames of the kind timeseries-multi.
func Handle(ctx context.Context, server query.Server, request query.Request) (data.Frames, error) {
	plan, err := planOf(request)
	if err != nil {
		return nil, err
	}
	table, err := server.Columns(ctx, plan.call)
	if err != nil {
		return nil, err
	}
	history, err := seriesOf(table)
	if err != nil {
		return nil, err
	}
	frames := dataplane.Answer(request.RefID, kind, framesOf(plan, request.RefID, history), plan.call.String())
	if len(plan.ignored) > 0 {
		frames[0].AppendNotices(noticeOf(plan.ignored))
	}
	return frames, nil
}
