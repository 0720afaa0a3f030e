package plugin

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/resources"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// chunkSize of a resource answer. Grafana takes no more than 16 MiB in one message, and payloads can be larger.
const chunkSize = 1 << 20

// CallResource answers the resources of pkg/resources, in parts when they are long.
func (d *Datasource) CallResource(ctx context.Context, request *backend.CallResourceRequest, sender backend.CallResourceResponseSender) error {
	ctx = d.withCaller(ctx, request.PluginContext.User, request)
	answer, err := d.resource(ctx, request)
	if err != nil {
		known := traceapi.From(err)
		d.logFailure(ctx, "Resource failed", known, "resource", traceapi.Readable(request.Path))
		return sendError(sender, known)
	}
	defer func() { _ = answer.Body.Close() }()
	return d.stream(ctx, answer, sender)
}

func (d *Datasource) resource(ctx context.Context, request *backend.CallResourceRequest) (resources.Answer, error) {
	if d.settingsError != nil {
		return resources.Answer{}, d.settingsError
	}
	asked, err := url.Parse(request.URL)
	if err != nil {
		return resources.Answer{}, traceapi.InvalidQuery("The resource's URL is not valid.")
	}
	return resources.Handle(ctx, d.client, resources.Request{
		Method: request.Method, Path: request.Path, Query: asked.Query(), Body: request.Body,
		Range: request.GetHTTPHeader("Range"), Rule: d.contents, Withheld: d.contents.Withholds(request.PluginContext.User),
	})
}

// stream sends the status and headers with the first part of the body, and the rest as it comes. An answer that breaks
// off ends with an error: a part of a JSON text must not pass for the whole.
func (d *Datasource) stream(ctx context.Context, answer resources.Answer, sender backend.CallResourceResponseSender) error {
	buffer := make([]byte, chunkSize)
	for first := true; ; first = false {
		size, err := part(buffer, answer)
		ended := errors.Is(err, io.EOF)
		if err != nil && !ended {
			if first {
				return sendError(sender, d.client.BrokenOff(ctx, err))
			}
			return err
		}
		sent := &backend.CallResourceResponse{Body: buffer[:size]}
		if first {
			sent.Status, sent.Headers = answer.Status, passedHeaders(answer.Header)
		}
		if first || size > 0 {
			if err := sender.Send(sent); err != nil {
				return err
			}
		}
		if ended {
			return nil
		}
	}
}

func part(buffer []byte, answer resources.Answer) (int, error) {
	if answer.AsItComes {
		return answer.Body.Read(buffer)
	}
	return fill(buffer, answer.Body)
}

// fill reads until the buffer is full or the body ends. Unlike io.ReadFull it keeps a regular end apart from an answer
// that was cut off.
func fill(buffer []byte, body io.Reader) (int, error) {
	size := 0
	for size < len(buffer) {
		count, err := body.Read(buffer[size:])
		size += count
		if err != nil {
			return size, err
		}
	}
	return size, nil
}

func passedHeaders(from http.Header) map[string][]string {
	headers := map[string][]string{}
	for _, name := range []string{"Content-Type", "Content-Range", "Accept-Ranges", "Retry-After"} {
		if values := from.Values(name); len(values) > 0 {
			headers[name] = values
		}
	}
	return headers
}

// sendError answers in the form of the trace server's own errors, so that the browser reads only one.
func sendError(sender backend.CallResourceResponseSender, known *traceapi.Error) error {
	var answer contract.ErrorAnswer
	answer.Error.Code, answer.Error.Message = known.AnswerCode(), known.Message
	answer.Error.Field, answer.Error.Position = known.Field, known.Position
	body, err := json.Marshal(answer)
	if err != nil {
		return err
	}
	return sender.Send(&backend.CallResourceResponse{
		Status: int(known.Status), Headers: map[string][]string{"Content-Type": {"application/json"}}, Body: body,
	})
}
