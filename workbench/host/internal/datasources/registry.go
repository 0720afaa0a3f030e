// Package datasources joins provisioned data sources with the plugins that serve them.
package datasources

import (
	"net/http"
	"slices"
	"sync"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/config"

	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/plugins"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/provisioning"
)

// NotFound is Grafana's message for a data source that it does not know.
const NotFound = "Data source not found"

// Registry finds data sources by uid.
type Registry struct {
	Running plugins.Running
	saved   *saved
}

// saved are the data sources as they are now: provisioned, then changed by what was saved since.
type saved struct {
	mu  sync.RWMutex
	all []provisioning.DataSource
}

// NewRegistry starts with the provisioned data sources.
func NewRegistry(provisioned []provisioning.DataSource, running plugins.Running) Registry {
	return Registry{Running: running, saved: &saved{all: slices.Clone(provisioned)}}
}

// All are the data sources in the order of their files.
func (r Registry) All() []provisioning.DataSource {
	r.saved.mu.RLock()
	defer r.saved.mu.RUnlock()
	return slices.Clone(r.saved.all)
}

// Find gives a data source and the back end that serves it.
func (r Registry) Find(uid string) (provisioning.DataSource, *plugins.Process, bool) {
	for _, d := range r.All() {
		if d.UID == uid {
			process, ok := r.Running[d.Type]
			return d, process, ok
		}
	}
	return provisioning.DataSource{}, nil, false
}

// change replaces a data source by what `by` makes of it. It gives false when there is none with this uid.
func (r Registry) change(uid string, by func(provisioning.DataSource) provisioning.DataSource) (provisioning.DataSource, bool) {
	r.saved.mu.Lock()
	defer r.saved.mu.Unlock()
	for i, d := range r.saved.all {
		if d.UID == uid {
			r.saved.all[i] = by(d)
			return r.saved.all[i], true
		}
	}
	return provisioning.DataSource{}, false
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
