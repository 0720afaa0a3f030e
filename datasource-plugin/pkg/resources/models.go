package resources

import (
	"context"
	"net/http"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// models lists the models with their deployments, versions and connections.
func models(ctx context.Context, server Server, asked Request) (Answer, error) {
	return pass(ctx, server, asked, traceapi.Call{Method: http.MethodGet, Path: traceapi.ModelsPath})
}
