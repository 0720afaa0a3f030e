package resources

import (
	"context"
	"io"
	"net/http"
	"net/url"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contents"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

const (
	requestIDParameter = "request_id"
	payloadParameter   = "payload"
)

// trace gives the details of one trace: trace?request_id=…, with payload=preview without its payloads.
func trace(ctx context.Context, server Server, asked Request) (Answer, error) {
	path, err := traceapi.TracePath(asked.Query.Get(requestIDParameter))
	if err != nil {
		return Answer{}, err
	}
	values := url.Values{}
	if detail := asked.Query.Get(payloadParameter); detail != "" {
		values.Set(payloadParameter, detail)
	}
	if asked.Withheld {
		// Payloads, which may be megabytes, need not be read to be left out.
		values.Set(payloadParameter, string(contract.Preview))
	}
	response, err := server.Open(ctx, traceapi.Call{Method: http.MethodGet, Path: path, Query: values})
	if err != nil {
		return Answer{}, err
	}
	// A proxy that changes answers on their way says so with another status of success (203).
	if asked.Withheld && response.StatusCode < http.StatusMultipleChoices {
		return Answer{Status: response.StatusCode, Header: response.Header, Body: withoutContents(response.Body)}, nil
	}
	return answerOf(response), nil
}

// withoutContents reads the details while they are passed on.
func withoutContents(details io.ReadCloser) io.ReadCloser {
	reader, writer := io.Pipe()
	go func() {
		_ = writer.CloseWithError(contents.WriteWithout(writer, details)) // Never fails.
	}()
	return piped{PipeReader: reader, from: details}
}

// piped closes what is read from, too, which ends the goroutine that reads it.
type piped struct {
	*io.PipeReader
	from io.Closer
}

func (p piped) Close() error {
	_ = p.PipeReader.Close() // Never fails.
	return p.from.Close()
}
