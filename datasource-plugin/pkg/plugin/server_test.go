package plugin

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

// realServer is a data source for the trace server at MODELTRACE_TEST_URL (its key, if any, in MODELTRACE_TEST_API_KEY).
// The test stores a few traces there, under a model name of its own.
func realServer(t *testing.T) (*Datasource, string) {
	t.Helper()
	address := os.Getenv("MODELTRACE_TEST_URL")
	if address == "" {
		t.Skip("MODELTRACE_TEST_URL is not set: no trace server to ask")
	}
	key := os.Getenv("MODELTRACE_TEST_API_KEY")
	source := instance(t, backend.DataSourceInstanceSettings{URL: address, Type: ID, DecryptedSecureJSONData: map[string]string{"apiKey": key}})
	model := fmt.Sprintf("back-end-test-%d", time.Now().UnixNano())
	send(t, address, key, "/api/v1/traces", fmt.Sprintf(`{"traces":[
		{"request_id":"%[1]s/1?x=%%41","model":"%[1]s","start_time":"2026-11-20T08:00:00.5Z","duration_ms":1200.5,"status":"success","input":"SECRET PROMPT","output":"hello","input_tokens":10},
		{"request_id":"%[1]s-2","model":"%[1]s","start_time":"2026-11-20T08:10:00Z","status":"error","error":{"type":"rate_limit","message":"slow down"}},
		{"request_id":"%[1]s-3","model":"%[1]s","start_time":"2026-11-20T11:00:00Z","duration_ms":300,"status":"timeout"}]}`, model))
	send(t, address, key, "/api/v1/replicas", fmt.Sprintf(`{"changes":[
		{"time":"2026-11-19T00:00:00Z","model":"%[1]s","deployment":"prod","deployment_version":"v1","hardware":"1x A10G","replicas":2,"max_replicas":4}]}`, model))
	return source, model
}

func send(t *testing.T, address, key, path, body string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, strings.TrimRight(address, "/")+path, bytes.NewBufferString(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	if key != "" {
		request.Header.Set("Authorization", "Bearer "+key)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	if answer.StatusCode != http.StatusCreated {
		t.Fatalf("%s: HTTP %d", path, answer.StatusCode)
	}
}

func ask(t *testing.T, source *Datasource, days int, model string) data.Frames {
	t.Helper()
	asked := panelQuery(t, "A", model)
	asked.TimeRange = backend.TimeRange{To: tracetest.Time(t, "2026-11-21T00:00:00Z")}
	asked.TimeRange.From = asked.TimeRange.To.AddDate(0, 0, -days)
	answer, err := source.QueryData(context.Background(), &backend.QueryDataRequest{PluginContext: backend.PluginContext{User: editor}, Queries: []backend.DataQuery{asked}})
	if err != nil {
		t.Fatal(err)
	}
	if got := answer.Responses["A"]; got.Error != nil {
		t.Fatalf("%d %s: %v", got.Status, got.ErrorSource, got.Error)
	}
	return answer.Responses["A"].Frames
}

func TestQueriesAgainstARealTraceServer(t *testing.T) {
	source, model := realServer(t)
	filters := fmt.Sprintf(`"filters":{"model":["%s"]}`, model)

	traces := ask(t, source, 1, `{"queryType":"traces",`+filters+`}`)[0]
	if traces.Rows() != 3 || traces.Fields[1].At(0) != model+"-3" || !traces.Fields[2].NilAt(1) {
		t.Errorf("traces: %d rows, first %v", traces.Rows(), traces.Fields[1].At(0))
	}
	spans := ask(t, source, 1, `{"queryType":"trace","requestId":"`+model+`/1?x=%41"}`)[0]
	if spans.Rows() != 1 || spans.Fields[9].At(0) != 1200.5 {
		t.Errorf("trace: %d spans", spans.Rows())
	}
	hours := ask(t, source, 1, `{"queryType":"metrics","measures":["requests","failure_rate"],"groupBy":["model"],`+filters+`}`)
	if tracetest.Series(t, hours) != 2 || hours[0].Fields[1].Len() != 2 || hours[0].Fields[1].At(0) != 2.0 {
		t.Errorf("metrics per hour: %d frames, %v", len(hours), hours[0].Fields)
	}
	one := ask(t, source, 1, `{"queryType":"metrics","measures":["failure_rate"],"interval":"none",`+filters+`}`)
	if tracetest.Numerics(t, one) != 1 {
		t.Error("metrics as one number")
	}
	if none := ask(t, source, 1, `{"queryType":"metrics","measures":["failure_rate"],"interval":"none","search":"in no trace",`+filters+`}`); tracetest.Numerics(t, none) != 0 {
		t.Error("no requests have a failure rate")
	}
	points := ask(t, source, 7, `{"queryType":"latency",`+filters+`}`)
	if tracetest.Series(t, points) != 1 || points[0].Rows() != 2 || points[0].Fields[2].At(0) != model+"/1?x=%41" {
		t.Errorf("latency: %d points", points[0].Rows())
	}
	days := ask(t, source, 30, `{"queryType":"latency","timeZone":"Europe/Berlin",`+filters+`}`)
	if tracetest.Series(t, days) != 1 || days[0].Fields[1].At(0) != 750.25 {
		t.Errorf("latency per day: %v", days[0].Fields[1])
	}
	cells := ask(t, source, 1, `{"queryType":"heatmap",`+filters+`}`)[0]
	if cells.Rows() != 3 || cells.Fields[3].At(1) != 1.0 || cells.Fields[5].At(1) != model+"/1?x=%41" {
		t.Errorf("heatmap: %d rows", cells.Rows())
	}
	traceID, _ := spans.Fields[0].At(0).(string)
	if found := ask(t, source, 1, `{"queryType":"trace","traceId":"`+traceID+`"}`)[0]; found.Rows() != 1 || found.Fields[0].At(0) != traceID {
		t.Errorf("trace by its OpenTelemetry id %q: %d spans", traceID, found.Rows())
	}
	replicas := ask(t, source, 1, `{"queryType":"replicas",`+filters+`}`)
	if tracetest.Series(t, replicas) != 2 || replicas[0].Rows() != 2 {
		t.Errorf("replicas: %d frames, %d points", len(replicas), replicas[0].Rows())
	}
}

func TestHealthAndResourcesOfARealTraceServer(t *testing.T) {
	source, model := realServer(t)
	health, err := source.CheckHealth(context.Background(), &backend.CheckHealthRequest{})
	if err != nil || health.Status != backend.HealthStatusOk {
		t.Errorf("%+v, %v", health, err)
	}
	for address, want := range map[string]string{
		"trace?request_id=" + url.QueryEscape(model+"/1?x=%41"): "SECRET PROMPT", "models": model, "fields/model/values": model,
	} {
		path, _, _ := strings.Cut(address, "?")
		if status, body := resource(t, source, http.MethodGet, path, address); status != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%s: %d %.200s", address, status, body)
		}
	}
	unknown := panelQuery(t, "A", `{"queryType":"latency","filters":{"model":["`+model+`-other"]}}`)
	answer, err := source.QueryData(context.Background(), &backend.QueryDataRequest{Queries: []backend.DataQuery{unknown}})
	if got := answer.Responses["A"]; err != nil || got.Status != backend.StatusNotFound || !strings.Contains(got.Error.Error(), "no such model") {
		t.Errorf("unknown model: %+v, %v", got, err)
	}
	if status, body := resource(t, source, http.MethodGet, "trace", "trace?request_id=nobody"); status != http.StatusNotFound || !strings.Contains(body, "NOT_FOUND") {
		t.Errorf("unknown trace: %d %s", status, body)
	}
}
