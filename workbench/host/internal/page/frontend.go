// Package page serves the built page and what it and the plugins' bundles load.
package page

import (
	"encoding/json"
	"net/http"

	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/plugins"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/provisioning"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/reply"
)

// Frontend answers GET /api/frontend/settings: the plugins and data sources that the page can use.
type Frontend struct {
	Plugins []plugins.Manifest
	// DataSources are those of now: settings can be changed while the host runs.
	DataSources func() []provisioning.DataSource
}

func (f Frontend) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	metas := make(map[string]json.RawMessage, len(f.Plugins))
	for _, manifest := range f.Plugins {
		metas[manifest.ID] = manifest.Raw
	}
	all := f.DataSources()
	sources := make([]map[string]any, 0, len(all))
	for _, d := range all {
		sources = append(sources, map[string]any{
			"id": d.ID, "uid": d.UID, "name": d.Name, "type": d.Type, "isDefault": d.IsDefault,
			"access": "proxy", "jsonData": json.RawMessage(d.JSONData),
		})
	}
	reply.JSON(w, http.StatusOK, map[string]any{"plugins": metas, "dataSources": sources})
}
