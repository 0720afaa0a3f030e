package savedquery

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

// LinkedSelection is a selection as the query of a data link holds it.
type LinkedSelection struct {
	Filters map[contract.Dimension][]string `json:"filters,omitempty"`
	Search  string                          `json:"search,omitempty"`
	Query   string                          `json:"query,omitempty"`
}

// Linked is the selection for the query of a data link, narrowed by one value for each of some fields and by further
// conditions. Ad hoc filters and what a panel adds, which are never saved, become conditions, so that the link leads to what
// the chart showed.
func (s Selection) Linked(narrowed map[contract.Dimension]string, conditions ...string) LinkedSelection {
	filters := maps.Clone(s.Filters)
	if filters == nil {
		filters = Filters{}
	}
	for field, value := range narrowed {
		filters[field] = []string{value}
	}
	texts := []string{s.query}
	for _, condition := range s.conditionTexts() {
		texts = append(texts, withoutVariables(condition))
	}
	for _, field := range slices.Sorted(maps.Keys(filters)) {
		if slices.ContainsFunc(filters[field], mustBeCondition) {
			texts = append(texts, anyOf(field, filters[field]))
			delete(filters, field)
		}
	}
	return LinkedSelection{Filters: filters, Search: s.search, Query: All(slices.Concat(texts, conditions)...)}
}

// All joins conditions of the query language, all of which must hold. Empty ones are left out.
func All(conditions ...string) string {
	conditions = slices.DeleteFunc(slices.Clone(conditions), func(condition string) bool { return condition == "" })
	if len(conditions) == 1 {
		return conditions[0]
	}
	for index, condition := range conditions {
		conditions[index] = "(" + condition + ")"
	}
	return strings.Join(conditions, " AND ")
}

// mustBeCondition is true of values that mean something else in filters: nothing is no filter there, and what looks like
// a variable would be taken for one where the link leads.
func mustBeCondition(value string) bool {
	return value == "" || strings.Contains(value, "$") || strings.Contains(value, "[[")
}

// variableSigns are written as escapes of the query language, so that nothing takes them for variables.
var variableSigns = strings.NewReplacer("$", `\u0024`, "[", `\u005b`)

// quotedText is an escape outside of quotation marks, or a quoted text with the character before, which says that a text
// begins there.
var quotedText = regexp.MustCompile(`(?s)\\.|(?:^|[\s()\[,=<>:!])(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')`)

// signInText is what may begin a variable, and before it every escape. A backslash before a sign is itself a character of
// the text, as the sign has no escape of that form.
var signInText = regexp.MustCompile(`(?s)\\.|[$\[]`)

// withoutVariables writes a condition that takes no variables so that it has the same meaning where the link leads, which
// puts them in.
func withoutVariables(condition string) string {
	return quotedText.ReplaceAllStringFunc(condition, func(part string) string {
		if strings.HasPrefix(part, `\`) {
			return part
		}
		start := strings.IndexAny(part, `"'`)
		return part[:start] + signInText.ReplaceAllStringFunc(part[start:], func(sign string) string {
			switch sign {
			case `\$`, `\[`:
				return `\\` + variableSigns.Replace(sign[1:])
			default:
				return variableSigns.Replace(sign)
			}
		})
	})
}

func anyOf(field contract.Dimension, values []string) string {
	quoted := make([]string, len(values))
	for index, value := range values {
		quoted[index] = variableSigns.Replace(Quoted(value))
	}
	if len(quoted) == 1 {
		return string(field) + " = " + quoted[0]
	}
	return string(field) + " in (" + strings.Join(quoted, ", ") + ")"
}
