package plugin

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

var (
	viewer    = &backend.User{Login: "vera", Role: "Viewer"}
	editor    = &backend.User{Login: "ed", Role: "Editor"}
	scheduler = &backend.User{Login: "grafana_scheduler", Role: "Admin"}
)

// secretServer has contents everywhere, and reads every condition as one on the input.
func secretServer(t *testing.T) http.HandlerFunc {
	t.Helper()
	return func(writer http.ResponseWriter, request *http.Request) {
		switch {
		case request.URL.Path == "/api/v1/query/parse":
			tracetest.WriteJSON(writer, http.StatusOK, `{"text":"x","builder":null,"diagnostics":[],"ast":{"kind":"compare","field":"input","operator":"=","values":[]}}`)
		case strings.HasPrefix(request.URL.Path, "/api/v1/traces/"):
			tracetest.WriteJSON(writer, http.StatusOK, `{"request_id":"x","trace_id":"0af7651916cd43dd8448eb211c80319c","input":{"text":"SECRET","json":""},"output":{"text":"SECRET","json":""},"tags":{"a":"SECRET"},
				"spans":[{"span_id":"b7ad6b7169203331","name":"chat","start_time":"2026-11-21T08:00:00Z","duration_ms":5,"status_message":"SECRET","attributes":{"own":"SECRET","gen_ai.request.model":"gpt"}}]}`)
		case request.URL.Path == "/api/v1/traces":
			tracetest.WriteArrow(writer, tracetest.Stream(t, tracesColumns(t)...))
		default:
			tracetest.WriteArrow(writer, tracetest.Stream(t, tracetest.Counts("requests", 3)))
		}
	}
}

func asUser(t *testing.T, source *Datasource, user *backend.User, headers map[string]string, model string) (backend.DataResponse, string) {
	t.Helper()
	answer, err := source.QueryData(context.Background(), &backend.QueryDataRequest{
		PluginContext: backend.PluginContext{User: user}, Headers: headers, Queries: []backend.DataQuery{panelQuery(t, "A", model)},
	})
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(answer)
	if err != nil {
		t.Fatal(err)
	}
	return answer.Responses["A"], string(text)
}

func TestContentsReachOnlyWhoMaySeeThem(t *testing.T) {
	source := instance(t, backend.DataSourceInstanceSettings{URL: tracetest.Serve(t, secretServer(t)).URL, JSONData: []byte(`{"contentsMinRole":"Editor"}`)})
	for _, model := range []string{`{"queryType":"traces"}`, `{"queryType":"trace","requestId":"x"}`} {
		if got, text := asUser(t, source, editor, nil, model); got.Error != nil || !strings.Contains(text, "SECRET") || strings.Contains(text, "withheld") {
			t.Errorf("an editor got %s", text)
		}
		for name, user := range map[string]*backend.User{"viewer": viewer, "nobody": nil, "public dashboard": {}, "alert rule": scheduler} {
			headers := map[string]string{"FromAlert": "true", "X-Grafana-User": "ed"}
			if got, text := asUser(t, source, user, headers, model); got.Error != nil || strings.Contains(text, "SECRET") || !strings.Contains(text, "withheld") {
				t.Errorf("%s got %s", name, text)
			}
		}
	}
}

func TestWhoMayNotSeeContentsCannotGuessThemBySearching(t *testing.T) {
	source := instance(t, backend.DataSourceInstanceSettings{URL: tracetest.Serve(t, secretServer(t)).URL, JSONData: []byte(`{"contentsMinRole":"Editor"}`)})
	for _, model := range []string{
		`{"queryType":"traces","search":"word"}`, `{"queryType":"traces","query":"input:word"}`,
		`{"queryType":"traces","interpolated":true,"adhocFilters":[{"key":"tags.a","operator":"=","value":"b"}]}`,
		`{"queryType":"metrics","measures":["requests"],"interval":"none","search":"word"}`, `{"queryType":"metrics","measures":["requests"],"interval":"none","query":"input:word"}`,
		`{"queryType":"latency","query":"input:word"}`,
	} {
		for _, user := range []*backend.User{viewer, nil, scheduler} {
			got, _ := asUser(t, source, user, nil, model)
			if got.Error == nil || got.Status != backend.StatusForbidden || got.ErrorSource != backend.ErrorSourceDownstream || !strings.Contains(got.Error.Error(), "role Editor") {
				t.Errorf("%s: %d %v", model, got.Status, got.Error)
			}
		}
	}
	if got, text := asUser(t, source, scheduler, nil, oneNumber); got.Error != nil || strings.Contains(text, "withheld") {
		t.Errorf("an alert rule on a plain measure: %s", text)
	}
}

func TestByDefaultAlertRulesSearchAndNobodySees(t *testing.T) {
	source := forServer(t, secretServer(t))
	for _, user := range []*backend.User{viewer, editor, scheduler} {
		if got, text := asUser(t, source, user, nil, `{"queryType":"traces","search":"word"}`); got.Error != nil || !strings.Contains(text, "SECRET") {
			t.Errorf("%s: %s", user.Login, text)
		}
	}
	if _, text := asUser(t, source, nil, nil, `{"queryType":"traces"}`); strings.Contains(text, "SECRET") {
		t.Errorf("a public dashboard got %s", text)
	}
}

func TestResourcesFollowTheRole(t *testing.T) {
	source := instance(t, backend.DataSourceInstanceSettings{URL: tracetest.Serve(t, secretServer(t)).URL, JSONData: []byte(`{"contentsMinRole":"Editor"}`)})
	call := func(user *backend.User, url string) (int, string) {
		var body bytes.Buffer
		status := 0
		path, _, _ := strings.Cut(url, "?")
		request := &backend.CallResourceRequest{PluginContext: backend.PluginContext{User: user}, Method: http.MethodGet, Path: path, URL: url}
		err := source.CallResource(context.Background(), request, backend.CallResourceResponseSenderFunc(func(part *backend.CallResourceResponse) error {
			status = max(status, part.Status)
			body.Write(part.Body)
			return nil
		}))
		if err != nil {
			t.Fatal(err)
		}
		return status, body.String()
	}
	if status, body := call(editor, "trace?request_id=x"); status != http.StatusOK || !strings.Contains(body, "SECRET") {
		t.Errorf("an editor: %d %s", status, body)
	}
	if status, body := call(viewer, "trace?request_id=x"); status != http.StatusOK || strings.Contains(body, "SECRET") {
		t.Errorf("a viewer: %d %s", status, body)
	}
	if status, body := call(viewer, "payload?request_id=x&side=input"); status != http.StatusForbidden || !strings.Contains(body, "FORBIDDEN") {
		t.Errorf("a viewer's payload: %d %s", status, body)
	}
}

// What Grafana sends with a request is what its SDK gives the plugin; see docs/data-source-settings.md for the order.
func TestTheCallersIdentityReachesTheTraceServer(t *testing.T) {
	var got []http.Header
	server := tracetest.Serve(t, func(writer http.ResponseWriter, request *http.Request) {
		got = append(got, request.Header.Clone())
		tracetest.WriteArrow(writer, tracetest.Stream(t, tracetest.Counts("requests", 3)))
	})
	source := instance(t, backend.DataSourceInstanceSettings{URL: server.URL, JSONData: []byte(`{"oauthPassThru":true,"keepCookies":["sso"]}`), DecryptedSecureJSONData: map[string]string{"apiKey": "k"}})
	asUser(t, source, viewer, map[string]string{"Authorization": "Bearer vera", "X-ID-Token": "vera-id", "Cookie": "sso=1", "http_X-Grafana-Id": "g", "FromAlert": "true"}, oneNumber)
	asUser(t, source, scheduler, nil, oneNumber)
	if len(got) != 2 || got[0].Get("Authorization") != "Bearer vera" || got[0].Get("X-Id-Token") != "vera-id" || got[0].Get("Cookie") != "sso=1" || got[0].Get("X-Grafana-Id") != "" {
		t.Fatalf("%v", got)
	}
	if got[1].Get("Authorization") != "Bearer k" || got[1].Get("Cookie") != "" {
		t.Errorf("an alert rule, which has no identity: %v", got[1])
	}
}

// tracesColumns are one row of the list, with a secret in every text that holds contents.
func tracesColumns(t *testing.T) []tracetest.Column {
	t.Helper()
	var columns []tracetest.Column
	for _, spec := range contract.FrameFields[contract.QueryTypeTraces] {
		switch spec.Type {
		case "time":
			columns = append(columns, tracetest.Times(spec.Name, tracetest.Time(t, "2026-11-21T08:00:00Z")))
		case "number":
			columns = append(columns, tracetest.Floats(spec.Name, 1.0))
		case "boolean":
			columns = append(columns, tracetest.Flags(spec.Name, true))
		default:
			text := "x"
			if strings.HasSuffix(spec.Name, "_preview") {
				text = "SECRET"
			}
			columns = append(columns, tracetest.Texts(spec.Name, text))
		}
	}
	return columns
}
