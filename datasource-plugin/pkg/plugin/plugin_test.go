package plugin

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

func instance(t *testing.T, saved backend.DataSourceInstanceSettings) *Datasource {
	t.Helper()
	made, err := NewDatasource(context.Background(), saved)
	if err != nil {
		t.Fatal(err)
	}
	source, ok := made.(*Datasource)
	if !ok {
		t.Fatalf("%T", made)
	}
	t.Cleanup(source.Dispose)
	return source
}

func forServer(t *testing.T, handler http.HandlerFunc) *Datasource {
	t.Helper()
	return instance(t, backend.DataSourceInstanceSettings{URL: tracetest.Serve(t, handler).URL, Type: ID})
}

func panelQuery(t *testing.T, refID, model string) backend.DataQuery {
	t.Helper()
	return backend.DataQuery{
		RefID: refID, JSON: []byte(model), Interval: time.Minute, MaxDataPoints: 100,
		TimeRange: backend.TimeRange{From: tracetest.Time(t, "2026-11-21T00:00:00Z"), To: tracetest.Time(t, "2026-11-21T12:00:00Z")},
	}
}

const oneNumber = `{"queryType":"metrics","measures":["requests"],"interval":"none"}`

func TestEveryQueryTypeOfTheContractIsAnswered(t *testing.T) {
	for _, queryType := range contract.QueryTypes {
		if handlers[queryType] == nil {
			t.Errorf("nothing answers %s", queryType)
		}
	}
}

// A YAML file with "serverName:" and nothing behind it gives null.
func TestSettingsWithoutAValueAreAsGoodAsNone(t *testing.T) {
	for _, jsonData := range []string{
		"null", `{"access":null,"url":null,"basicAuth":true,"basicAuthUser":null,"timeoutSeconds":null,"serverName":null,"contentsMinRole":null,"keepCookies":null}`,
	} {
		source := instance(t, backend.DataSourceInstanceSettings{URL: "http://traces.invalid", Type: ID, JSONData: []byte(jsonData)})
		if source.settingsError != nil {
			t.Errorf("%s: %v", jsonData, source.settingsError)
		}
	}
}

func TestFramesCanNameTheDataSourceThatIsAsked(t *testing.T) {
	source := instance(t, backend.DataSourceInstanceSettings{UID: "modeltrace-eu", URL: "http://traces.invalid", Type: ID})
	original := handlers[contract.QueryTypeTraces]
	t.Cleanup(func() { handlers[contract.QueryTypeTraces] = original })
	var asked query.Request
	handlers[contract.QueryTypeTraces] = func(_ context.Context, _ query.Server, request query.Request) (data.Frames, error) {
		asked = request
		return nil, nil
	}
	if _, err := source.frames(context.Background(), editor, panelQuery(t, "A", `{"queryType":"traces"}`)); err != nil || asked.DataSourceUID != "modeltrace-eu" {
		t.Errorf("uid %q, %v", asked.DataSourceUID, err)
	}
}

func TestOneBadQueryDoesNotSpoilTheOthers(t *testing.T) {
	source := forServer(t, func(writer http.ResponseWriter, _ *http.Request) {
		tracetest.WriteArrow(writer, tracetest.Stream(t, tracetest.Counts("requests", 3)))
	})
	answer, err := source.QueryData(context.Background(), &backend.QueryDataRequest{Queries: []backend.DataQuery{
		panelQuery(t, "A", oneNumber),
		panelQuery(t, "B", `{"queryType":"metrics","measures":["requests"],"filters":{"model":["$model"]}}`),
		panelQuery(t, "C", `{"queryType":"logs"}`),
		panelQuery(t, "D", oneNumber),
	}})
	if err != nil {
		t.Fatal(err)
	}
	for _, refID := range []string{"A", "D"} {
		if got := answer.Responses[refID]; got.Error != nil || tracetest.Numerics(t, got.Frames) != 1 {
			t.Errorf("%s: %v", refID, got.Error)
		}
	}
	for refID, want := range map[string]string{"B": "$model", "C": "logs"} {
		got := answer.Responses[refID]
		if got.Error == nil || got.Status != backend.StatusBadRequest || got.ErrorSource != backend.ErrorSourceDownstream || !strings.Contains(got.Error.Error(), want) {
			t.Errorf("%s: %d %s %v", refID, got.Status, got.ErrorSource, got.Error)
		}
	}
}

func TestQueriesOfARequestRunSideBySide(t *testing.T) {
	var both sync.WaitGroup
	both.Add(2)
	source := forServer(t, func(writer http.ResponseWriter, _ *http.Request) {
		both.Done()
		both.Wait() // The first answer needs the second request to have come.
		tracetest.WriteArrow(writer, tracetest.Stream(t, tracetest.Counts("requests", 3), tracetest.Counts("failures", 1)))
	})
	answer, err := source.QueryData(context.Background(), &backend.QueryDataRequest{Queries: []backend.DataQuery{panelQuery(t, "A", oneNumber), panelQuery(t, "B", strings.Replace(oneNumber, "requests", "failures", 1))}})
	if err != nil || answer.Responses["A"].Error != nil || answer.Responses["B"].Error != nil {
		t.Errorf("%v, %v", answer, err)
	}
}

func TestAnAlertRuleWithoutAUserGetsTheFramesOfTheBrowser(t *testing.T) {
	source := forServer(t, func(writer http.ResponseWriter, request *http.Request) {
		if request.Header.Get("X-Grafana-User") != "" {
			t.Error("the trace server is told who asks")
		}
		tracetest.WriteArrow(writer, tracetest.Stream(t, tracetest.Texts("model", "a", "b"), tracetest.Counts("requests", 3, 4)))
	})
	ask := func(request backend.QueryDataRequest) string {
		request.Queries = []backend.DataQuery{panelQuery(t, "A", `{"queryType":"metrics","measures":["requests"],"groupBy":["model"],"interval":"none"}`)}
		answer, err := source.QueryData(context.Background(), &request)
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(answer)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	browser := ask(backend.QueryDataRequest{PluginContext: backend.PluginContext{User: &backend.User{Login: "ann", Role: "Viewer"}}})
	alert := ask(backend.QueryDataRequest{Headers: map[string]string{"FromAlert": "true", "X-Cache-Skip": "true"}})
	if browser != alert || !strings.Contains(browser, `"values":[[4]]`) {
		t.Errorf("browser: %s\nalert: %s", browser, alert)
	}
}

func TestSettingsThatCannotBeUsedAreSaidByEveryCall(t *testing.T) {
	source := instance(t, backend.DataSourceInstanceSettings{})
	answer, err := source.QueryData(context.Background(), &backend.QueryDataRequest{Queries: []backend.DataQuery{panelQuery(t, "A", oneNumber), panelQuery(t, "B", oneNumber)}})
	if err != nil || answer.Responses["A"].Error == nil || answer.Responses["B"].Error == nil {
		t.Errorf("query: %v, %v", answer, err)
	}
	health, err := source.CheckHealth(context.Background(), &backend.CheckHealthRequest{})
	if err != nil || health.Status != backend.HealthStatusError || !strings.Contains(health.Message, "no URL") {
		t.Errorf("health: %+v, %v", health, err)
	}
	status, body := resource(t, source, http.MethodGet, "models", "models")
	if status != http.StatusBadRequest || !strings.Contains(body, "no URL") {
		t.Errorf("resource: %d %s", status, body)
	}
}

func TestAFaultInAHandlerIsAnErrorOfThatQuery(t *testing.T) {
	original := handlers[contract.QueryTypeTrace]
	t.Cleanup(func() { handlers[contract.QueryTypeTrace] = original })
	handlers[contract.QueryTypeTrace] = nil
	source := forServer(t, func(writer http.ResponseWriter, _ *http.Request) {
		tracetest.WriteArrow(writer, tracetest.Stream(t, tracetest.Counts("requests", 3)))
	})
	answer, err := source.QueryData(context.Background(), &backend.QueryDataRequest{Queries: []backend.DataQuery{
		panelQuery(t, "A", `{"queryType":"trace","requestId":"x"}`), panelQuery(t, "B", oneNumber),
	}})
	if err != nil || answer.Responses["A"].Error == nil || len(answer.Responses["B"].Frames) != 1 {
		t.Errorf("%v, %v", answer, err)
	}
}
