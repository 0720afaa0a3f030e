package contents

import (
	"encoding/json"
	"maps"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

// listFields of the traces table hold no contents. All others do, or may: those that are added later, too.
var listFields = map[string]bool{
	"status": true, "request_id": true, "duration_ms": true, "deployment_version": true, "connection": true, "source_type": true, "source": true,
	"start_time": true, "model": true, "model_type": true, "provider": true, "operation": true, "deployment": true, "user_id": true,
	"input_tokens": true, "output_tokens": true, "cost_usd": true, "credits": true, "ttft_ms": true, "streamed": true,
	"finish_reason": true, "error_type": true, "trace_id": true, "cursor": true,
}

// traceFields of the trace view hold no contents. All others do, or may.
var traceFields = map[string]bool{
	"traceID": true, "spanID": true, "parentSpanID": true, "operationName": true, "serviceName": true, "kind": true,
	"statusCode": true, "startTime": true, "duration": true,
}

// Withhold takes contents out of the frames of a query and says so in them. The frames keep all their fields, so that
// tables and panels keep their columns.
func (r Rule) Withhold(queryType contract.QueryType, frames data.Frames) {
	for _, frame := range frames {
		switch queryType {
		case contract.QueryTypeTraces:
			replaceFields(frame, func(name string) bool { return !listFields[name] }, emptied)
			markWithheld(frame)
		case contract.QueryTypeTrace:
			replaceFields(frame, func(name string) bool { return !traceFields[name] }, traceField)
		case contract.QueryTypeMetrics, contract.QueryTypeLatency, contract.QueryTypeHeatmap, contract.QueryTypeReplicas,
			contract.QueryTypeWindow, contract.QueryTypeAnnotations:
			continue // Measures, points and events hold none.
		default:
			replaceFields(frame, func(string) bool { return true }, emptied)
		}
		frame.AppendNotices(r.Notice())
	}
}

// markWithheld tells the panel which columns are empty because of the caller's role. Configs may be shared with frames
// of others.
func markWithheld(frame *data.Frame) {
	for _, field := range frame.Fields {
		if listFields[field.Name] {
			continue
		}
		config := data.FieldConfig{}
		if field.Config != nil {
			config = *field.Config
		}
		config.Custom = maps.Clone(config.Custom)
		if config.Custom == nil {
			config.Custom = map[string]any{}
		}
		config.Custom["withheld"] = true
		field.Config = &config
	}
}

// replaceFields makes new fields: the values of the old ones may be shared with frames of others.
func replaceFields(frame *data.Frame, wanted func(name string) bool, replace func(*data.Field) *data.Field) {
	for index, field := range frame.Fields {
		if !wanted(field.Name) {
			continue
		}
		replaced := replace(field)
		replaced.Name, replaced.Labels, replaced.Config = field.Name, field.Labels, field.Config
		frame.Fields[index] = replaced
	}
}

func emptied(field *data.Field) *data.Field {
	return data.NewFieldFromFieldType(field.Type(), field.Len())
}

// traceField keeps those tags of a span that are known to hold no contents. Anything else is emptied.
func traceField(field *data.Field) *data.Field {
	keep := keptTags
	switch field.Name {
	case "tags", "serviceTags":
	case "logs":
		keep = keptLogs
	default:
		keep = func(json.RawMessage) json.RawMessage { return noList }
	}
	if field.Type() != data.FieldTypeJSON {
		return emptied(field)
	}
	replaced := emptied(field)
	for row := range field.Len() {
		text, _ := field.At(row).(json.RawMessage)
		replaced.Set(row, keep(text))
	}
	return replaced
}

var noList = json.RawMessage("[]")

type tag struct {
	Key   string          `json:"key"`
	Value json.RawMessage `json:"value"`
}

type event struct {
	Timestamp json.RawMessage `json:"timestamp"`
	Name      string          `json:"name"`
	Fields    []tag           `json:"fields"`
}

func keptTags(text json.RawMessage) json.RawMessage {
	var tags []tag
	if err := json.Unmarshal(text, &tags); err != nil {
		return noList
	}
	return listOf(plainTags(tags))
}

func keptLogs(text json.RawMessage) json.RawMessage {
	var events []event
	if err := json.Unmarshal(text, &events); err != nil {
		return noList
	}
	for index := range events {
		events[index].Fields = plainTags(events[index].Fields)
	}
	return listOf(events)
}

func plainTags(tags []tag) []tag {
	kept := []tag{}
	for _, candidate := range tags {
		if isPlainAttribute(candidate.Key, candidate.Value) {
			kept = append(kept, candidate)
		}
	}
	return kept
}

func listOf(values any) json.RawMessage {
	text, err := json.Marshal(values)
	if err != nil || string(text) == "null" {
		return noList
	}
	return text
}
