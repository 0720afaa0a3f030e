package plugin

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

// The trace server's own reading of conditions decides what is withheld, so this is tested with it.
func TestARealTraceServersConditionsAreToldApart(t *testing.T) {
	_, model := realServer(t)
	source := instance(t, backend.DataSourceInstanceSettings{
		URL: os.Getenv("MODELTRACE_TEST_URL"), JSONData: []byte(`{"contentsMinRole":"Admin"}`),
		DecryptedSecureJSONData: map[string]string{"apiKey": os.Getenv("MODELTRACE_TEST_API_KEY")},
	})
	ask := func(condition string) backend.DataResponse {
		asked := panelQuery(t, "A", fmt.Sprintf(`{"queryType":"traces","filters":{"model":[%q]},"query":%q}`, model, condition))
		asked.TimeRange = backend.TimeRange{From: tracetest.Time(t, "2026-11-20T00:00:00Z"), To: tracetest.Time(t, "2026-11-21T00:00:00Z")}
		answer, err := source.QueryData(context.Background(), &backend.QueryDataRequest{PluginContext: backend.PluginContext{User: editor}, Queries: []backend.DataQuery{asked}})
		if err != nil {
			t.Fatal(err)
		}
		return answer.Responses["A"]
	}
	for condition, rows := range map[string]int{
		"": 3, " ": 3, "status:failed": 2, "latency > 1s": 1, "NOT (status:error OR type:external)": 0, "model:back-end-*": 3, "duration in (300, 1200.5)": 2, "version:x": 0, "error:rate_limit": 1,
	} {
		got := ask(condition)
		if got.Error != nil || got.Frames[0].Rows() != rows {
			t.Errorf("%q: %v", condition, got.Error)
			continue
		}
		for row := range rows {
			if field, _ := got.Frames[0].FieldByName("input_preview"); field.At(row) != "" {
				t.Errorf("%q: an input is shown", condition)
			}
		}
	}
	for _, condition := range []string{
		"SECRET", `"SECRET PROMPT"`, "input:SECRET", "prompt:SECRET", "input_text:SECRET", "answer:hello", "output:*", "error_message:slow", "tags.a:b", `tags["a"] = "b"`, "tag.a:b",
		`$.request.messages[0].content = "x"`, "$.response.id exists", "status:error OR input:SECRET", "NOT NOT input:SECRET", "model:x (SECRET)", "input exists", "NOT input exists",
	} {
		got := ask(condition)
		if got.Error == nil || (got.Status != backend.StatusForbidden && !strings.Contains(got.Error.Error(), "has a fault")) {
			t.Errorf("%q was answered: %v", condition, got.Error)
		}
	}
	if got := ask("status:"); got.Error == nil || got.Status != backend.StatusBadRequest || !strings.Contains(got.Error.Error(), "fault at character") {
		t.Errorf("a fault: %v", got.Error)
	}
}

func TestARealTraceServersDetailsPassWithoutContents(t *testing.T) {
	_, model := realServer(t)
	source := instance(t, backend.DataSourceInstanceSettings{
		URL: os.Getenv("MODELTRACE_TEST_URL"), JSONData: []byte(`{"contentsMinRole":"Admin"}`),
		DecryptedSecureJSONData: map[string]string{"apiKey": os.Getenv("MODELTRACE_TEST_API_KEY")},
	})
	admin := &backend.User{Login: "adm", Role: "Admin"}
	for _, c := range []struct {
		user         *backend.User
		method       string
		url, body    string
		status       int
		with, isGone string
	}{
		{editor, http.MethodGet, "trace?request_id=" + model + "-2", "", 200, `"contents_withheld":true`, "slow down"},
		{admin, http.MethodGet, "trace?request_id=" + model + "-2", "", 200, "slow down", "contents_withheld"},
		{admin, http.MethodGet, "payload?side=input&request_id=" + model + "%2F1%3Fx%3D%2541", "", 206, "PROMPT", "SECRET"},
		{editor, http.MethodGet, "payload?side=input&request_id=" + model + "-2", "", 403, "FORBIDDEN", "SECRET"},
		{editor, http.MethodGet, "neighbors?model=" + model + "&request_id=" + model + "-2", "", 200, model + "-3", "SECRET"},
		{editor, http.MethodPost, "query/complete", `{"text":"status:","position":7}`, 200, "timeout", "SECRET"},
		{editor, http.MethodPost, "query/complete", `{"text":"model:` + model[:12] + `","position":18}`, 200, model, "SECRET"},
		{editor, http.MethodPost, "query/parse", `{"text":"input:x"}`, 200, `"ast"`, "SECRET"},
		{editor, http.MethodPost, "query/format", `{"conjunction":"and","steps":[{"field":"model","operator":"=","value":"a b"}]}`, 200, "a b", "SECRET"},
		{editor, http.MethodPost, "query/explain", `{"query":"status:error"}`, 200, `"rows"`, "SECRET"},
		{editor, http.MethodPost, "query/explain", `{"query":"input:x"}`, 403, "role Admin", "SECRET"},
		{editor, http.MethodGet, `fields/model/values?adhocFilters=[{"key":"model","operator":"=","value":"` + model + `"}]`, "", 200, model, "SECRET"},
		{editor, http.MethodGet, "fields/model/values?q=SECRET", "", 403, "role Admin", "SECRET"},
	} {
		var body bytes.Buffer
		status := 0
		path, _, _ := strings.Cut(c.url, "?")
		request := &backend.CallResourceRequest{
			PluginContext: backend.PluginContext{User: c.user}, Method: c.method, Path: path, URL: c.url, Body: []byte(c.body), Headers: map[string][]string{"Range": {"bytes=7-12"}},
		}
		err := source.CallResource(context.Background(), request, backend.CallResourceResponseSenderFunc(func(part *backend.CallResourceResponse) error {
			status = max(status, part.Status)
			body.Write(part.Body)
			return nil
		}))
		if err != nil || status != c.status || !strings.Contains(body.String(), c.with) || strings.Contains(body.String(), c.isGone) {
			t.Errorf("%s %s: %d %.400s, %v", c.url, c.body, status, body.String(), err)
		}
	}
}
