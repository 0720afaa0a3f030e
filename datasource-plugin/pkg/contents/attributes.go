package contents

import (
	"encoding/json"
	"slices"
	"strings"
)

// plainAttributes of spans and events are measures and names of the machinery. Attributes are free text under any name,
// so only these are shown to those who may not see contents.
var plainAttributes = map[string]bool{
	"gen_ai.operation.name": true, "gen_ai.system": true, "gen_ai.provider.name": true, "gen_ai.output.type": true,
	"gen_ai.request.model": true, "gen_ai.request.choice.count": true, "gen_ai.request.max_tokens": true, "gen_ai.request.temperature": true,
	"gen_ai.request.top_p": true, "gen_ai.request.top_k": true, "gen_ai.request.seed": true,
	"gen_ai.request.frequency_penalty": true, "gen_ai.request.presence_penalty": true,
	"gen_ai.response.model": true, "gen_ai.response.id": true, "gen_ai.response.finish_reasons": true,
	"gen_ai.conversation.id": true, "gen_ai.tool.name": true, "gen_ai.tool.type": true, "gen_ai.agent.name": true,
	"error.type": true, "exception.type": true,
	"server.address": true, "server.port": true, "http.request.method": true, "http.response.status_code": true,
	"service.name": true, "service.namespace": true, "service.version": true, "service.instance.id": true, "deployment.environment.name": true,
}

// plainPrefixes begin attributes that are numbers. Whatever else somebody puts under such a name is not shown.
var plainPrefixes = []string{"gen_ai.usage.", "llm.usage.", "llm.token_count.", "ai.usage."}

func isPlainAttribute(key string, value any) bool {
	if plainAttributes[key] {
		return true
	}
	return isNumber(value) && slices.ContainsFunc(plainPrefixes, func(prefix string) bool { return strings.HasPrefix(key, prefix) })
}

// isNumber takes a value as Go reads it from JSON, or still as JSON.
func isNumber(value any) bool {
	switch read := value.(type) {
	case float64:
		return true
	case json.RawMessage:
		var number float64
		return json.Unmarshal(read, &number) == nil
	default:
		return false
	}
}
