package plugin

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// withCaller says in the context for whom the trace server is asked: whose identity may be sent on, and whether the
// caller gets contents.
func (d *Datasource) withCaller(ctx context.Context, user *backend.User, request backend.ForwardHTTPHeaders) context.Context {
	return traceapi.WithCaller(ctx, traceapi.Caller{Headers: request.GetHTTPHeaders(), ContentsWithheld: d.contents.Withholds(user)})
}

// logFailure writes a line for who looks into a failure. Neither the message nor the cause is in it: both repeat parts of
// queries.
func (d *Datasource) logFailure(ctx context.Context, text string, known *traceapi.Error, more ...any) {
	backend.Logger.FromContext(ctx).Debug(text, append([]any{"step", known.Step, "status", known.Status, "code", known.Code, "source", known.Source}, more...)...)
}
