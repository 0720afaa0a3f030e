package savedquery

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

func TestVariablesThatNothingReplacedAreNamed(t *testing.T) {
	for model, want := range map[string]string{
		`{"filters":{"model":["$model"]}}`:                "$model",
		`{"filters":{"model":["gpt","${model}"]}}`:        "${model}",
		`{"filters":{"model":["${model:csv}"]}}`:          "${model:csv}",
		`{"filters":{"model":["${model.text}"]}}`:         "${model.text}",
		`{"filters":{"model":["[[model]]"]}}`:             "[[model]]",
		`{"filters":{"model":["[[model:json]]"]}}`:        "[[model:json]]",
		`{"filters":{"$field":["gpt"]}}`:                  "$field",
		`{"search":"timeout of ${user}"}`:                 "${user}",
		`{"requestId":"$id"}`:                             "$id",
		`{"measures":["$measure"]}`:                       "$measure",
		`{"groupBy":["$group"]}`:                          "$group",
		`{"interval":"$__range"}`:                         "$__range",
		`{"timeZone":"${zone}"}`:                          "${zone}",
		`{"filters":{"model":["$__all","$__from"]}}`:      "$__from",
		`{"filters":{"source":["a"],"model":["x$yz-1"]}}`: "$yz",
	} {
		_, _, err := Read("metrics", json.RawMessage(model))
		if err == nil || !strings.Contains(err.Error(), "variable "+want+".") || !strings.Contains(err.Error(), "Alert rules") {
			t.Errorf("%s: %v", model, err)
		}
	}
}

func TestTextsThatOnlyLookLikeVariablesAreSent(t *testing.T) {
	for _, model := range []string{
		`{"search":"costs $5 or 10$"}`, `{"filters":{"model":["$__all"]}}`, `{"search":"{{name}} [a] ${}"}`, `{"filters":{"model":["a[0]"]}}`,
		`{"hide":false,"key":"Q-$x","datasource":{"uid":"${DS}"},"filters":null}`,
	} {
		if _, _, err := Read("traces", json.RawMessage(model)); err != nil {
			t.Errorf("%s: %v", model, err)
		}
	}
}

func TestTextThatLooksLikeAVariableIsSentOnceTheBrowserPutTheValuesIn(t *testing.T) {
	for _, text := range []string{"$name", "${name}", "[[name]]", "${name:csv} of [[a.b]]"} {
		filter, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, model := range []string{
			`{"interpolated":true,"search":` + string(filter) + `}`,
			`{"interpolated":true,"filters":{"model":[` + string(filter) + `]}}`,
		} {
			if _, _, err := Read("traces", json.RawMessage(model)); err != nil {
				t.Errorf("%s: %v", model, err)
			}
		}
		unmarked := `{"interpolated":false,"search":` + string(filter) + `}`
		if _, _, err := Read("traces", json.RawMessage(unmarked)); err == nil {
			t.Errorf("%s: an alert rule would look for the name of a variable", unmarked)
		}
	}
}

func TestTheQueryTypeComesFromGrafanaOrTheSavedQuery(t *testing.T) {
	for _, c := range []struct {
		grafana, model string
		want           contract.QueryType
	}{
		{"metrics", `{}`, contract.QueryTypeMetrics},
		{"", `{"queryType":"latency"}`, contract.QueryTypeLatency},
		{"traces", `{"queryType":"metrics"}`, contract.QueryTypeTraces},
		{"", `{"queryType":"replicas","schemaVersion":1}`, contract.QueryTypeReplicas},
	} {
		if got, _, err := Read(c.grafana, json.RawMessage(c.model)); err != nil || got != c.want {
			t.Errorf("%+v: %q, %v", c, got, err)
		}
	}
}

func TestQueriesThatCannotBeReadSayWhy(t *testing.T) {
	for _, c := range []struct{ queryType, model, want string }{
		{"", `{}`, "expected one of traces, trace, metrics, latency, heatmap, replicas, annotations, window."},
		{"logs", `{}`, `"logs"`},
		{"traces", `{"schemaVersion":3}`, "newer version"},
		{"traces", `{"schemaVersion":0}`, "whole number from 1 to 2"},
		{"traces", `{"schemaVersion":"1"}`, "schemaVersion: found string, expected a whole number"},
		{"traces", `{"interpolated":"yes"}`, "interpolated: found string, expected true or false"},
		{"traces", `{"filters":{"model":"gpt"}}`, "filters: found string, expected a list"},
		{"traces", `{"filters":[]}`, "filters: found array, expected an object"},
		{"traces", `[]`, "not a JSON object"},
		{"traces", ``, "not a JSON object"},
	} {
		if _, _, err := Read(c.queryType, json.RawMessage(c.model)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.model, err, c.want)
		}
	}
}

func TestFiltersThatNarrowNothingAreLeftOut(t *testing.T) {
	clean, err := CleanFilters(&contract.Filters{
		"model": {"gpt", "", "gpt", "llama"}, "status": {}, "provider": {""}, "source": {"a", AllValues}, "user_id": nil,
	})
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(clean.Body())
	if err != nil || string(text) != `{"model":["gpt","llama"]}` {
		t.Errorf("%s, %v", text, err)
	}
	if none, _ := CleanFilters(nil); none.Body() != nil {
		t.Error("no filters became an object")
	}
}

func TestAFilterOnAFieldThatTracesLackIsRefused(t *testing.T) {
	if _, err := CleanFilters(&contract.Filters{"colour": {"red"}}); err == nil || !strings.Contains(err.Error(), "filters.colour") {
		t.Errorf("%v", err)
	}
}

func TestEveryDimensionIsSentAsAFilter(t *testing.T) {
	filters := contract.Filters{}
	for dimension := range contract.Dimensions {
		filters[string(dimension)] = []string{"x"}
	}
	clean, err := CleanFilters(&filters)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(clean.Body())
	if err != nil {
		t.Fatal(err)
	}
	for dimension := range contract.Dimensions {
		if !strings.Contains(string(text), `"`+string(dimension)+`":["x"]`) {
			t.Errorf("a filter on %s is lost: %s", dimension, text)
		}
	}
}
