package contents_test

import (
	"strings"
	"testing"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contents"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

func offered(text string, suggestions ...contract.QuerySuggestion) string {
	answer := contract.QueryCompleteAnswer{Position: len([]rune(text)), Suggestions: suggestions}
	var kept []string
	for _, suggestion := range contents.Suggestions(text, answer).Suggestions {
		kept = append(kept, suggestion.Text)
	}
	return strings.Join(kept, " ")
}

func TestCompletionOffersNoTagsAndNoContents(t *testing.T) {
	value := contract.QuerySuggestion{Kind: contract.Value, Text: "VALUE"}
	for text, want := range map[string]string{
		"model:": "VALUE", "model = ": "VALUE", `status:error AND model:"`: "VALUE", "model in (": "VALUE", "model not in (a, ": "VALUE",
		`model in ("a", "`: "VALUE", "(user_id:": "VALUE", "duration_ms >= ": "VALUE", "NOT model!=": "VALUE",
		"tags.team:": "", `tags["a b"] = `: "", "tags.a in (model:": "", "input:": "", "output = ": "", "error_message:": "", "": "", "mod": "",
		"$.request.model = ": "", "prompt:": "", "x-model:": "", `"model:`: "",
	} {
		if got := offered(text, value); got != want {
			t.Errorf("after %q: %q, want %q", text, got, want)
		}
	}
	got := offered("", contract.QuerySuggestion{Kind: contract.Field, Text: "model"}, contract.QuerySuggestion{Kind: contract.Field, Text: "input"},
		contract.QuerySuggestion{Kind: contract.Field, Text: "tags.team"}, contract.QuerySuggestion{Kind: contract.Keyword, Text: "AND"},
		contract.QuerySuggestion{Kind: contract.Operator, Text: ":"}, contract.QuerySuggestion{Kind: "hint", Text: "SECRET"})
	if got != "model AND :" {
		t.Errorf("offered %q", got)
	}
}

func TestThePlaceIsCountedAsTheBrowserCounts(t *testing.T) {
	text := "\U0001F600 model:"
	answer := contract.QueryCompleteAnswer{Position: 9, Suggestions: []contract.QuerySuggestion{{Kind: contract.Value, Text: "v"}}}
	if got := contents.Suggestions(text, answer); len(got.Suggestions) != 1 {
		t.Error("values are missing behind a character of two code units")
	}
	for _, position := range []int{-1, 99} {
		answer.Position = position
		if got := contents.Suggestions(text, answer); len(got.Suggestions) != 0 {
			t.Errorf("position %d", position)
		}
	}
}
