package main

import (
	"net/http"

	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/dashboards"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/datasources"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/health"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/live"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/page"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/plugins"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/queries"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/reply"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/resources"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/settings"
)

// routes are the addresses of Grafana's that the page and the plugins use.
func routes(s settings.Settings, manifests []plugins.Manifest, registry datasources.Registry) http.Handler {
	store := dashboards.Store{ProvisioningDir: s.ProvisioningDir}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/health", func(w http.ResponseWriter, _ *http.Request) {
		reply.JSON(w, http.StatusOK, map[string]any{"database": "ok", "workbench": true})
	})
	mux.Handle("GET /api/frontend/settings", page.Frontend{Plugins: manifests, DataSources: registry.All})
	mux.HandleFunc("GET /api/search", store.Search)
	mux.HandleFunc("GET /api/dashboards/uid/{uid}", store.Get)
	mux.Handle("POST /api/ds/query", queries.Handler{DataSources: registry})
	mux.HandleFunc("GET /api/datasources/uid/{uid}", registry.Settings)
	mux.HandleFunc("PUT /api/datasources/uid/{uid}", registry.Save)
	mux.Handle("GET /api/datasources/uid/{uid}/health", health.Handler{DataSources: registry})
	mux.Handle("/api/datasources/uid/{uid}/resources/{path...}", resources.Handler{DataSources: registry})
	mux.Handle("POST /api/live/stream", &live.Hub{DataSources: registry})
	mux.HandleFunc("/api/", func(w http.ResponseWriter, _ *http.Request) {
		reply.Error(w, http.StatusNotFound, "The workbench does not answer this address of Grafana's API")
	})
	mux.HandleFunc("GET /public/plugins/{id}/{path...}", page.PluginFiles(manifests))
	mux.HandleFunc("GET /d/{rest...}", page.Index(s.PageDir))
	mux.HandleFunc("GET /explore", page.Index(s.PageDir))
	mux.HandleFunc("GET /settings", page.Index(s.PageDir))
	mux.HandleFunc("GET /{$}", page.Index(s.PageDir))
	mux.HandleFunc("/", page.Files(s.PageDir))
	return mux
}
