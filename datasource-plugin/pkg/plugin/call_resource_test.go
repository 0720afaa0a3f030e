package plugin

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

// resource calls a resource and joins the parts of the answer.
func resource(t *testing.T, source *Datasource, method, path, url string) (int, string) {
	t.Helper()
	var body bytes.Buffer
	status := 0
	sender := backend.CallResourceResponseSenderFunc(func(part *backend.CallResourceResponse) error {
		if status == 0 {
			status = part.Status
		}
		body.Write(part.Body)
		return nil
	})
	request := &backend.CallResourceRequest{PluginContext: backend.PluginContext{User: editor}, Method: method, Path: path, URL: url}
	if err := source.CallResource(context.Background(), request, sender); err != nil {
		t.Fatal(err)
	}
	return status, body.String()
}

func TestResourcesPassTheServersAnswersThrough(t *testing.T) {
	var asked []string
	source := forServer(t, func(writer http.ResponseWriter, request *http.Request) {
		asked = append(asked, request.URL.RequestURI())
		if strings.HasSuffix(request.URL.Path, "missing") {
			tracetest.WriteJSON(writer, http.StatusNotFound, `{"error":{"code":"NOT_FOUND","message":"There is no such trace."}}`)
			return
		}
		tracetest.WriteJSON(writer, http.StatusOK, `{"models":[]}`)
	})
	if status, body := resource(t, source, http.MethodGet, "models", "models"); status != http.StatusOK || body != `{"models":[]}` {
		t.Errorf("models: %d %s", status, body)
	}
	if status, body := resource(t, source, http.MethodGet, "trace", "trace?request_id=missing"); status != http.StatusNotFound || !strings.Contains(body, "no such trace") {
		t.Errorf("unknown trace: %d %s", status, body)
	}
	resource(t, source, http.MethodGet, "trace", "trace?request_id=..%2F..%2Fhealthz")
	resource(t, source, http.MethodGet, "fields/model/values", "fields/model/values?contains=gp%26t&status=error&status=timeout")
	want := []string{"/api/v1/models", "/api/v1/traces/missing", "/api/v1/traces/..%2F..%2Fhealthz", "/api/v1/fields/model/values?contains=gp%26t&status=error&status=timeout"}
	if !slices.Equal(asked, want) {
		t.Errorf("asked %q", asked)
	}
}

func TestOtherPathsAndMethodsDoNotReachTheServer(t *testing.T) {
	source := forServer(t, func(_ http.ResponseWriter, request *http.Request) {
		t.Errorf("%s %s reached the trace server", request.Method, request.URL)
	})
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodHead} {
		if status, body := resource(t, source, method, "models", "models"); status != http.StatusMethodNotAllowed || !strings.Contains(body, "METHOD_NOT_ALLOWED") {
			t.Errorf("%s: %d %s", method, status, body)
		}
	}
	for _, path := range []string{"", "healthz", "metrics", "fields/password/values", "../models"} {
		if status, body := resource(t, source, http.MethodGet, path, path); status != http.StatusNotFound || !strings.Contains(body, "NOT_FOUND") {
			t.Errorf("%s: %d %s", path, status, body)
		}
	}
}

func TestAPayloadOfManyMegabytesComesWholeAndInParts(t *testing.T) {
	payload := `{"input":"` + strings.Repeat("0123456789", 300_000) + `"}`
	source := forServer(t, func(writer http.ResponseWriter, _ *http.Request) { tracetest.WriteJSON(writer, http.StatusOK, payload) })
	var body bytes.Buffer
	largest := 0
	sender := backend.CallResourceResponseSenderFunc(func(part *backend.CallResourceResponse) error {
		largest = max(largest, len(part.Body))
		body.Write(part.Body)
		return nil
	})
	request := &backend.CallResourceRequest{PluginContext: backend.PluginContext{User: editor}, Method: http.MethodGet, Path: "trace", URL: "trace?request_id=x"}
	if err := source.CallResource(context.Background(), request, sender); err != nil {
		t.Fatal(err)
	}
	if body.String() != payload || largest > chunkSize {
		t.Errorf("%d of %d bytes, largest part %d", body.Len(), len(payload), largest)
	}
}

func TestAnAnswerThatBreaksOffIsNoSuccess(t *testing.T) {
	source := forServer(t, func(writer http.ResponseWriter, _ *http.Request) {
		writer.Header().Set("Content-Length", "1000")
		tracetest.WriteJSON(writer, http.StatusOK, `{"models":[`)
	})
	if status, body := resource(t, source, http.MethodGet, "models", "models"); status != http.StatusBadGateway || !strings.Contains(body, "broke off") {
		t.Errorf("%d %s", status, body)
	}
}

func TestAResourceOfAnotherServerSaysThatTheURLIsWrong(t *testing.T) {
	source := forServer(t, func(writer http.ResponseWriter, _ *http.Request) {
		writer.Header().Set("Content-Type", "text/html")
		_, _ = io.WriteString(writer, "<html><script>alert(1)</script>")
	})
	status, body := resource(t, source, http.MethodGet, "models", "models")
	if status != http.StatusBadGateway || !strings.Contains(body, "is not a trace server") || strings.Contains(body, "script") {
		t.Errorf("%d %s", status, body)
	}
}
