package provisioning

import (
	"reflect"
	"testing"
)

func TestEnvironmentVariablesAreReadAsInGrafana(t *testing.T) {
	t.Setenv("WORKBENCH_TEST_NAME", "value")
	for text, want := range map[string]string{
		"$WORKBENCH_TEST_NAME":       "value",
		"a ${WORKBENCH_TEST_NAME} b": "a value b",
		"$$WORKBENCH_TEST_NAME":      "$WORKBENCH_TEST_NAME",
		"$WORKBENCH_TEST_UNSET":      "",
		"plain":                      "plain",
	} {
		if got := expand(text); got != want {
			t.Errorf("expand(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestOnlyTextsOfJSONDataAreExpanded(t *testing.T) {
	t.Setenv("WORKBENCH_TEST_NAME", "value")
	got := expandAll(map[string]any{"a": "$WORKBENCH_TEST_NAME", "n": 3, "list": []any{"${WORKBENCH_TEST_NAME}", true}})
	want := map[string]any{"a": "value", "n": 3, "list": []any{"value", true}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
