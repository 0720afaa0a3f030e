// Package plugin answers Grafana's calls to a data source instance. Each kind of call has its own file.
package plugin

import (
	"context"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/instancemgmt"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contents"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/live"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/settings"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// ID of the plugin, as in plugin.json.
const ID = "modeltrace-traces-datasource"

// Datasource is one configured data source. Grafana makes a new one whenever its settings change.
type Datasource struct {
	uid    string
	client *traceapi.Client
	// settingsError is set when the settings cannot be used. Every call then answers with it, which tells more than
	// the SDK's own answer to a data source that could not be made.
	settingsError *traceapi.Error
	now           func() time.Time
	// contents is who may see prompts and answers.
	contents contents.Rule
	links    query.Links
	// live is nil when the settings cannot be used.
	live *live.Streams
}

var (
	_ backend.QueryDataHandler      = (*Datasource)(nil)
	_ backend.CheckHealthHandler    = (*Datasource)(nil)
	_ backend.CallResourceHandler   = (*Datasource)(nil)
	_ backend.StreamHandler         = (*Datasource)(nil)
	_ instancemgmt.InstanceDisposer = (*Datasource)(nil)
)

// NewDatasource makes the instance for the settings that an administrator saved.
func NewDatasource(ctx context.Context, saved backend.DataSourceInstanceSettings) (instancemgmt.Instance, error) {
	made := &Datasource{uid: saved.UID, now: time.Now}
	parsed, err := settings.Parse(saved)
	if err == nil {
		made.contents, made.links = contents.Rule{MinRole: parsed.ContentsMinRole}, query.LinksOf(parsed.Saved)
		made.client, err = clientFor(ctx, saved, parsed)
	}
	if err != nil {
		made.settingsError = traceapi.InvalidSettings(err)
		return made, nil
	}
	made.live = live.New(live.Options{Server: made.client, DataSourceUID: made.uid, Links: made.links, Rule: made.contents})
	return made, nil
}

func clientFor(ctx context.Context, saved backend.DataSourceInstanceSettings, parsed settings.Settings) (*traceapi.Client, error) {
	var err error
	if saved.JSONData, err = settings.WithoutNulls(saved.JSONData); err != nil {
		return nil, err
	}
	options, err := saved.HTTPClientOptions(ctx)
	if err != nil {
		return nil, err
	}
	return traceapi.New(parsed, options)
}

// Dispose is called some seconds after the instance was replaced.
func (d *Datasource) Dispose() {
	if d.live != nil {
		d.live.Close()
	}
	if d.client != nil {
		d.client.Close()
	}
}
