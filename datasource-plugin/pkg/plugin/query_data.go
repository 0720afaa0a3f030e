package plugin

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/grafana/grafana-plugin-sdk-go/experimental/concurrent"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contents"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// maxConcurrentQueries of one request; the SDK takes no more than ten.
const maxConcurrentQueries = 10

// QueryData answers the queries of a panel, an alert rule or Explore side by side. A query that fails has its error
// under its own refId and leaves the others alone.
func (d *Datasource) QueryData(ctx context.Context, request *backend.QueryDataRequest) (*backend.QueryDataResponse, error) {
	ctx = d.withCaller(ctx, request.PluginContext.User, request)
	return concurrent.QueryData(ctx, request, d.answer, maxConcurrentQueries)
}

func (d *Datasource) answer(ctx context.Context, asked concurrent.Query) backend.DataResponse {
	frames, err := d.frames(ctx, asked.PluginContext.User, asked.DataQuery)
	if err == nil {
		return backend.DataResponse{Status: backend.StatusOK, Frames: frames}
	}
	known := traceapi.From(err)
	d.logFailure(ctx, "Query failed", known, "refId", asked.DataQuery.RefID)
	return backend.DataResponse{Status: known.Status, ErrorSource: known.Source, Error: known}
}

func (d *Datasource) frames(ctx context.Context, user *backend.User, asked backend.DataQuery) (data.Frames, error) {
	if d.settingsError != nil {
		return nil, d.settingsError
	}
	queryType, model, err := savedquery.Read(asked.QueryType, asked.JSON)
	if err != nil {
		return nil, err
	}
	var server query.Server = d.client
	withheld := d.contents.Withholds(user)
	if withheld {
		server = contents.Server{Rule: d.contents, Next: d.client}
	}
	frames, err := handlers[queryType](ctx, server, query.Request{
		RefID:         asked.RefID,
		DataSourceUID: d.uid,
		Model:         model,
		Range:         query.Range{From: asked.TimeRange.From, To: asked.TimeRange.To},
		Interval:      asked.Interval,
		MaxDataPoints: asked.MaxDataPoints,
		Now:           d.now(),
		Links:         d.links,
	})
	if err != nil {
		return nil, err
	}
	if withheld {
		d.contents.Withhold(queryType, frames)
	}
	return frames, nil
}
