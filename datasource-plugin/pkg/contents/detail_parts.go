package contents

import (
	"bufio"
	"encoding/json"
	"io"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

// plainParameters keeps numbers and switches: texts and lists, such as stop words, tools and response formats, are part
// of what was asked.
func plainParameters(parameters map[string]any) map[string]any {
	kept := map[string]any{}
	for name, value := range parameters {
		switch value.(type) {
		case float64, bool:
			kept[name] = value
		}
	}
	return kept
}

func plainWorkflow(workflow contract.WorkflowContext) contract.WorkflowContext {
	return contract.WorkflowContext{Name: workflow.Name, RunId: workflow.RunId, NodeId: workflow.NodeId}
}

func plainError(failure contract.TraceError) contract.TraceError {
	return contract.TraceError{Type: failure.Type, Code: failure.Code, HttpStatus: failure.HttpStatus}
}

func plainSpan(span contract.Span) contract.Span {
	span.StatusMessage = nil
	span.Attributes = plainAttributesOf(span.Attributes)
	if span.Events != nil {
		events := make([]contract.SpanEvent, len(*span.Events))
		for index, event := range *span.Events {
			events[index] = contract.SpanEvent{Name: event.Name, Time: event.Time, Attributes: plainAttributesOf(event.Attributes)}
		}
		span.Events = &events
	}
	return span
}

func plainAttributesOf(attributes *map[string]any) *map[string]any {
	if attributes == nil {
		return nil
	}
	kept := map[string]any{}
	for key, value := range *attributes {
		if isPlainAttribute(key, value) {
			kept[key] = value
		}
	}
	return &kept
}

// writer writes a JSON object piece by piece and keeps the first error.
type writer struct {
	to    *bufio.Writer
	began bool
	err   error
}

func (w *writer) raw(text string) {
	if w.err == nil {
		_, w.err = io.WriteString(w.to, text)
	}
}

func (w *writer) value(value any) {
	if w.err != nil {
		return
	}
	text, err := json.Marshal(value)
	if err != nil {
		w.err = err
		return
	}
	_, w.err = w.to.Write(text)
}

func (w *writer) name(name string) {
	if w.began {
		w.raw(",")
	}
	w.began = true
	w.value(name)
	w.raw(":")
}

func (w *writer) property(name string, value any) {
	w.name(name)
	w.value(value)
}

func (w *writer) flush() error {
	if w.err != nil {
		return w.err
	}
	return w.to.Flush()
}
