// Package datasources joins provisioned data sources with the plugins that serve them.
package datasources

import (
	"net/http"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/config"

	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/plugins"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/provisioning"
)

// NotFound is Grafana's message for a data source that it does not know.
const NotFound = "Data source not found"

// Registry finds data sources by uid.
type Registry struct {
	All     []provisioning.DataSource
	Running plugins.Running
}

// Find gives a data source and the back end that serves it.
func (r Registry) Find(uid string) (provisioning.DataSource, *plugins.Process, bool) {
	for _, d := range r.All {
		if d.UID == uid {
			process, ok := r.Running[d.Type]
			return d, process, ok
		}
	}
	return provisioning.DataSource{}, nil, false
}

// PluginContext is what Grafana tells a plugin about the data source and the caller.
func PluginContext(d provisioning.DataSource, process *plugins.Process, headers http.Header) backend.PluginContext {
	return backend.PluginContext{
		Namespace:     "default",
		PluginID:      d.Type,
		PluginVersion: process.Version(),
		User:          caller(headers),
		DataSourceInstanceSettings: &backend.DataSourceInstanceSettings{
			ID: d.ID, UID: d.UID, Type: d.Type, Name: d.Name, URL: d.URL,
			JSONData: d.JSONData, DecryptedSecureJSONData: d.Secrets, Updated: d.Updated,
		},
		GrafanaConfig: config.NewGrafanaCfg(map[string]string{}),
	}
}
