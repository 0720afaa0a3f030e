package savedquery

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

// The trace server's tests read the same conditions and look for the traces that they must find.
func TestAdHocFiltersBecomeTheConditionsThatTheTraceServerReads(t *testing.T) {
	var cases map[string]struct {
		Filter    contract.AdHocFilter `json:"filter"`
		Condition string               `json:"condition"`
	}
	tracetest.Fixture(t, "queries/adhoc.json", &cases)
	for _, name := range slices.Sorted(maps.Keys(cases)) {
		t.Run(name, func(t *testing.T) {
			got, err := adHocConditions(&contract.AdHocFilters{cases[name].Filter})
			if err != nil || len(got) != 1 || got[0].text != cases[name].Condition {
				t.Errorf("got %q, %v, want %q", got, err, cases[name].Condition)
			}
		})
	}
}

func TestAnAdHocFilterThatCannotBeMeantIsRefusedInWords(t *testing.T) {
	for _, c := range []struct{ name, key, operator, names string }{
		{"a field that traces do not have", "pod", "=", "field"},
		{"text in place of a field", "source OR status", "=", "field"},
		{"an operator of another data source", "source", "|=", "operator"},
		{"a tag without a name", "tags.", "=", "field"},
	} {
		t.Run(c.name, func(t *testing.T) {
			filters := contract.AdHocFilters{{Key: c.key, Operator: c.operator, Value: "secret value"}}
			_, err := adHocConditions(&filters)
			if err == nil || !strings.Contains(err.Error(), c.names) || strings.Contains(err.Error(), "secret") {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestAdHocFiltersAreSentApartFromTheQuery(t *testing.T) {
	selection, err := SelectionOf(json.RawMessage(`{"query":"a OR b","adhocFilters":[{"key":"model","operator":"=","value":"m"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	body := selection.Body()
	if *body.Query != "a OR b" || len(*body.Condition) != 1 || (*body.Condition)[0] != `model = "m"` {
		t.Errorf("got %+v", body)
	}
}

func TestWhatAPanelAddsIsSentApartFromQueryAndAdHocFilters(t *testing.T) {
	selection, err := SelectionOf(json.RawMessage(`{"query":"a OR b","adhocFilters":[{"key":"model","operator":"=","value":"m"}],"conditions":["x OR y","z"]}`))
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{`model = "m"`, "x OR y", "z"}; !slices.Equal(*selection.Body().Condition, want) {
		t.Errorf("got %q, want %q", *selection.Body().Condition, want)
	}
	if _, err := SelectionOf(json.RawMessage(`{"conditions":"x"}`)); err == nil {
		t.Error("a condition in place of a list of conditions is taken")
	}
}
