package savedquery

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

func TestOlderQueriesMeanTheSameAfterAnUpdate(t *testing.T) {
	var cases map[string]struct{ Before, After json.RawMessage }
	tracetest.Fixture(t, "queries/migrations.json", &cases)
	for _, name := range slices.Sorted(maps.Keys(cases)) {
		t.Run(name, func(t *testing.T) {
			got, err := Migrate(cases[name].Before)
			if err != nil {
				t.Fatal(err)
			}
			if want := object(t, cases[name].After); !reflect.DeepEqual(object(t, got), want) {
				t.Errorf("got %s, want %s", got, cases[name].After)
			}
		})
	}
}

func TestAQueryOfANewerVersionIsNotGuessedAt(t *testing.T) {
	if _, err := Migrate(json.RawMessage(`{"schemaVersion":99}`)); err == nil || !strings.Contains(err.Error(), "newer version") {
		t.Errorf("got %v", err)
	}
}

func TestWhatIsNoQueryIsRefusedAndNotAFault(t *testing.T) {
	for _, saved := range []string{"", "null", " null ", "5", `"x"`, "[]", "{"} {
		if _, _, err := Read("", json.RawMessage(saved)); err == nil || !strings.Contains(err.Error(), "not a JSON object") {
			t.Errorf("%q: %v", saved, err)
		}
	}
}

func object(t *testing.T, text json.RawMessage) map[string]any {
	t.Helper()
	var parsed map[string]any
	if err := json.Unmarshal(text, &parsed); err != nil {
		t.Fatal(err)
	}
	return parsed
}
