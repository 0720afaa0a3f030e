package plugin

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

var errAsked = errors.New("asked")

// golden is a saved query and the range it is asked for. The request it must become lies beside it as a .txt file.
type golden struct {
	From  string          `json:"from"`
	To    string          `json:"to"`
	Query json.RawMessage `json:"query"`
}

func TestSavedQueriesAskTheTraceServerAsBefore(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "requests", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no saved queries to test: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".json"), func(t *testing.T) {
			compare(t, strings.TrimSuffix(file, ".json")+".txt", requestOf(t, file))
		})
	}
}

func requestOf(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var saved golden
	if err := json.Unmarshal(text, &saved); err != nil {
		t.Fatal(err)
	}
	queryType, model, err := savedquery.Read("", saved.Query)
	if err != nil {
		return "refused: " + err.Error()
	}
	server := &tracetest.Answers{Err: errAsked}
	_, err = handlers[queryType](context.Background(), server, tracetest.Request(t, string(model), saved.From, saved.To))
	if !errors.Is(err, errAsked) {
		return "refused: " + err.Error()
	}
	return server.Call.String()
}

// compare with a golden file. Only UPDATE_GOLDEN=1 writes it, and never in CI, where that would hide a change.
func compare(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if os.Getenv("CI") != "" {
			t.Fatal("UPDATE_GOLDEN is refused when CI is set: people write golden files and review them.")
		}
		if err := os.WriteFile(file, []byte(got+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (UPDATE_GOLDEN=1 writes it; read it before you commit it)", err)
	}
	if strings.TrimSuffix(string(want), "\n") != got {
		t.Errorf("want:\n%s\ngot:\n%s", want, got)
	}
}
