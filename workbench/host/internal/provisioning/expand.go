package provisioning

import (
	"os"
	"strings"
)

// expand puts environment variables in ($NAME or ${NAME}; "$$" is a literal dollar sign), as Grafana does with every
// text of a provisioned data source. An unset variable becomes the empty string.
func expand(text string) string {
	parts := strings.Split(text, "$$")
	for i, part := range parts {
		parts[i] = os.ExpandEnv(part)
	}
	return strings.Join(parts, "$")
}

func expandAll(value any) any {
	switch v := value.(type) {
	case string:
		return expand(v)
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = expandAll(v[i])
		}
		return out
	case map[string]any:
		out := make(map[string]any, len(v))
		for key, inner := range v {
			out[key] = expandAll(inner)
		}
		return out
	default:
		return value
	}
}
