package plugin

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/grafana/grafana-plugin-sdk-go/experimental/concurrent"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// maxConcurrentQueries of one request; the SDK takes no more than ten.
const maxConcurrentQueries = 10

// QueryData answers the queries of a panel, an alert rule or Explore side by side. A query that fails has its error
// under its own refId and leaves the others alone.
func (d *Datasource) QueryData(ctx context.Context, request *backend.QueryDataRequest) (*backend.QueryDataResponse, error) {
	return concurrent.QueryData(ctx, request, d.answer, maxConcurrentQueries)
}

func (d *Datasource) answer(ctx context.Context, asked concurrent.Query) backend.DataResponse {
	frames, err := d.frames(ctx, asked.DataQuery)
	if err == nil {
		return backend.DataResponse{Status: backend.StatusOK, Frames: frames}
	}
	known := traceapi.From(err)
	backend.Logger.FromContext(ctx).Debug("Query failed", "refId", asked.DataQuery.RefID, "step", known.Step, "status", known.Status, "code", known.Code)
	return backend.DataResponse{Status: known.Status, ErrorSource: known.Source, Error: known}
}

func (d *Datasource) frames(ctx context.Context, asked backend.DataQuery) (data.Frames, error) {
	if d.settingsError != nil {
		return nil, d.settingsError
	}
	queryType, model, err := savedquery.Read(asked.QueryType, asked.JSON)
	if err != nil {
		return nil, err
	}
	return handlers[queryType](ctx, d.client, query.Request{
		RefID:         asked.RefID,
		DataSourceUID: d.uid,
		Model:         model,
		Range:         query.Range{From: asked.TimeRange.From, To: asked.TimeRange.To},
		Interval:      asked.Interval,
		MaxDataPoints: asked.MaxDataPoints,
		Now:           d.now(),
	})
}
