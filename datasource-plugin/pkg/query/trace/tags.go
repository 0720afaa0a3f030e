package trace

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

// tag is a key with its value as the trace view shows it.
type tag struct {
	Key   string `json:"key"`
	Value any    `json:"value"`
}

// event is a point in a span as the trace view shows it.
type event struct {
	Timestamp float64 `json:"timestamp"`
	Name      string  `json:"name"`
	Fields    []tag   `json:"fields"`
}

// payloadPrefixes begin the attributes in which instrumentations put prompts and answers: OpenTelemetry's GenAI
// conventions (today's and older), OpenInference, OpenLLMetry, Vercel's AI SDK and Langfuse. The trace view keeps every
// tag in the page, so the texts stay out of it; the trace's details show them.
var payloadPrefixes = []string{
	"gen_ai.input.", "gen_ai.output.messages", "gen_ai.system_instructions", "gen_ai.prompt", "gen_ai.completion",
	"gen_ai.content", "gen_ai.tool.definitions", "gen_ai.tool.call.arguments", "gen_ai.tool.call.result", "gen_ai.event.content",
	"input.value", "output.value", "llm.input_messages", "llm.output_messages", "llm.prompts", "llm.completions",
	"traceloop.entity.input", "traceloop.entity.output", "ai.prompt", "ai.response.text", "ai.response.toolCalls", "ai.response.object",
	"ai.toolCall.args", "ai.toolCall.result", "langfuse.observation.input", "langfuse.observation.output", "langfuse.trace.input", "langfuse.trace.output",
}

// maxTagText characters of a value are shown; a longer one is most likely a payload under a name not listed above.
const maxTagText = 1000

func tagsJSON(tags []tag) (json.RawMessage, error) {
	text, err := json.Marshal(tags)
	if err != nil {
		return nil, fmt.Errorf("span attributes cannot be written as JSON: %w", err)
	}
	return text, nil
}

func tagsOf(attributes map[string]any) []tag {
	tags := []tag{}
	for _, key := range slices.Sorted(maps.Keys(attributes)) {
		if !isPayload(key) {
			tags = append(tags, tag{Key: key, Value: shown(attributes[key])})
		}
	}
	return tags
}

func logsJSON(events *[]contract.SpanEvent) (json.RawMessage, error) {
	logs := []event{}
	if events != nil {
		for _, happened := range *events {
			logs = append(logs, event{
				Timestamp: milliseconds(happened.Time), Name: happened.Name, Fields: tagsOf(orNone(happened.Attributes)),
			})
		}
	}
	text, err := json.Marshal(logs)
	if err != nil {
		return nil, fmt.Errorf("span events cannot be written as JSON: %w", err)
	}
	return text, nil
}

func isPayload(key string) bool {
	return slices.ContainsFunc(payloadPrefixes, func(prefix string) bool { return strings.HasPrefix(key, prefix) })
}

// shown is a value as the trace view takes it: plain values as they are, lists and objects as JSON text.
func shown(value any) any {
	switch plain := value.(type) {
	case nil, bool, float64:
		return plain
	case string:
		return short(plain)
	default:
		text, err := json.Marshal(plain)
		if err != nil {
			return ""
		}
		return short(string(text))
	}
}

func short(text string) string {
	if len(text) <= maxTagText {
		return text
	}
	letters := []rune(text)
	if len(letters) <= maxTagText {
		return text
	}
	return fmt.Sprintf("%s… (%d characters)", string(letters[:maxTagText]), len(letters))
}
