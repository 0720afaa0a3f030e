package resources_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/resources"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

func TestWhoMaySeeNoContentsGetsATraceWithoutThem(t *testing.T) {
	client := asking(t, func(writer http.ResponseWriter, request *http.Request) {
		if request.URL.Query().Get("payload") != "preview" {
			t.Error("the whole payload was read to be left out")
		}
		if strings.HasSuffix(request.URL.Path, "missing") {
			tracetest.WriteJSON(writer, http.StatusNotFound, `{"error":{"code":"NOT_FOUND","message":"There is no such trace."}}`)
			return
		}
		tracetest.WriteJSON(writer, http.StatusOK, `{"request_id":"x","input":{"text":"SECRET","json":""},"tags":{"a":"SECRET"},"spans":[]}`)
	})
	get := func(id string) (int, string) {
		answer, body, err := handle(t, client, resources.Request{Method: http.MethodGet, Path: "trace", Query: url.Values{"request_id": {id}, "payload": {"full"}}, Withheld: true})
		if err != nil {
			t.Fatal(err)
		}
		return answer.Status, body
	}
	if status, body := get("x"); status != http.StatusOK || strings.Contains(body, "SECRET") || !strings.Contains(body, `"contents_withheld":true`) || !json.Valid([]byte(body)) {
		t.Errorf("%d %s", status, body)
	}
	if status, body := get("missing"); status != http.StatusNotFound || !strings.Contains(body, "no such trace") {
		t.Errorf("%d %s", status, body)
	}
}

func TestATraceThatAProxyChangedLosesItsContentsToo(t *testing.T) {
	client := asking(t, func(writer http.ResponseWriter, _ *http.Request) {
		tracetest.WriteJSON(writer, http.StatusNonAuthoritativeInfo, `{"request_id":"x","input":{"text":"SECRET","json":""},"spans":[]}`)
	})
	_, body, err := handle(t, client, resources.Request{Method: http.MethodGet, Path: "trace", Query: url.Values{"request_id": {"x"}}, Withheld: true})
	if err != nil || strings.Contains(body, "SECRET") || !strings.Contains(body, `"contents_withheld":true`) {
		t.Errorf("%s, %v", body, err)
	}
}

func TestATraceThatBreaksOffIsNotPassedOnAsWhole(t *testing.T) {
	client := asking(t, func(writer http.ResponseWriter, _ *http.Request) {
		tracetest.WriteJSON(writer, http.StatusOK, `{"request_id":"x","spans":[`)
	})
	_, body, err := handle(t, client, resources.Request{Method: http.MethodGet, Path: "trace", Query: url.Values{"request_id": {"x"}}, Withheld: true})
	if err == nil {
		t.Errorf("no error: %s", body)
	}
}

func TestWhoMaySeeNoContentsCannotAskForThemOrAboutThem(t *testing.T) {
	client := asking(t, func(writer http.ResponseWriter, request *http.Request) {
		if request.URL.Path != "/api/v1/query/parse" {
			t.Errorf("%s reached the trace server", request.URL)
		}
		tracetest.WriteJSON(writer, http.StatusOK, `{"text":"x","builder":null,"diagnostics":[],"ast":{"kind":"compare","field":"input","operator":"=","values":[]}}`)
	})
	for address, body := range map[string]string{
		"payload?request_id=x&side=input": "", "fields/model/values?q=word": "", "fields/model/values?query=input:word": "", "fields/model/values?condition=input:word": "",
		`fields/model/values?adhocFilters=[{"key":"input","operator":"=","value":"word"}]`: "",
		"neighbors?request_id=x&q=word": "", "neighbors?request_id=x&query=input:word": "",
		"query/explain#q": `{"q":"word"}`, "query/explain#query": `{"query":"input:word"}`, "query/explain#condition": `{"condition":["input:word"]}`,
		"query/complete#condition": `{"text":"model = ","position":8,"condition":["input:word"]}`,
	} {
		path, query, _ := strings.Cut(address, "?")
		path, _, _ = strings.Cut(path, "#")
		values, err := url.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		method := http.MethodGet
		if body != "" {
			method = http.MethodPost
		}
		_, _, err = handle(t, client, resources.Request{Method: method, Path: path, Query: values, Body: []byte(body), Withheld: true})
		if known := refusal(t, err); known.Status != http.StatusForbidden || known.AnswerCode() != "FORBIDDEN" {
			t.Errorf("%s %s: %v", address, body, err)
		}
	}
}

// Go reads a property also in capital letters and takes the last; the trace server takes the first only.
func TestWhatWasCheckedIsWhatIsSent(t *testing.T) {
	body := []byte(`{"query":"input:word","QUERY":""}`)
	_, answer, err := handle(t, asking(t, echo), resources.Request{Method: http.MethodPost, Path: "query/explain", Body: body, Withheld: true})
	if err != nil || strings.Contains(answer, "word") {
		t.Errorf("%s, %v", answer, err)
	}
}

func TestCompletionKeepsFieldsAndLosesTags(t *testing.T) {
	client := asking(t, func(writer http.ResponseWriter, _ *http.Request) {
		tracetest.WriteJSON(writer, http.StatusOK, `{"position":0,"length":0,"suggestions":[{"kind":"field","text":"model","detail":""},{"kind":"field","text":"tags.SECRET","detail":""}]}`)
	})
	_, body, err := handle(t, client, resources.Request{Method: http.MethodPost, Path: "query/complete", Body: []byte(`{"text":"","position":0}`), Withheld: true})
	if err != nil || strings.Contains(body, "SECRET") || !strings.Contains(body, `"model"`) {
		t.Errorf("%s, %v", body, err)
	}
}
