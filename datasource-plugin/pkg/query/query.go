// Package query says what a query type is: a handler that turns one query into frames.
package query

import (
	"context"
	"encoding/json"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// Request is one query of a panel, an alert rule or Explore. Nothing in it depends on who asks: an alert rule, which
// has no user, gets the same frames.
type Request struct {
	RefID string
	// DataSourceUID names the data source within Grafana.
	DataSourceUID string
	// Model is the saved query as JSON.
	Model json.RawMessage
	Range Range
	// Interval between points that suits the panel's width.
	Interval time.Duration
	// MaxDataPoints is how many points the panel can show; 0 when not known.
	MaxDataPoints int64
	// Now ends what can be known of a range that reaches into the future.
	Now time.Time
	// Links are where frames lead to besides this data source.
	Links Links
}

// Server is what handlers need of the trace server.
type Server interface {
	Columns(ctx context.Context, call traceapi.Call) (*arrowframe.Table, error)
	JSON(ctx context.Context, call traceapi.Call, target any) error
}

// Handler answers the queries of one type. Its errors are those of traceapi or faults of the plugin.
type Handler func(ctx context.Context, server Server, request Request) (data.Frames, error)
