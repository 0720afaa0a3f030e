package trace

import (
	"encoding/json"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
)

const (
	frameName    = "Trace"
	traceIDField = "traceID"
)

// row is a span in the form of Grafana's trace view. Its fields are those of the contract's frame, by name.
type row map[string]any

// statusCodes are OpenTelemetry's numbers, which Grafana's trace view reads.
var statusCodes = map[contract.SpanStatusCode]float64{
	contract.SpanStatusCodeUnset: 0, contract.SpanStatusCodeOk: 1, contract.SpanStatusCodeError: 2,
}

// frameOf makes the frame for Grafana's trace view: times and durations in milliseconds with fractions.
func frameOf(request query.Request, trace detail, executed string) (*data.Frame, error) {
	rows := make([]row, len(trace.Spans))
	for index, span := range trace.Spans {
		var workflow []tag
		if span.SpanId == trace.SpanID {
			workflow = workflowTags(request.Links, trace.Workflow)
		}
		spanRow, err := rowOf(trace, span, workflow)
		if err != nil {
			return nil, err
		}
		rows[index] = spanRow
	}
	frame := data.NewFrame(frameName)
	frame.RefID = request.RefID
	frame.Meta = &data.FrameMeta{PreferredVisualization: data.VisTypeTrace, ExecutedQueryString: executed}
	for _, spec := range contract.FrameFields[contract.QueryTypeTrace] {
		frame.Fields = append(frame.Fields, fieldOf(spec, rows))
	}
	if first := frame.Fields[0]; first.Name == traceIDField {
		first.Config = &data.FieldConfig{Links: linksOf(request.Links, trace)}
	}
	return frame, nil
}

// noService is OpenTelemetry's name for a service that does not tell its own.
const noService = "unknown_service"

// serviceOf is what the trace view calls a span's sender. Traces that came as plain JSON name their source in place of a
// service; the view cannot show a span without any name.
func serviceOf(span contract.Span, source string) string {
	for _, name := range []string{orEmpty(span.Service), source} {
		if name != "" {
			return name
		}
	}
	return noService
}

func rowOf(trace detail, span contract.Span, workflow []tag) (row, error) {
	resource := map[string]any{}
	if service := orEmpty(span.Service); service != "" {
		resource["service.name"] = service
	}
	serviceTags, err := tagsJSON(tagsOf(resource))
	if err != nil {
		return nil, err
	}
	tags, err := tagsJSON(append(tagsOf(orNone(span.Attributes)), workflow...))
	if err != nil {
		return nil, err
	}
	logs, err := logsJSON(span.Events)
	if err != nil {
		return nil, err
	}
	status := contract.SpanStatusCodeUnset
	if span.StatusCode != nil {
		status = *span.StatusCode
	}
	return row{
		traceIDField: trace.TraceID, "spanID": span.SpanId, "parentSpanID": orEmpty(span.ParentSpanId),
		"operationName": span.Name, "serviceName": serviceOf(span, trace.Source), "kind": orEmpty(span.Kind),
		"statusCode": statusCodes[status], "statusMessage": short(orEmpty(span.StatusMessage)),
		"startTime": milliseconds(span.StartTime), "duration": span.DurationMs,
		"serviceTags": serviceTags, "tags": tags, "logs": logs,
	}, nil
}

func fieldOf(spec contract.FrameField, rows []row) *data.Field {
	switch spec.Type {
	case "number":
		return data.NewField(spec.Name, nil, column[float64](spec.Name, rows))
	case "other":
		return data.NewField(spec.Name, nil, column[json.RawMessage](spec.Name, rows))
	default:
		return data.NewField(spec.Name, nil, column[string](spec.Name, rows))
	}
}

func column[T any](name string, rows []row) []T {
	values := make([]T, len(rows))
	for index, row := range rows {
		if value, ok := row[name].(T); ok {
			values[index] = value
		}
	}
	return values
}

// milliseconds since 1970 with the fraction that Go's UnixMilli would cut.
func milliseconds(at time.Time) float64 {
	return float64(at.UnixMicro()) / 1000
}

func orEmpty(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

func orNone(attributes *map[string]any) map[string]any {
	if attributes == nil {
		return nil
	}
	return *attributes
}
