package export_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/export"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

// asked is the call by which an export begins.
func asked(t *testing.T, withheld bool, format string, query map[string]any) (string, error) {
	t.Helper()
	sent := file{asked: make(chan string, 9)}
	client := asking(t, sent)
	planned, err := export.PlanOf(t.Context(), client, editors, withheld, request(format, query))
	if err != nil {
		return "", err
	}
	stream := export.Open(t.Context(), client, planned)
	defer func() { _ = stream.Close() }()
	return <-sent.asked, nil
}

func TestAnExportSelectsWhatTheTableShowsAndNoPageOfIt(t *testing.T) {
	got, err := asked(t, false, "jsonl", map[string]any{
		"filters": map[string]any{"model": []any{"gpt"}}, "search": "word", "query": "status:error", "conditions": []any{"a", "b"},
		"adhocFilters": []any{map[string]any{"key": "source", "operator": "=", "value": "api"}},
		"sort":         "cost_usd", "order": "asc", "limit": 50, "cursor": "c", "live": true, "interpolated": true,
		"within": map[string]any{"start": "1795132800000", "width": "1h"},
	})
	want := "GET /api/v1/export?condition=source+%3D+%22api%22&condition=a&condition=b&export_id=" + exportID +
		"&format=jsonl&from=2026-11-20T00%3A00%3A00Z&model=gpt&q=word&query=status%3Aerror&to=2026-11-20T01%3A00%3A00Z"
	if err != nil || got != want {
		t.Errorf("%v\n%s\n%s", err, got, want)
	}
}

func TestWhoMaySeeNoContentsGetsColumnsWithoutThem(t *testing.T) {
	for format, further := range map[string]bool{"csv": false, "parquet": true} {
		got, err := asked(t, true, format, nil)
		if err != nil || !strings.Contains(got, "columns=status&columns=request_id&") || strings.Contains(got, "columns=trace_id") != further {
			t.Errorf("%s: %v %s", format, err, got)
		}
		for _, secret := range []string{"input", "output", "tags", "error_message", "input_json", "output_json"} {
			if strings.Contains(got+"&", "columns="+secret+"&") {
				t.Errorf("%s holds %s", format, secret)
			}
		}
		if open, _ := asked(t, false, format, nil); strings.Contains(open, "columns") {
			t.Errorf("an editor's %s is cut: %s", format, open)
		}
	}
}

func TestWhoMaySeeNoContentsGetsNoFileThatIsAboutThem(t *testing.T) {
	for name, c := range map[string]struct {
		format string
		query  map[string]any
	}{
		"lines":      {"jsonl", nil},
		"chats":      {"finetuning-jsonl", nil},
		"a search":   {"csv", map[string]any{"search": "word"}},
		"a query":    {"csv", map[string]any{"query": "input:word"}},
		"conditions": {"parquet", map[string]any{"conditions": []any{"input:word"}}},
	} {
		_, err := asked(t, true, c.format, c.query)
		if known := traceapi.From(err); err == nil || known.Status != http.StatusForbidden || !strings.Contains(known.Message, "role Editor") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhatIsNoExportIsRefusedByName(t *testing.T) {
	badID := "../x"
	for name, change := range map[string]func() (string, map[string]any){
		"format": func() (string, map[string]any) { return "xlsx", nil },
		"type":   func() (string, map[string]any) { return "csv", map[string]any{"queryType": "latency"} },
		"bucket": func() (string, map[string]any) {
			return "csv", map[string]any{"within": map[string]any{"start": "0", "width": "1h"}}
		},
		"variable": func() (string, map[string]any) { return "csv", map[string]any{"search": "$model"} },
	} {
		format, query := change()
		if _, err := asked(t, false, format, query); err == nil || traceapi.From(err).Status != http.StatusBadRequest {
			t.Errorf("%s: %v", name, err)
		}
	}
	wrong := request("csv", nil)
	wrong.ExportId = &badID
	if _, err := export.PlanOf(t.Context(), asking(t, file{}), editors, false, wrong); err == nil {
		t.Error("an id that is no UUID")
	}
	wrong = request("csv", nil)
	wrong.To = wrong.From
	if _, err := export.PlanOf(t.Context(), asking(t, file{}), editors, false, wrong); err == nil {
		t.Error("an empty range")
	}
}

func TestAPlanCountsWhatMatchesAndNamesWhatIsLeftOut(t *testing.T) {
	client := asking(t, http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		asked := request.URL.Query()
		if request.URL.Path != "/api/v1/export/plan" || asked.Get("model") != "m" || asked.Get("format") != "csv" || asked.Has("columns") {
			t.Errorf("asked %s", request.URL)
		}
		tracetest.WriteJSON(writer, http.StatusOK, `{"rows":199607,"file_name":"m_traces_data.csv"}`)
	}))
	planned, err := export.PlanOf(t.Context(), client, editors, true, request("csv", map[string]any{"filters": map[string]any{"model": []any{"m"}}}))
	if err != nil {
		t.Fatal(err)
	}
	got, err := planned.Describe(t.Context(), client)
	if err != nil || got.Rows != 199607 || got.FileName != "m_traces_data.csv" || strings.Join(got.LeftOut, " ") != "input output tags" || got.MaxBytes != nil {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestAPlanForAKeyThatMayNotExportSaysWhoCanChangeThat(t *testing.T) {
	client := asking(t, http.HandlerFunc(func(writer http.ResponseWriter, _ *http.Request) {
		tracetest.WriteJSON(writer, http.StatusForbidden, `{"error":{"code":"FORBIDDEN","message":"This key lacks the scope export."}}`)
	}))
	planned, err := export.PlanOf(t.Context(), client, editors, false, request("csv", nil))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := planned.Describe(t.Context(), client); err == nil || !strings.Contains(err.Error(), "may not export") {
		t.Errorf("%v", err)
	}
}
