// Package health answers GET /api/datasources/uid/{uid}/health from the plugin's back end.
package health

import (
	"encoding/json"
	"net/http"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/genproto/pluginv2"

	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/datasources"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/reply"
)

// Handler asks the back end whether the data source works.
type Handler struct{ DataSources datasources.Registry }

// ServeHTTP answers 200 when it works and 400 when it does not, with the plugin's words, as Grafana does.
func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	source, process, ok := h.DataSources.Find(r.PathValue("uid"))
	if !ok {
		reply.Error(w, http.StatusNotFound, datasources.NotFound)
		return
	}
	clients, err := process.Clients()
	if err != nil {
		reply.Error(w, http.StatusServiceUnavailable, "Plugin unavailable")
		return
	}
	answer, err := clients.Diagnostics.CheckHealth(r.Context(), &pluginv2.CheckHealthRequest{
		PluginContext: backend.ToProto().PluginContext(datasources.PluginContext(source, process, r.Header)),
	})
	if err != nil {
		reply.Error(w, http.StatusInternalServerError, "Plugin health check failed")
		return
	}
	result := backend.FromProto().CheckHealthResponse(answer)
	body := map[string]any{"status": result.Status.String(), "message": result.Message}
	if json.Valid(result.JSONDetails) {
		body["details"] = json.RawMessage(result.JSONDetails)
	}
	status := http.StatusOK
	if result.Status != backend.HealthStatusOk {
		status = http.StatusBadRequest
	}
	reply.JSON(w, status, body)
}
