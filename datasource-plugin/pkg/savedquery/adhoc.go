package savedquery

import (
	"fmt"
	"strings"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// tagPrefix begins the key of a tag.
const tagPrefix = "tags."

// adHocConditions writes each of a dashboard's ad hoc filters as a condition of its own in the query language. Keys are
// checked and values are quoted, so that no value can be read as more than a value.
func adHocConditions(filters *contract.AdHocFilters) ([]condition, error) {
	if filters == nil {
		return nil, nil
	}
	conditions := make([]condition, 0, len(*filters))
	for _, filter := range *filters {
		subject, err := subjectOf(filter.Key)
		if err != nil {
			return nil, err
		}
		text, err := conditionOf(subject, filter)
		if err != nil {
			return nil, err
		}
		conditions = append(conditions, condition{field: filter.Key, text: text})
	}
	return conditions, nil
}

func subjectOf(key string) (string, error) {
	if tag, ok := strings.CutPrefix(key, tagPrefix); ok && tag != "" {
		return "tags[" + Quoted(tag) + "]", nil
	}
	if contract.QueryField(key).Valid() {
		return key, nil
	}
	return "", traceapi.InvalidQuery("The dashboard filters by a field that traces do not have: expected a field of the query language or %sname.", tagPrefix)
}

func conditionOf(subject string, filter contract.AdHocFilter) (string, error) {
	switch filter.Operator {
	case "=", "!=", "<", ">", "<=", ">=":
		return subject + " " + filter.Operator + " " + Quoted(filter.Value), nil
	case "=|":
		return subject + " in " + listed(filter), nil
	case "!=|":
		return subject + " not in " + listed(filter), nil
	case "=~":
		return subject + " matches " + wholeValue(filter.Value), nil
	case "!~":
		return subject + " not matches " + wholeValue(filter.Value), nil
	default:
		return "", traceapi.InvalidQuery("The dashboard's filter on %s has an operator that is not known: expected =, !=, =|, !=|, =~, !~, <, >, <= or >=.", filter.Key)
	}
}

func listed(filter contract.AdHocFilter) string {
	values := []string{filter.Value}
	if filter.Values != nil && len(*filter.Values) > 0 {
		values = *filter.Values
	}
	quoted := make([]string, len(values))
	for index, value := range values {
		quoted[index] = Quoted(value)
	}
	return "(" + strings.Join(quoted, ", ") + ")"
}

// wholeValue anchors a regular expression: Grafana's operators mean the whole value, as those of Prometheus do.
func wholeValue(pattern string) string {
	return Quoted("^(?:" + pattern + ")$")
}

// Quoted writes a text as a value of the query language, in which nothing has a meaning of its own.
func Quoted(text string) string {
	var quoted strings.Builder
	quoted.WriteByte('"')
	for _, char := range text {
		switch {
		case char == '"' || char == '\\':
			quoted.WriteByte('\\')
			quoted.WriteRune(char)
		case char < ' ' || char == 0x7f || char == 0x2028 || char == 0x2029:
			fmt.Fprintf(&quoted, `\u%04x`, char)
		default:
			quoted.WriteRune(char)
		}
	}
	quoted.WriteByte('"')
	return quoted.String()
}
