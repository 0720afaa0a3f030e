package resources

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contents"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// maxBody bytes are taken with a request: many times the longest condition or saved query.
const maxBody = 256 << 10

// read decodes a body into the type that the contract names. What is sent on is what was read, so nothing gets past the
// checks under a name that is written otherwise.
func read[T any](asked Request) (T, error) {
	var body T
	if len(asked.Body) > maxBody {
		return body, traceapi.Refused(http.StatusRequestEntityTooLarge, contract.PAYLOADTOOLARGE, "The request is too large: expected at most 256 KiB.")
	}
	decoder := json.NewDecoder(bytes.NewReader(asked.Body))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&body); err != nil || decoder.More() {
		return body, traceapi.InvalidQuery("The request's body is not the JSON object that this resource takes.")
	}
	return body, nil
}

// parse reads a condition and says what it means, or where its fault is.
func parse(ctx context.Context, server Server, asked Request) (Answer, error) {
	return ask[contract.QueryParseRequest](ctx, server, asked, traceapi.ParsePath)
}

// format writes the steps of a builder as a condition.
func format(ctx context.Context, server Server, asked Request) (Answer, error) {
	return ask[contract.QueryBuilder](ctx, server, asked, traceapi.FormatPath)
}

// explain estimates what a selection reads. It tells about contents, too: its numbers are of the words searched for.
func explain(ctx context.Context, server Server, asked Request) (Answer, error) {
	body, err := read[contract.QueryExplainRequest](asked)
	if err != nil {
		return Answer{}, err
	}
	return pass(ctx, server, asked, traceapi.Call{Method: http.MethodPost, Path: traceapi.ExplainPath, Body: body})
}

func ask[T any](ctx context.Context, server Server, asked Request, path string) (Answer, error) {
	body, err := read[T](asked)
	if err != nil {
		return Answer{}, err
	}
	response, err := server.Open(ctx, traceapi.Call{Method: http.MethodPost, Path: path, Body: body})
	if err != nil {
		return Answer{}, err
	}
	return answerOf(response), nil
}

// complete says what could stand at a place of a condition.
func complete(ctx context.Context, server Server, asked Request) (Answer, error) {
	body, err := read[contract.QueryCompleteRequest](asked)
	if err != nil {
		return Answer{}, err
	}
	call := traceapi.Call{Method: http.MethodPost, Path: traceapi.CompletePath, Body: body}
	if !asked.Withheld {
		return pass(ctx, server, asked, call)
	}
	if err := check(ctx, server, asked, call); err != nil {
		return Answer{}, err
	}
	var answer contract.QueryCompleteAnswer
	if err := server.JSON(ctx, call, &answer); err != nil {
		return Answer{}, err
	}
	return objectAnswer(contents.Suggestions(body.Text, answer))
}
