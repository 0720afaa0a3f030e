package contents

import (
	"regexp"
	"strings"
	"unicode/utf16"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

// valuePlace ends a text whose next word is a value of a plain field, alone or in a list.
var valuePlace = regexp.MustCompile(`(?:^|[\s(])([a-z_]+)\s*(?::|!?=|<=?|>=?|\s+(?:not\s+)?in\b)\s*\(?(?:\s*"?[\w.:-]+"?\s*,)*\s*"?$`)

// Suggestions leaves out of a completion what tells about contents: names and values of tags, and values of anything
// that is not known to be a plain field.
func Suggestions(text string, answer contract.QueryCompleteAnswer) contract.QueryCompleteAnswer {
	kept := []contract.QuerySuggestion{}
	values := offersPlainValues(text, answer.Position)
	for _, suggestion := range answer.Suggestions {
		switch suggestion.Kind {
		case contract.Value:
			if values {
				kept = append(kept, suggestion)
			}
		case contract.Field:
			if field := contract.QueryField(suggestion.Text); field.Valid() && !contentFields[field] {
				kept = append(kept, suggestion)
			}
		case contract.Keyword, contract.Operator:
			kept = append(kept, suggestion)
		}
	}
	answer.Suggestions = kept
	return answer
}

// offersPlainValues tells whether values of a plain field belong at a place, given in UTF-16 code units.
func offersPlainValues(text string, position int) bool {
	units := utf16.Encode([]rune(text))
	if position < 0 || position > len(units) {
		return false
	}
	before := string(utf16.Decode(units[:position]))
	// Behind a tag or a path a word that looks like a field may be the beginning of a value.
	if strings.ContainsAny(before, "$[") || strings.Contains(strings.ToLower(before), "tag") {
		return false
	}
	found := valuePlace.FindStringSubmatch(before)
	if found == nil {
		return false
	}
	field := contract.QueryField(found[1])
	return field.Valid() && !contentFields[field]
}
