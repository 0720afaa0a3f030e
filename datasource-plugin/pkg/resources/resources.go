// Package resources answers what the browser asks besides queries: the trace server's JSON, its status and its error
// answers are passed on. Only the resources listed here can be reached, each with its own method.
package resources

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contents"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// Server is what resources need of the trace server.
type Server interface {
	JSON(ctx context.Context, call traceapi.Call, target any) error
	Open(ctx context.Context, call traceapi.Call) (*http.Response, error)
	OpenText(ctx context.Context, call traceapi.Call) (*http.Response, error)
	ExportOutline(ctx context.Context, query url.Values) (contract.ExportOutline, error)
	Export(ctx context.Context, query url.Values) (*http.Response, error)
	BrokenOff(ctx context.Context, err error) *traceapi.Error
	// CanStream tells whether answers are the same for all callers.
	CanStream() bool
}

// Request is one call of a resource.
type Request struct {
	Method string
	// Path of the resource, such as "models", as Grafana gives it: unescaped.
	Path  string
	Query url.Values
	Body  []byte
	// Range of bytes that is wanted, as the header of this name; empty for all.
	Range string
	// Rule is who may see contents, and Withheld that the caller is not among them.
	Rule     contents.Rule
	Withheld bool
}

// Answer to a resource. Whoever gets it closes the body.
type Answer struct {
	Status int
	Header http.Header
	Body   io.ReadCloser
	// AsItComes sends on what a single read of the body gives: people watch how it comes.
	AsItComes bool
}

type handler func(ctx context.Context, server Server, asked Request) (Answer, error)

type resource struct {
	method string
	handle handler
}

// resources by path. The request ID of a trace is a parameter and no part of the path: Grafana unescapes a resource's
// path and parses it once more, so an ID with ?, # or % in the path would not arrive as it was sent.
var resources = map[string]resource{
	"models":         {http.MethodGet, models},
	"trace":          {http.MethodGet, trace},
	"payload":        {http.MethodGet, payload},
	"neighbors":      {http.MethodGet, neighbors},
	"query/parse":    {http.MethodPost, parse},
	"query/format":   {http.MethodPost, format},
	"query/complete": {http.MethodPost, complete},
	"query/explain":  {http.MethodPost, explain},
	"query/migrate":  {http.MethodPost, migrate},
	"live/channel":   {http.MethodPost, liveChannel},
	"export":         {http.MethodPost, export},
	"export/plan":    {http.MethodPost, exportPlan},
	"export/status":  {http.MethodGet, exportStatus},
	"export/cancel":  {http.MethodPost, exportCancel},
}

// known is for people who ask for another one.
const known = "models, trace, payload, neighbors, fields/{field}/values, live/channel, export, export/plan, status and cancel, and query/parse, format, complete, explain and migrate"

// Handle answers a call of a resource. Its errors are those of traceapi.
func Handle(ctx context.Context, server Server, asked Request) (Answer, error) {
	found, ok := find(strings.TrimPrefix(asked.Path, "/"))
	if !ok {
		return Answer{}, traceapi.Refused(http.StatusNotFound, contract.NOTFOUND, "The data source has no such resource. It has "+known+".")
	}
	if asked.Method != found.method {
		return Answer{}, traceapi.Refused(http.StatusMethodNotAllowed, contract.METHODNOTALLOWED, "This resource takes "+found.method+" only.")
	}
	return found.handle(ctx, server, asked)
}

func find(path string) (resource, bool) {
	if field, ok := fieldOf(path); ok {
		return resource{http.MethodGet, fieldValues(field)}, true
	}
	found, ok := resources[path]
	return found, ok
}

// pass sends the call and passes the answer on, once it is sure that a caller without contents asks nothing about them.
func pass(ctx context.Context, server Server, asked Request, call traceapi.Call) (Answer, error) {
	if err := check(ctx, server, asked, call); err != nil {
		return Answer{}, err
	}
	response, err := server.Open(ctx, call)
	if err != nil {
		return Answer{}, err
	}
	return answerOf(response), nil
}

func check(ctx context.Context, server Server, asked Request, call traceapi.Call) error {
	if !asked.Withheld {
		return nil
	}
	return asked.Rule.CheckCall(ctx, server, call)
}

func answerOf(response *http.Response) Answer {
	return Answer{Status: response.StatusCode, Header: response.Header, Body: response.Body}
}
