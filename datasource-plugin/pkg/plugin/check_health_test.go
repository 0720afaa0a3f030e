package plugin

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

func healthOf(version, more string) string {
	return `{"status":"ok","version":"` + version + `","engine":{"kind":"embedded","version":"26.7"}` + more + `}`
}

func TestHealthNamesTheStepThatFailedAndWhatToDo(t *testing.T) {
	const refused = `{"error":{"code":"UNAUTHENTICATED","message":"no"}}`
	healthy, down := healthOf("0.1.0", `,"traces":636`), `{"error":{"code":"ENGINE_UNAVAILABLE","message":"x"}}`
	for _, c := range []struct {
		name                   string
		health, traces         int
		healthText, tracesText string
		readyText              string
		want, wantDetails      string
		withoutServer, isHTML  bool
	}{
		{name: "all well", health: 200, healthText: healthy, traces: 200, want: "Connected to trace server 0.1.0 with embedded engine 26.7, 636 traces stored."},
		{name: "a later server", health: 200, healthText: healthOf("0.9.3", ""), traces: 200, want: "Connected to trace server 0.9.3 with embedded engine 26.7."},
		{name: "a server built by hand", health: 200, healthText: healthOf("dev", ""), traces: 200, want: "Connected to trace server dev"},
		{name: "empty store", health: 200, healthText: healthOf("0.1.0", `,"traces":0`), traces: 200, want: "There are no traces yet: send some to http://127.0.0.1"},
		{name: "too old", health: 200, healthText: healthOf("0.0.9", ""), want: "is too old for this data source: it needs 0.1", wantDetails: "Failed step: version"},
		{name: "too new", health: 200, healthText: healthOf("1.0.0", ""), want: "Update the data source plugin", wantDetails: "Failed step: version"},
		{name: "key refused", health: 200, healthText: healthy, traces: 401, tracesText: refused, want: "refused the API key", wantDetails: "Failed step: api key"},
		{name: "key may not read", health: 200, healthText: healthy, traces: 403, tracesText: `{"error":{"code":"FORBIDDEN","message":"The key lacks read."}}`, want: "scope read", wantDetails: "Failed step: scope of the api key"},
		{name: "engine down", health: 503, healthText: down, readyText: "{}", want: "engine is starting or down", wantDetails: "ENGINE_UNAVAILABLE"},
		{name: "tables not ready", health: 503, healthText: down, readyText: `{"status":"not_ready","reasons":["migrations_pending"]}`, want: "bringing its tables up to date", wantDetails: "Failed step: engine"},
		{name: "a path that the trace server does not have", health: 404, healthText: `{"error":{"code":"NOT_FOUND","message":"There is no such path."}}`, want: "Check the path of the URL", wantDetails: "wrong address"},
		{name: "wrong path", health: 404, healthText: `not found`, isHTML: true, want: "does not know the trace server's API", wantDetails: "wrong address"},
		{name: "other service", health: 200, healthText: `{"status":"UP"}`, want: "is not a trace server", wantDetails: "wrong address"},
		{name: "a page", health: 200, healthText: `<html>`, isHTML: true, want: "is not a trace server", wantDetails: "wrong address"},
		{name: "not running", withoutServer: true, want: "the connection was refused", wantDetails: "Failed step: connect"},
	} {
		t.Run(c.name, func(t *testing.T) {
			server := tracetest.Serve(t, func(writer http.ResponseWriter, request *http.Request) {
				switch {
				case request.URL.Path == "/healthz" && c.isHTML:
					writer.Header().Set("Content-Type", "text/html")
					writer.WriteHeader(c.health)
					_, _ = writer.Write([]byte(c.healthText))
				case request.URL.Path == "/healthz":
					writer.Header().Set("Retry-After", "1")
					tracetest.WriteJSON(writer, c.health, c.healthText)
				case request.URL.Path == "/readyz":
					tracetest.WriteJSON(writer, c.health, c.readyText)
				case c.traces == http.StatusOK && request.URL.Query().Get("limit") == "1":
					tracetest.WriteArrow(writer, tracetest.Stream(t, tracetest.Texts("request_id")))
				default:
					tracetest.WriteJSON(writer, c.traces, c.tracesText)
				}
			})
			if c.withoutServer {
				server.Close()
			}
			saved := backend.DataSourceInstanceSettings{URL: server.URL, DecryptedSecureJSONData: map[string]string{"apiKey": "k"}}
			got, err := instance(t, saved).CheckHealth(context.Background(), &backend.CheckHealthRequest{})
			want := backend.HealthStatusError
			if c.wantDetails == "" {
				want = backend.HealthStatusOk
			}
			if err != nil || got.Status != want || !strings.Contains(got.Message, c.want) {
				t.Errorf("%+v, %v", got, err)
			}
			if !strings.Contains(string(got.JSONDetails), c.wantDetails) || (c.wantDetails != "" && !strings.Contains(string(got.JSONDetails), `"verboseMessage"`)) {
				t.Errorf("details %s", got.JSONDetails)
			}
		})
	}
}
