package traceapi_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/settings"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

const apiKey = "very-secret-key"

func client(t *testing.T, address string, timeout time.Duration) *traceapi.Client {
	t.Helper()
	parsed, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	made, err := traceapi.New(settings.Settings{URL: parsed, Timeout: timeout, APIKey: apiKey}, httpclient.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(made.Close)
	return made
}

var columnsCall = traceapi.Call{Method: http.MethodGet, Path: traceapi.TracesPath}

func failure(t *testing.T, err error) *traceapi.Error {
	t.Helper()
	var known *traceapi.Error
	if !errors.As(err, &known) {
		t.Fatalf("%v is not explained", err)
	}
	if strings.Contains(known.Message, apiKey) {
		t.Fatal("the message holds the API key")
	}
	return known
}

func TestTheRequestCarriesKeyBodyAndTheWishForArrow(t *testing.T) {
	server := tracetest.Serve(t, func(writer http.ResponseWriter, request *http.Request) {
		var body contract.MetricsRequest
		if err := json.NewDecoder(request.Body).Decode(&body); err != nil || len(body.Measures) != 1 {
			t.Errorf("body %+v, %v", body, err)
		}
		for name, want := range map[string]string{
			"Authorization": "Bearer " + apiKey, "Accept": "application/vnd.apache.arrow.stream", "Content-Type": "application/json",
		} {
			if got := request.Header.Get(name); got != want {
				t.Errorf("%s is %q", name, got)
			}
		}
		if request.URL.Path != "/behind/proxy/api/v1/metrics" || request.Method != http.MethodPost {
			t.Errorf("%s %s", request.Method, request.URL.Path)
		}
		tracetest.WriteArrow(writer, tracetest.Stream(t, tracetest.Counts("requests", 3)))
	})
	call := traceapi.Call{Method: http.MethodPost, Path: traceapi.MetricsPath, Body: contract.MetricsRequest{Measures: []contract.Measure{contract.MeasureRequests}}}
	table, err := client(t, server.URL+"/behind/proxy", time.Minute).Columns(context.Background(), call)
	if err != nil {
		t.Fatal(err)
	}
	if numbers, err := table.Numbers("requests"); err != nil || *numbers[0] != 3 {
		t.Errorf("%v, %v", numbers, err)
	}
}

// refusal is an answer of the trace server, or of what lives in its place, and what people should be told.
type refusal struct {
	name        string
	status      int
	contentType string
	body        string
	wantStatus  int
	wantStep    traceapi.Step
	wantText    string
}

func TestEveryRefusalBecomesASentenceToActOn(t *testing.T) {
	const jsonType, htmlType = "application/json", "text/html"
	for _, c := range []refusal{
		{"wrong key", 401, jsonType, `{"error":{"code":"UNAUTHENTICATED","message":"no"}}`, 401, traceapi.StepKey, "Enter a valid key"},
		{"proxy wants a login", 403, htmlType, "<html>", 403, traceapi.StepKey, "API key"},
		{"key may only write", 403, jsonType, `{"error":{"code":"FORBIDDEN","message":"This key lacks the scope read."}}`, 403, traceapi.StepScope, "lacks the scope read. Enter a key with the scope read"},
		{"shutting down", 503, jsonType, `{"error":{"code":"SHUTTING_DOWN","message":"x"}}`, 503, traceapi.StepEngine, "is shutting down. Try again in 7 s"},
		{"proxy without server", 503, htmlType, "<html>", 503, traceapi.StepEngine, "is not available (HTTP 503)"},
		{"too many requests of the key", 429, jsonType, `{"error":{"code":"RATE_LIMITED","message":"x"}}`, 429, traceapi.StepEngine, "raise the key's limit"},
		{"unknown model", 404, jsonType, `{"error":{"code":"NOT_FOUND","message":"There is no model \"gpt-9\"."}}`, 404, traceapi.StepRequest, `There is no model "gpt-9".`},
		{"other server", 404, htmlType, "<html>nginx</html>", 502, traceapi.StepWrongAddress, "Check the URL"},
		{"static site", 405, htmlType, "", 502, traceapi.StepWrongAddress, "Check the URL"},
		{"bad filter", 400, jsonType, `{"error":{"code":"INVALID_ARGUMENT","message":"Not a number.","field":"limit","expected":"1 to 1000"}}`, 400, traceapi.StepRequest, "Not a number (limit), expected 1 to 1000."},
		{"engine starting", 503, jsonType, `{"error":{"code":"ENGINE_UNAVAILABLE","message":"starting"}}`, 503, traceapi.StepEngine, "Try again in 7 s"},
		{"overloaded", 429, jsonType, `{"error":{"code":"OVERLOADED","message":"full"}}`, 429, traceapi.StepEngine, "overloaded"},
		{"crash", 500, jsonType, `{"error":{"code":"INTERNAL","message":"oops"}}`, 502, traceapi.StepAnswer, "failed: oops"},
		{"bad gateway", 502, htmlType, "<html>", 502, traceapi.StepAnswer, "HTTP 502"},
		{"cut JSON", 400, jsonType, `{"error":{"co`, 502, traceapi.StepAnswer, "HTTP 400"},
		{"login page", 200, htmlType, "<html>", 502, traceapi.StepWrongAddress, "text/html"},
		{"JSON in place of Arrow", 200, jsonType, "{}", 502, traceapi.StepWrongAddress, "application/json"},
		{"damaged Arrow", 200, "application/vnd.apache.arrow.stream", "garbage", 502, traceapi.StepAnswer, "damaged"},
	} {
		t.Run(c.name, func(t *testing.T) {
			server := tracetest.Serve(t, func(writer http.ResponseWriter, _ *http.Request) {
				writer.Header().Set("Content-Type", c.contentType)
				writer.Header().Set("Retry-After", "7")
				writer.WriteHeader(c.status)
				_, _ = io.WriteString(writer, c.body)
			})
			// The time-out is shorter than Retry-After, so that nothing is tried again.
			_, err := client(t, server.URL, 5*time.Second).Columns(context.Background(), columnsCall)
			known := failure(t, err)
			if int(known.Status) != c.wantStatus || known.Step != c.wantStep || !strings.Contains(known.Message, c.wantText) {
				t.Errorf("status %d, step %q, %q", known.Status, known.Step, known.Message)
			}
			if known.Source != backend.ErrorSourceDownstream {
				t.Errorf("the plugin is blamed: %s", known.Source)
			}
		})
	}
}

func TestHostileErrorTextsAreCutAndCleaned(t *testing.T) {
	server := tracetest.Serve(t, func(writer http.ResponseWriter, _ *http.Request) {
		text, _ := json.Marshal(map[string]any{"error": map[string]string{"code": "INVALID_ARGUMENT", "message": "a\x1b[31m\nb" + strings.Repeat("x", 9000)}})
		tracetest.WriteJSON(writer, http.StatusBadRequest, string(text))
	})
	_, err := client(t, server.URL, time.Minute).Columns(context.Background(), columnsCall)
	if message := failure(t, err).Message; strings.ContainsAny(message, "\x1b\n") || len(message) > 600 {
		t.Errorf("%q", message)
	}
}

func TestAServerThatCannotBeReachedIsNamedWithoutItsPassword(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = client(t, "http://user:hidden@"+address, time.Minute).Columns(context.Background(), columnsCall)
	known := failure(t, err)
	if known.Status != http.StatusBadGateway || known.Step != traceapi.StepConnect || !strings.Contains(known.Message, address) {
		t.Errorf("%d %s %q", known.Status, known.Step, known.Message)
	}
	if strings.Contains(known.Message, "hidden") {
		t.Error("the message holds the password")
	}
	_, err = client(t, "http://no-such-host.invalid", time.Minute).Columns(context.Background(), columnsCall)
	if known := failure(t, err); known.Step != traceapi.StepDNS || known.Source != backend.ErrorSourceDownstream {
		t.Errorf("%s %q", known.Step, known.Message)
	}
}

func TestAnAnswerThatComesTooLateSaysWhatToChange(t *testing.T) {
	release := make(chan struct{})
	t.Cleanup(func() { close(release) })
	late := tracetest.Serve(t, func(writer http.ResponseWriter, request *http.Request) {
		if request.URL.Path == "/api/v1/models" {
			writer.Header().Set("Content-Type", "application/json")
			writer.(http.Flusher).Flush() // The head comes in time, the body does not.
		}
		select {
		case <-release:
		case <-request.Context().Done():
		}
	})
	asking := client(t, late.URL, 50*time.Millisecond)
	_, err := asking.Columns(context.Background(), columnsCall)
	if known := failure(t, err); known.Status != http.StatusGatewayTimeout || !strings.Contains(known.Message, "shorter time range") {
		t.Errorf("no head: %d %q", known.Status, known.Message)
	}
	err = asking.JSON(context.Background(), traceapi.Call{Method: http.MethodGet, Path: "/api/v1/models"}, &struct{}{})
	if known := failure(t, err); known.Status != http.StatusGatewayTimeout {
		t.Errorf("no body: %d %q", known.Status, known.Message)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = client(t, late.URL, time.Minute).Columns(ctx, columnsCall)
	if known := failure(t, err); known.Status != 499 {
		t.Errorf("cancelled: %d %q", known.Status, known.Message)
	}
}

func TestAnAnswerAboveGrafanasLimitSaysSo(t *testing.T) {
	server := tracetest.Serve(t, func(writer http.ResponseWriter, _ *http.Request) {
		tracetest.WriteArrow(writer, tracetest.Stream(t, tracetest.Texts("c", strings.Repeat("x", 100_000))))
	})
	ctx := httpclient.WithResponseLimit(context.Background(), 1000)
	_, err := client(t, server.URL, time.Minute).Columns(ctx, columnsCall)
	if known := failure(t, err); !strings.Contains(known.Message, "larger than Grafana's limit") {
		t.Errorf("%q", known.Message)
	}
}

func TestAnAnswerLargerThanTheDataSourceTakesNamesTheLimit(t *testing.T) {
	server := tracetest.Serve(t, func(writer http.ResponseWriter, request *http.Request) {
		writer.Header().Set("Content-Type", "application/json")
		if request.URL.Query().Get("told") != "" {
			writer.Header().Set("Content-Length", "70000000")
		}
		part := make([]byte, 1<<20)
		for range 65 {
			if _, err := writer.Write(part); err != nil {
				return
			}
		}
	})
	for _, told := range []string{"", "yes"} {
		call := traceapi.Call{Method: http.MethodGet, Path: traceapi.TracesPath, Query: url.Values{"told": {told}}}
		err := client(t, server.URL, time.Minute).JSON(context.Background(), call, &struct{}{})
		if known := failure(t, err); !strings.Contains(known.Message, "64 MiB") || known.Step != traceapi.StepAnswer {
			t.Errorf("%q: %q", told, known.Message)
		}
	}
}

func TestAMissingKeyIsToldFromAWrongOne(t *testing.T) {
	server := tracetest.Serve(t, func(writer http.ResponseWriter, _ *http.Request) {
		tracetest.WriteJSON(writer, http.StatusUnauthorized, `{"error":{"code":"UNAUTHENTICATED","message":"no"}}`)
	})
	ann := ofCaller(map[string]string{"Authorization": "Bearer ann"})
	for want, saved := range map[string]settings.Settings{
		"asks for an API key":     {},
		"refused the API key":     {APIKey: "k"},
		"refused the identity or": {APIKey: "k", ForwardIdentity: true},
	} {
		asking := clientWith(t, server.URL, saved, httpclient.Options{})
		_, err := asking.Columns(ann, columnsCall)
		if known := failure(t, err); known.Step != traceapi.StepKey || !strings.Contains(known.Message, want) {
			t.Errorf("want %q, got %q", want, known.Message)
		}
		if _, err := asking.Open(ann, columnsCall); !strings.Contains(failure(t, err).Message, want) {
			t.Errorf("a resource: %v", err)
		}
	}
}

func TestWhereAQueryHasItsFaultIsKept(t *testing.T) {
	server := tracetest.Serve(t, func(writer http.ResponseWriter, _ *http.Request) {
		tracetest.WriteJSON(writer, http.StatusBadRequest, `{"error":{"code":"INVALID_ARGUMENT","message":"Unknown field.","field":"query","position":12,"length":3}}`)
	})
	_, err := client(t, server.URL, time.Minute).Columns(context.Background(), columnsCall)
	if known := failure(t, err); known.Code != contract.INVALIDARGUMENT || known.Field == nil || *known.Field != "query" || known.Position == nil || *known.Position != 12 {
		t.Errorf("%+v", known)
	}
}

// Grafana gives alert rules less time than the data source would take.
func TestTheEndOfGrafanasPatienceIsNotBlamedOnTheSettings(t *testing.T) {
	server := newGate()
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	_, err := client(t, tracetest.Serve(t, server.ServeHTTP).URL, time.Minute).Columns(ctx, columnsCall)
	if known := failure(t, err); known.Status != http.StatusGatewayTimeout || !strings.Contains(known.Message, "Grafana stopped waiting") {
		t.Errorf("%d %q", known.Status, known.Message)
	}
}

func TestAFaultOfThePluginIsNotBlamedOnTheServer(t *testing.T) {
	known := traceapi.From(errors.New("broken"))
	if known.Source != backend.ErrorSourcePlugin || known.Status != http.StatusInternalServerError || known.AnswerCode() != contract.INTERNAL {
		t.Errorf("%+v", known)
	}
}
