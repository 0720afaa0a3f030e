package plugin

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// sampleRange of the traces that the health check asks for; whether there are any does not matter.
const sampleRange = time.Hour

// CheckHealth asks whether the trace server and its engine answer, and then for a trace, which needs the API key and
// an Arrow answer as every query does. Its message names the step that failed.
func (d *Datasource) CheckHealth(ctx context.Context, _ *backend.CheckHealthRequest) (*backend.CheckHealthResult, error) {
	if d.settingsError != nil {
		return unhealthy(d.settingsError)
	}
	var health contract.Health
	if err := d.client.JSON(ctx, traceapi.Call{Method: http.MethodGet, Path: traceapi.HealthPath}, &health); err != nil {
		return unhealthy(traceapi.From(err))
	}
	if health.Status != contract.HealthStatusOk {
		return unhealthy(d.client.WrongAddress())
	}
	if _, err := d.client.Columns(ctx, d.sampleCall()); err != nil {
		return unhealthy(traceapi.From(err))
	}
	return &backend.CheckHealthResult{Status: backend.HealthStatusOk, Message: healthyMessage(health)}, nil
}

func (d *Datasource) sampleCall() traceapi.Call {
	now := d.now()
	values := query.Range{From: now.Add(-sampleRange), To: now}.Values()
	values.Set("limit", "1")
	return traceapi.Call{Method: http.MethodGet, Path: traceapi.TracesPath, Query: values}
}

func healthyMessage(health contract.Health) string {
	engine := "embedded engine"
	if health.Engine.Kind == contract.Clickhouse {
		engine = "ClickHouse"
	}
	message := fmt.Sprintf("Connected to trace server %s with %s %s", health.Version, engine, health.Engine.Version)
	if health.Traces != nil {
		message += fmt.Sprintf(", %d traces stored", *health.Traces)
	}
	return message + "."
}

// unhealthy puts the technical cause into the details, which Grafana shows on demand.
func unhealthy(known *traceapi.Error) (*backend.CheckHealthResult, error) {
	verbose := fmt.Sprintf("Failed step: %s.", known.Step)
	if known.Code != "" {
		verbose += fmt.Sprintf(" Error code: %s.", known.Code)
	}
	if cause := errors.Unwrap(known); cause != nil {
		verbose += fmt.Sprintf(" Cause: %s.", strings.TrimRight(cause.Error(), "."))
	}
	details, err := json.Marshal(map[string]string{"verboseMessage": verbose})
	if err != nil {
		return nil, err
	}
	return &backend.CheckHealthResult{Status: backend.HealthStatusError, Message: known.Message, JSONDetails: details}, nil
}
