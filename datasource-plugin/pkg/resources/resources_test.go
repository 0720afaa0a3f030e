package resources_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contents"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/resources"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/settings"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

var editors = contents.Rule{MinRole: contract.DataSourceSettingsContentsMinRoleEditor}

// asking is a client for a server that answers with handler.
func asking(t *testing.T, handler http.HandlerFunc) *traceapi.Client {
	t.Helper()
	address, err := url.Parse(tracetest.Serve(t, handler).URL)
	if err != nil {
		t.Fatal(err)
	}
	client, err := traceapi.New(settings.Settings{URL: address, Timeout: time.Minute}, httpclient.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}

// echo answers with the request it got, as JSON.
func echo(writer http.ResponseWriter, request *http.Request) {
	body, _ := io.ReadAll(request.Body)
	text, _ := json.Marshal(map[string]string{"asked": request.Method + " " + request.URL.RequestURI(), "body": string(body)})
	tracetest.WriteJSON(writer, http.StatusOK, string(text))
}

type echoed struct{ Asked, Body string }

func handle(t *testing.T, client *traceapi.Client, asked resources.Request) (resources.Answer, string, error) {
	t.Helper()
	asked.Rule = editors
	answer, err := resources.Handle(context.Background(), client, asked)
	if err != nil {
		return answer, "", err
	}
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(answer.Body)
	return answer, string(body), err
}

func refusal(t *testing.T, err error) *traceapi.Error {
	t.Helper()
	var known *traceapi.Error
	if !errors.As(err, &known) {
		t.Fatalf("%v is not explained", err)
	}
	return known
}

func TestResourcesReachTheirCallAndNoOther(t *testing.T) {
	client := asking(t, echo)
	for address, want := range map[string]string{
		"models":  "GET /api/v1/models",
		"/models": "GET /api/v1/models",
		"fields/model/values?status=error&status=timeout&contains=a%26b&query=x&condition=c":           "GET /api/v1/fields/model/values?condition=c&contains=a%26b&query=x&status=error&status=timeout",
		`fields/model/values?condition=c&adhocFilters=[{"key":"model","operator":"=","value":"a\"b"}]`: `GET /api/v1/fields/model/values?condition=c&condition=model+%3D+%22a%5C%22b%22`,
		"trace?request_id=req-1":                                                  "GET /api/v1/traces/req-1",
		"trace?request_id=a%2Fb":                                                  "GET /api/v1/traces/a%2Fb",
		"trace?request_id=..%2Fmodels":                                            "GET /api/v1/traces/..%2Fmodels",
		"trace?request_id=a%3Fx%3D1%23y":                                          "GET /api/v1/traces/a%3Fx=1%23y",
		"trace?request_id=50%2541":                                                "GET /api/v1/traces/50%2541",
		"trace?request_id=http:%2F%2Felsewhere%2Fx":                               "GET /api/v1/traces/http:%2F%2Felsewhere%2Fx",
		"trace?request_id=x&payload=preview&other=1":                              "GET /api/v1/traces/x?payload=preview",
		"payload?request_id=a%2Fb&side=output&form=json&other=1":                  "GET /api/v1/traces/a%2Fb/payloads/output?form=json",
		"neighbors?request_id=x&model=m&sort=duration_ms&order=asc&request_id=no": "GET /api/v1/traces/x/neighbors?model=m&order=asc&sort=duration_ms",
		"neighbors?request_id=x&from=2026-11-20T00:00:00.000Z&to=2026-11-21T00:00:00Z&within=" + url.QueryEscape(`{"start":"1795168800000","width":"1h"}`): "GET /api/v1/traces/x/neighbors?from=2026-11-20T10%3A00%3A00Z&to=2026-11-20T11%3A00%3A00Z",
		"neighbors?request_id=x&query=q&condition=a&condition=b+OR+c":                                                                                      "GET /api/v1/traces/x/neighbors?condition=a&condition=b+OR+c&query=q",
	} {
		path, query, _ := strings.Cut(address, "?")
		values, err := url.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		_, body, err := handle(t, client, resources.Request{Method: http.MethodGet, Path: path, Query: values})
		var got echoed
		if err != nil || json.Unmarshal([]byte(body), &got) != nil || got.Asked != want {
			t.Errorf("%s: asked %q, %v; want %q", address, got.Asked, err, want)
		}
	}
}

func TestOtherPathsMethodsAndParametersDoNotReachTheServer(t *testing.T) {
	client := asking(t, func(_ http.ResponseWriter, request *http.Request) {
		t.Errorf("%s %s reached the trace server", request.Method, request.URL)
	})
	for _, path := range []string{
		"", "healthz", "metrics", "traces", "traces/req-1", "trace/req-1", "models/", "../healthz", "api/v1/models", "http://elsewhere/models", "//elsewhere/models",
		"fields/password/values", "fields/../values", "fields/model/values/x", "fields/model", "fields/model/../x/values", "fields/model%2F..%2F/values", "query", "query/../models", "keys", "exports",
	} {
		if _, _, err := handle(t, client, resources.Request{Method: http.MethodGet, Path: path}); refusal(t, err).Status != http.StatusNotFound {
			t.Errorf("%q: %v", path, err)
		}
	}
	for path, methods := range map[string][]string{
		"models": {"POST", "PUT", "DELETE", "HEAD"}, "trace": {"POST", "DELETE"}, "payload": {"POST"}, "neighbors": {"POST"}, "fields/model/values": {"POST"},
		"query/parse": {"GET", "PUT"}, "query/migrate": {"GET"}, "query/explain": {"GET"}, "query/complete": {"GET"}, "query/format": {"DELETE"}, "export": {"GET"}, "export/plan": {"GET"}, "export/status": {"POST"}, "export/cancel": {"DELETE"},
	} {
		for _, method := range methods {
			if _, _, err := handle(t, client, resources.Request{Method: method, Path: path}); refusal(t, err).Code != contract.METHODNOTALLOWED {
				t.Errorf("%s %s: %v", method, path, err)
			}
		}
	}
	for path, query := range map[string]string{
		"trace": "request_id=..", "neighbors": "request_id=.", "payload": "request_id=&side=input",
		"fields/model/values": "adhocFilters={", "fields/status/values": `adhocFilters=[{"key":"a b","operator":"=","value":""}]`,
	} {
		values, _ := url.ParseQuery(query)
		if _, _, err := handle(t, client, resources.Request{Method: http.MethodGet, Path: path, Query: values}); refusal(t, err).Status != http.StatusBadRequest {
			t.Errorf("%s?%s: %v", path, query, err)
		}
	}
	for _, query := range []string{"side=both", "", "side=../..", "side=input&form=html"} {
		values, _ := url.ParseQuery("request_id=x&" + query)
		if _, _, err := handle(t, client, resources.Request{Method: http.MethodGet, Path: "payload", Query: values}); refusal(t, err).Status != http.StatusBadRequest {
			t.Errorf("payload %s: %v", query, err)
		}
	}
}

func TestConditionsAreReadWrittenCompletedAndExplained(t *testing.T) {
	client := asking(t, echo)
	for path, body := range map[string]string{
		"query/parse": `{"text":"model:a"}`, "query/format": `{"conjunction":"and","steps":[{"field":"model","operator":"=","value":"x"}]}`,
		"query/complete": `{"position":3,"text":"mod"}`, "query/explain": `{"q":"word","query":"model:a"}`,
	} {
		_, answer, err := handle(t, client, resources.Request{Method: http.MethodPost, Path: path, Body: []byte(body)})
		var got echoed
		if err != nil || json.Unmarshal([]byte(answer), &got) != nil || got.Asked != "POST /api/v1/"+path || got.Body != body {
			t.Errorf("%s: %+v, %v", path, got, err)
		}
	}
}

func TestBodiesThatAreTooLargeOrOfAnotherKindAreRefused(t *testing.T) {
	client := asking(t, func(_ http.ResponseWriter, request *http.Request) { t.Errorf("%s was asked", request.URL) })
	for _, path := range []string{"query/parse", "query/format", "query/complete", "query/explain", "query/migrate"} {
		for _, body := range []string{"", "[]", "null5", `{"text":5,"conjunction":5,"query":5,"schemaVersion":"x"}`, `"x"`} {
			if _, _, err := handle(t, client, resources.Request{Method: http.MethodPost, Path: path, Body: []byte(body)}); refusal(t, err).Status != http.StatusBadRequest {
				t.Errorf("%s %s: %v", path, body, err)
			}
		}
		large := []byte(`{"text":"` + strings.Repeat("x", 300_000) + `"}`)
		if _, _, err := handle(t, client, resources.Request{Method: http.MethodPost, Path: path, Body: large}); refusal(t, err).Status != http.StatusRequestEntityTooLarge {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestOlderQueriesAreMigratedWithoutTheTraceServer(t *testing.T) {
	var cases map[string]struct{ Before, After json.RawMessage }
	tracetest.Fixture(t, "queries/migrations.json", &cases)
	client := asking(t, func(_ http.ResponseWriter, request *http.Request) { t.Errorf("%s was asked", request.URL) })
	for name, c := range cases {
		_, body, err := handle(t, client, resources.Request{Method: http.MethodPost, Path: "query/migrate", Body: c.Before})
		var got, want contract.MigrateAnswer
		if err != nil || json.Unmarshal([]byte(body), &got) != nil || json.Unmarshal([]byte(`{"query":`+string(c.After)+`}`), &want) != nil {
			t.Errorf("%s: %v, %s", name, err, body)
			continue
		}
		gotText, _ := json.Marshal(got)
		wantText, _ := json.Marshal(want)
		if string(gotText) != string(wantText) {
			t.Errorf("%s: %s, want %s", name, gotText, wantText)
		}
	}
	_, _, err := handle(t, client, resources.Request{Method: http.MethodPost, Path: "query/migrate", Body: []byte(`{"schemaVersion":99}`)})
	if known := refusal(t, err); !strings.Contains(known.Message, "Update the plugin") {
		t.Errorf("a newer query: %q", known.Message)
	}
}

func TestAPartOfAPayloadIsPassedOnWithItsPlace(t *testing.T) {
	client := asking(t, func(writer http.ResponseWriter, request *http.Request) {
		if request.Header.Get("Range") != "bytes=2-5" {
			t.Errorf("range %q", request.Header.Get("Range"))
		}
		writer.Header().Set("Content-Type", "text/plain; charset=utf-8")
		writer.Header().Set("Content-Range", "bytes 2-5/10")
		writer.WriteHeader(http.StatusPartialContent)
		_, _ = io.WriteString(writer, "cdef")
	})
	answer, body, err := handle(t, client, resources.Request{Method: http.MethodGet, Path: "payload", Query: url.Values{"request_id": {"x"}, "side": {"input"}}, Range: "bytes=2-5"})
	if err != nil || answer.Status != http.StatusPartialContent || answer.Header.Get("Content-Range") != "bytes 2-5/10" || body != "cdef" {
		t.Errorf("%d %v %q, %v", answer.Status, answer.Header, body, err)
	}
}
