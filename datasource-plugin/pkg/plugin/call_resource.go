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
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// chunkSize of a resource answer. Grafana takes no more than 16 MiB in one message, and payloads can be larger.
const chunkSize = 1 << 20

// CallResource passes single traces, the list of models and the values of fields through from the trace server:
// its JSON, its status and its error answers. Only these paths can be reached, and only with GET.
func (d *Datasource) CallResource(ctx context.Context, request *backend.CallResourceRequest, sender backend.CallResourceResponseSender) error {
	response, err := d.open(ctx, request)
	if err != nil {
		return sendError(sender, traceapi.From(err))
	}
	defer func() { _ = response.Body.Close() }()
	return d.stream(response, sender)
}

func (d *Datasource) open(ctx context.Context, request *backend.CallResourceRequest) (*http.Response, error) {
	if d.settingsError != nil {
		return nil, d.settingsError
	}
	call, err := resourceCall(request)
	if err != nil {
		return nil, err
	}
	return d.client.Open(ctx, call)
}

func resourceCall(request *backend.CallResourceRequest) (traceapi.Call, error) {
	if request.Method != http.MethodGet {
		return traceapi.Call{}, &traceapi.Error{
			Status: http.StatusMethodNotAllowed, Source: backend.ErrorSourceDownstream, Step: traceapi.StepRequest,
			Code: contract.METHODNOTALLOWED, Message: "This resource can only be read (GET).",
		}
	}
	asked, err := url.Parse(request.URL)
	if err != nil {
		return traceapi.Call{}, traceapi.InvalidQuery("The resource's URL is not valid.")
	}
	return traceapi.ResourceCall(request.Path, asked.Query())
}

// stream sends the status and headers with the first part of the body, and the rest as it comes. An answer that breaks
// off ends with an error: a part of a JSON text must not pass for the whole.
func (d *Datasource) stream(response *http.Response, sender backend.CallResourceResponseSender) error {
	buffer := make([]byte, chunkSize)
	for first := true; ; first = false {
		size, err := fill(buffer, response.Body)
		ended := errors.Is(err, io.EOF)
		if err != nil && !ended {
			if first {
				return sendError(sender, d.client.BrokenOff(err))
			}
			return err
		}
		part := &backend.CallResourceResponse{Body: buffer[:size]}
		if first {
			part.Status, part.Headers = response.StatusCode, passedHeaders(response.Header)
		}
		if first || size > 0 {
			if err := sender.Send(part); err != nil {
				return err
			}
		}
		if ended {
			return nil
		}
	}
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
	for _, name := range []string{"Content-Type", "Retry-After"} {
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
	body, err := json.Marshal(answer)
	if err != nil {
		return err
	}
	return sender.Send(&backend.CallResourceResponse{
		Status: int(known.Status), Headers: map[string][]string{"Content-Type": {"application/json"}}, Body: body,
	})
}
