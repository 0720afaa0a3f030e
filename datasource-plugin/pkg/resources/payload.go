package resources

import (
	"context"
	"net/http"
	"net/url"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// payload gives what went in or came out as it is stored: payload?request_id=…&side=input|output&form=text|json. The
// header Range asks for a part of it.
func payload(ctx context.Context, server Server, asked Request) (Answer, error) {
	if asked.Withheld {
		return Answer{}, asked.Rule.Refusal("The payload of a trace")
	}
	path, err := traceapi.TracePath(asked.Query.Get(requestIDParameter))
	if err != nil {
		return Answer{}, err
	}
	side := asked.Query.Get("side")
	if side != "input" && side != "output" {
		return Answer{}, traceapi.InvalidQuery("side is %q: expected input or output.", traceapi.Readable(side))
	}
	values := url.Values{}
	if form := asked.Query.Get("form"); form != "" {
		if !contract.PayloadForm(form).Valid() {
			return Answer{}, traceapi.InvalidQuery("form is %q: expected text or json.", traceapi.Readable(form))
		}
		values.Set("form", form)
	}
	response, err := server.OpenText(ctx, traceapi.Call{Method: http.MethodGet, Path: path + "/payloads/" + side, Query: values, Range: asked.Range})
	if err != nil {
		return Answer{}, err
	}
	return answerOf(response), nil
}
