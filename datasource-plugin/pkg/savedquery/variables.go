package savedquery

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// AllValues is what Grafana puts in for a variable whose choice is "All".
const AllValues = "$__all"

// variablePattern matches Grafana's three ways to write a variable: $name, ${name} and [[name]], the latter two with a
// field path and a format. A name that begins with a digit is taken for money ("$5"), not for a variable.
var variablePattern = regexp.MustCompile(`\$([A-Za-z_]\w*)|\$\{([A-Za-z_]\w*)(?:[.:][^}]*)?\}|\[\[([A-Za-z_]\w*)(?:[.:][^\]]*)?\]\]`)

// variableTexts holds the properties in which people write variables. Others, such as the panel's own, stay unread.
type variableTexts struct {
	Filters   map[string][]string `json:"filters"`
	Search    string              `json:"search"`
	Query     string              `json:"query"`
	TraceID   string              `json:"traceId"`
	Kinds     []string            `json:"kinds"`
	RequestID string              `json:"requestId"`
	Measures  []string            `json:"measures"`
	GroupBy   []string            `json:"groupBy"`
	Interval  string              `json:"interval"`
	TimeZone  string              `json:"timeZone"`
}

// refuseVariables finds a variable that nothing has put a value in for. Only the browser does that, and marks what it
// sends as interpolated: an alert rule made from a dashboard panel keeps the variable, and would look for a model that is
// really called "$model" and never fire.
func refuseVariables(model json.RawMessage) error {
	saved, err := Decode[variableTexts](model)
	if err != nil {
		return err
	}
	for _, text := range saved.texts() {
		if name := variableIn(text); name != "" {
			return traceapi.InvalidQuery("The query still holds the variable %s. Alert rules cannot use dashboard variables: write the value itself into the query.", name)
		}
	}
	return nil
}

func (saved variableTexts) texts() []string {
	texts := []string{saved.Search, saved.Query, saved.RequestID, saved.TraceID, saved.TimeZone}
	if saved.Interval != MacroInterval {
		texts = append(texts, saved.Interval)
	}
	texts = append(texts, saved.Kinds...)
	texts = append(texts, saved.Measures...)
	texts = append(texts, saved.GroupBy...)
	for _, field := range slices.Sorted(maps.Keys(saved.Filters)) {
		texts = append(texts, field)
		texts = append(texts, saved.Filters[field]...)
	}
	return texts
}

// variableIn returns the first variable as it is written, or nothing.
func variableIn(text string) string {
	for _, found := range variablePattern.FindAllString(text, -1) {
		if found != AllValues {
			return found
		}
	}
	return ""
}
