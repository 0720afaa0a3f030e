package plugin

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

const healthy = `{"status":"ok","version":"0.1.0","engine":{"kind":"embedded","version":"26.7"},"traces":636}`

func TestHealthNamesTheStepThatFailed(t *testing.T) {
	const refused = `{"error":{"code":"UNAUTHENTICATED","message":"no"}}`
	for _, c := range []struct {
		name                       string
		health, traces             int
		healthText, tracesText     string
		want, wantDetails          string
		status                     backend.HealthStatus
		withoutServer, textHealthz bool
	}{
		{name: "all well", health: 200, healthText: healthy, traces: 200, want: "Connected to trace server 0.1.0 with embedded engine 26.7, 636 traces stored.", status: backend.HealthStatusOk},
		{name: "key refused", health: 200, healthText: healthy, traces: 401, tracesText: refused, want: "refused the API key", wantDetails: "api key", status: backend.HealthStatusError},
		{name: "engine down", health: 503, healthText: `{"error":{"code":"ENGINE_UNAVAILABLE","message":"x"}}`, want: "engine is starting or down", wantDetails: "ENGINE_UNAVAILABLE", status: backend.HealthStatusError},
		{name: "wrong path", health: 404, healthText: `not found`, textHealthz: true, want: "does not know the trace server's API", wantDetails: "wrong address", status: backend.HealthStatusError},
		{name: "other service", health: 200, healthText: `{"status":"UP"}`, want: "is not a trace server", wantDetails: "wrong address", status: backend.HealthStatusError},
		{name: "not running", withoutServer: true, want: "Cannot reach the trace server", wantDetails: "connect", status: backend.HealthStatusError},
	} {
		t.Run(c.name, func(t *testing.T) {
			server := tracetest.Serve(t, func(writer http.ResponseWriter, request *http.Request) {
				switch {
				case request.URL.Path == "/healthz" && c.textHealthz:
					http.Error(writer, c.healthText, c.health)
				case request.URL.Path == "/healthz":
					tracetest.WriteJSON(writer, c.health, c.healthText)
				case c.traces == http.StatusOK && request.URL.Query().Get("limit") == "1":
					tracetest.WriteArrow(writer, tracetest.Stream(t, tracetest.Texts("request_id")))
				default:
					tracetest.WriteJSON(writer, c.traces, c.tracesText)
				}
			})
			if c.withoutServer {
				server.Close()
			}
			got, err := instance(t, backend.DataSourceInstanceSettings{URL: server.URL}).CheckHealth(context.Background(), &backend.CheckHealthRequest{})
			if err != nil || got.Status != c.status || !strings.Contains(got.Message, c.want) {
				t.Errorf("%+v, %v", got, err)
			}
			if !strings.Contains(string(got.JSONDetails), c.wantDetails) || (c.wantDetails != "" && !strings.Contains(string(got.JSONDetails), `"verboseMessage"`)) {
				t.Errorf("details %s", got.JSONDetails)
			}
		})
	}
}
