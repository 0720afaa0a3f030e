package tracetest

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// Fixture reads an example that the trace server's, the panel's and these tests share, such as "queries/adhoc.json".
// The test is skipped where the plugin's folder stands alone.
func Fixture(t testing.TB, name string, target any) {
	t.Helper()
	_, here, _, ok := runtime.Caller(0)
	if !ok {
		t.Fatal("where this file lies is not known")
	}
	file := filepath.Join(filepath.Dir(here), "../../../contract/fixtures", filepath.FromSlash(name))
	text, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("contract/fixtures is not beside this plugin's folder")
	}
	if err == nil {
		err = json.Unmarshal(text, target)
	}
	if err != nil {
		t.Fatal(err)
	}
}
