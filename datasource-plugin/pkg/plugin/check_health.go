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

// CheckHealth asks whether the trace server and its engine answer, whether its version fits, and then for a trace, which
// needs the API key and an Arrow answer as every query does. Its message names what failed and what to do; its details
// name the step.
func (d *Datasource) CheckHealth(ctx context.Context, request *backend.CheckHealthRequest) (*backend.CheckHealthResult, error) {
	if d.settingsError != nil {
		return unhealthy(d.settingsError)
	}
	ctx = d.withCaller(ctx, request.PluginContext.User, request)
	health, err := d.health(ctx)
	if err != nil {
		known := traceapi.From(err)
		d.logFailure(ctx, "Health check failed", known)
		return unhealthy(known)
	}
	return &backend.CheckHealthResult{Status: backend.HealthStatusOk, Message: d.healthyMessage(health)}, nil
}

func (d *Datasource) health(ctx context.Context) (contract.Health, error) {
	var health contract.Health
	err := d.client.JSON(ctx, traceapi.Call{Method: http.MethodGet, Path: traceapi.HealthPath, Once: true}, &health)
	if known := traceapi.From(err); err != nil && known.Code == contract.NOTFOUND {
		return health, d.client.WrongPath()
	}
	if err != nil {
		return health, d.notReady(ctx, traceapi.From(err))
	}
	if health.Status != contract.HealthStatusOk {
		return health, d.client.WrongAddress()
	}
	if err := checkVersion(health.Version); err != nil {
		return health, err
	}
	_, err = d.client.Columns(ctx, d.sampleCall())
	return health, err
}

func (d *Datasource) sampleCall() traceapi.Call {
	now := d.now()
	values := query.Range{From: now.Add(-sampleRange), To: now}.Values()
	values.Set("limit", "1")
	return traceapi.Call{Method: http.MethodGet, Path: traceapi.TracesPath, Query: values, Once: true}
}

// reasons by which a server that answers says that it is not ready, with what to do.
var reasons = map[contract.NotReadyReason]string{
	contract.Starting:          "it is starting: try again in a moment",
	contract.ShuttingDown:      "it is shutting down: start it again, or try again when its successor has started",
	contract.EngineUnavailable: "its database engine does not answer: look into its log, and check the address and password of ClickHouse if it uses one of its own",
	contract.MigrationsPending: "it is bringing its tables up to date, which takes as long as its log says: try again then",
	contract.QueueFull:         "more traces wait to be stored than it takes: try again in a moment, and give it more memory or disk if it stays",
}

// notReady asks a server that is not healthy why; the failure stays as it is when the server does not say.
func (d *Datasource) notReady(ctx context.Context, failed *traceapi.Error) *traceapi.Error {
	if failed.Step != traceapi.StepEngine {
		return failed
	}
	response, err := d.client.Open(ctx, traceapi.Call{Method: http.MethodGet, Path: traceapi.ReadyPath, Once: true})
	if err != nil {
		return failed
	}
	defer func() { _ = response.Body.Close() }()
	var readiness contract.Readiness
	if err := json.NewDecoder(response.Body).Decode(&readiness); err != nil {
		return failed
	}
	var said []string
	for _, reason := range readiness.Reasons {
		if text, ok := reasons[reason]; ok {
			said = append(said, text)
		}
	}
	if len(said) == 0 {
		return failed
	}
	explained := *failed
	explained.Message = fmt.Sprintf("The trace server at %s answers but is not ready: %s.", d.client.Address(), strings.Join(said, "; "))
	return &explained
}

func (d *Datasource) healthyMessage(health contract.Health) string {
	engine := "embedded engine"
	if health.Engine.Kind == contract.Clickhouse {
		engine = "ClickHouse"
	}
	message := fmt.Sprintf("Connected to trace server %s with %s %s", traceapi.Readable(health.Version), engine, traceapi.Readable(health.Engine.Version))
	switch {
	case health.Traces == nil:
		return message + "."
	case *health.Traces == 0:
		return message + fmt.Sprintf(". There are no traces yet: send some to %s/v1/traces (OpenTelemetry) or %s%s (JSON).",
			d.client.Address(), d.client.Address(), traceapi.TracesPath)
	default:
		return message + fmt.Sprintf(", %d traces stored.", *health.Traces)
	}
}

// unhealthy puts the technical cause into the details, which Grafana shows on demand.
func unhealthy(known *traceapi.Error) (*backend.CheckHealthResult, error) {
	verbose := fmt.Sprintf("Failed step: %s.", known.Step)
	if known.Code != "" {
		verbose += fmt.Sprintf(" Error code: %s.", known.Code)
	}
	if cause := errors.Unwrap(known); cause != nil {
		verbose += fmt.Sprintf(" Cause: %s.", strings.TrimRight(traceapi.Readable(cause.Error()), "."))
	}
	details, err := json.Marshal(map[string]string{"verboseMessage": verbose})
	if err != nil {
		return nil, err
	}
	return &backend.CheckHealthResult{Status: backend.HealthStatusError, Message: known.Message, JSONDetails: details}, nil
}
