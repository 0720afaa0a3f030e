package plugin

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

// fixtures is the folder of examples that the trace server's, the panel's and these tests share.
const fixtures = "../../../contract/fixtures/"

func sharedFixture(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.FromSlash(fixtures + name))
	if os.IsNotExist(err) {
		t.Skip("contract/fixtures is not beside this plugin's folder")
	}
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// The panel's tests read the frame that this test compares with, so what the server stores is what the panel shows.
func TestTheTracesFrameIsTheOneThePanelIsTestedWith(t *testing.T) {
	source, _ := realServer(t)
	address, key := os.Getenv("MODELTRACE_TEST_URL"), os.Getenv("MODELTRACE_TEST_API_KEY")
	send(t, address, key, "/api/v1/traces", string(sharedFixture(t, "traces/create.json")))

	frame := ask(t, source, 1, `{"queryType":"traces","search":"fixture-"}`)[0]
	frame.Meta = nil
	text, err := data.FrameToJSON(frame, data.IncludeAll)
	if err != nil {
		t.Fatal(err)
	}
	var indented any
	if err := json.Unmarshal(text, &indented); err != nil {
		t.Fatal(err)
	}
	text, err = json.MarshalIndent(indented, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	compare(t, filepath.FromSlash(fixtures+"traces/frame.json"), string(text))
}

// answerTo asks a query of the shared fixtures. errAsked means that it was understood and the trace server was asked.
func answerTo(t *testing.T, model json.RawMessage) error {
	t.Helper()
	queryType, model, err := savedquery.Read("", model)
	if err != nil {
		return err
	}
	asked := tracetest.Request(t, string(model), "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z")
	_, err = handlers[queryType](context.Background(), &tracetest.Answers{Err: errAsked}, asked)
	return err
}

func TestSavedQueriesOfTheContractAreUnderstood(t *testing.T) {
	var valid map[string]json.RawMessage
	if err := json.Unmarshal(sharedFixture(t, "queries/valid.json"), &valid); err != nil {
		t.Fatal(err)
	}
	for name, model := range valid {
		t.Run(name, func(t *testing.T) {
			err := answerTo(t, model)
			if asksNothing := bytes.Contains(model, []byte(`"queryType": "window"`)); asksNothing != (err == nil) {
				t.Error(err)
			} else if err != nil && !errors.Is(err, errAsked) {
				t.Error(err)
			}
		})
	}
}

func TestFaultySavedQueriesAreRefusedAndNameTheFault(t *testing.T) {
	var refused map[string]struct {
		Query json.RawMessage `json:"query"`
		Names string          `json:"names"`
	}
	if err := json.Unmarshal(sharedFixture(t, "queries/refused.json"), &refused); err != nil {
		t.Fatal(err)
	}
	for name, fault := range refused {
		t.Run(name, func(t *testing.T) {
			err := answerTo(t, fault.Query)
			if err == nil || errors.Is(err, errAsked) || !strings.Contains(err.Error(), fault.Names) {
				t.Errorf("want a message that names %s, got: %v", fault.Names, err)
			}
		})
	}
}
