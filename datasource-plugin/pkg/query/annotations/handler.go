// Package annotations answers with events to mark on charts: deployments, new versions, replica changes and error bursts.
package annotations

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
)

// finder finds the events of one kind.
type finder func(ctx context.Context, asked *asking) ([]event, error)

// finders is the one place where kinds are registered.
var finders = map[contract.AnnotationKind]finder{
	contract.AnnotationKindDeployment:    deployments,
	contract.AnnotationKindVersionChange: versionChanges,
	contract.AnnotationKindReplicaChange: replicaChanges,
	contract.AnnotationKindErrorBurst:    errorBursts,
}

// Handle answers an AnnotationsQuery with one frame, a row per event.
func Handle(ctx context.Context, server query.Server, request query.Request) (data.Frames, error) {
	plan, err := planOf(request)
	if err != nil {
		return nil, err
	}
	asked := &asking{plan: plan, server: server}
	var events []event
	for _, kind := range plan.kinds {
		found, err := finders[kind](ctx, asked)
		if err != nil {
			return nil, err
		}
		events = append(events, found...)
	}
	return data.Frames{frameOf(request.RefID, events, asked)}, nil
}
