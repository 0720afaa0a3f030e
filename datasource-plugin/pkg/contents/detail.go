package contents

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

// withheldProperty tells the browser why parts of a trace are empty.
const withheldProperty = "contents_withheld"

// part of a trace's details, as it is written for those who may not see contents. Properties that are not listed are
// left out: a newer trace server may have contents in them.
type part func(decoder *json.Decoder) (any, error)

var detailParts = map[string]part{
	"parameters": rewritten(plainParameters), "tags": always(map[string]string{}),
	"workflow": rewritten(plainWorkflow), "error": rewritten(plainError), "http_request": always(nil),
	"input": always(contract.TracePayload{}), "output": always(contract.TracePayload{}),
}

// plainDetails are properties that are passed on as they are.
var plainDetails = []string{
	"request_id", "trace_id", "span_id", "status", "start_time", "duration_ms", "model", "response_model", "model_type", "provider", "operation",
	"deployment", "deployment_version", "connection", "source_type", "source", "user_id", "gateway", "response_id", "conversation_id",
	"input_tokens", "output_tokens", "cached_input_tokens", "cache_write_tokens", "reasoning_tokens", "cost_usd", "cost_source", "price_id",
	"price_version", "credits", "finish_reason", "streamed", "cache_status", "timing", "provenance", "retries",
}

func init() {
	for _, name := range plainDetails {
		detailParts[name] = asItIs
	}
}

// WriteWithout copies the details of one trace and leaves its contents out. It holds one property, and of the spans one
// span, in memory at a time. It ends with an error when the JSON is not whole.
func WriteWithout(to io.Writer, from io.Reader) error {
	decoder := json.NewDecoder(from)
	out := &writer{to: bufio.NewWriter(to)}
	if err := expect(decoder, json.Delim('{')); err != nil {
		return err
	}
	out.raw("{")
	for decoder.More() {
		name, err := propertyName(decoder)
		if err != nil {
			return err
		}
		if err := writeProperty(out, decoder, name); err != nil {
			return err
		}
	}
	if err := expect(decoder, json.Delim('}')); err != nil {
		return err
	}
	out.property(withheldProperty, true)
	out.raw("}")
	return out.flush()
}

func writeProperty(out *writer, decoder *json.Decoder, name string) error {
	if name == "spans" {
		return writeSpans(out, decoder)
	}
	read, known := detailParts[name]
	if !known {
		return skip(decoder)
	}
	value, err := read(decoder)
	if err != nil {
		return err
	}
	out.property(name, value)
	return out.err
}

func writeSpans(out *writer, decoder *json.Decoder) error {
	if err := expect(decoder, json.Delim('[')); err != nil {
		return err
	}
	out.name("spans")
	out.raw("[")
	for first := true; decoder.More(); first = false {
		var span contract.Span
		if err := decoder.Decode(&span); err != nil {
			return err
		}
		if !first {
			out.raw(",")
		}
		out.value(plainSpan(span))
	}
	out.raw("]")
	return errors.Join(out.err, expect(decoder, json.Delim(']')))
}

func asItIs(decoder *json.Decoder) (any, error) {
	var value json.RawMessage
	err := decoder.Decode(&value)
	return value, err
}

func always(value any) part {
	return func(decoder *json.Decoder) (any, error) { return value, skip(decoder) }
}

// rewritten reads a value that may be null.
func rewritten[T any](rewrite func(T) T) part {
	return func(decoder *json.Decoder) (any, error) {
		var value *T
		if err := decoder.Decode(&value); err != nil || value == nil {
			return nil, err
		}
		return rewrite(*value), nil
	}
}

func skip(decoder *json.Decoder) error {
	var ignored json.RawMessage
	return decoder.Decode(&ignored)
}

func expect(decoder *json.Decoder, wanted json.Token) error {
	token, err := decoder.Token()
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	if err == nil && token != wanted {
		return fmt.Errorf("the details of a trace have %v where %v belongs", kindOf(token), wanted)
	}
	return err
}

// kindOf names a token without its text, which may be contents.
func kindOf(token json.Token) string {
	if delimiter, ok := token.(json.Delim); ok {
		return delimiter.String()
	}
	return fmt.Sprintf("a %T", token)
}

func propertyName(decoder *json.Decoder) (string, error) {
	token, err := decoder.Token()
	if err != nil {
		return "", err
	}
	name, ok := token.(string)
	if !ok {
		return "", errors.New("the details of a trace are not a JSON object")
	}
	return name, nil
}
