package traceapi_test

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/settings"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

func clientWith(t *testing.T, address string, saved settings.Settings, options httpclient.Options) *traceapi.Client {
	t.Helper()
	parsed, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	saved.URL = parsed
	if saved.Timeout == 0 {
		saved.Timeout = time.Minute
	}
	made, err := traceapi.New(saved, options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(made.Close)
	return made
}

func ofCaller(headers map[string]string) context.Context {
	sent := http.Header{}
	for name, value := range headers {
		sent.Set(name, value)
	}
	return traceapi.WithCaller(context.Background(), traceapi.Caller{Headers: sent})
}

// The order is documented in docs/data-source-settings.md.
func TestOnlyTheIdentityThatTheSettingsNameIsSent(t *testing.T) {
	var got http.Header
	server := tracetest.Serve(t, func(writer http.ResponseWriter, request *http.Request) {
		got = request.Header.Clone()
		tracetest.WriteJSON(writer, http.StatusOK, "{}")
	})
	browser := map[string]string{"Authorization": "Bearer ann", "X-ID-Token": "ann-id", "Cookie": "sso=1", "X-Grafana-Id": "x", "X-Grafana-User": "ann", "X-Custom": "y"}
	basic := httpclient.Options{BasicAuth: &httpclient.BasicAuthOptions{User: "u", Password: "p"}}
	custom := httpclient.Options{Header: http.Header{"Authorization": {"Custom z"}, "X-Tenant": {"eu"}}}
	for _, c := range []struct {
		name    string
		saved   settings.Settings
		options httpclient.Options
		headers map[string]string
		want    [3]string // Authorization, X-ID-Token, Cookie
	}{
		{"nothing is forwarded unless the settings say so", settings.Settings{APIKey: "k"}, httpclient.Options{}, browser, [3]string{"Bearer k", "", ""}},
		{"the caller's identity goes before the key", settings.Settings{APIKey: "k", ForwardIdentity: true}, httpclient.Options{}, browser, [3]string{"Bearer ann", "ann-id", ""}},
		{"an alert rule has no identity and uses the key", settings.Settings{APIKey: "k", ForwardIdentity: true}, httpclient.Options{}, nil, [3]string{"Bearer k", "", ""}},
		{"the caller's identity goes before basic authentication", settings.Settings{ForwardIdentity: true}, basic, browser, [3]string{"Bearer ann", "ann-id", ""}},
		{"basic authentication", settings.Settings{}, basic, browser, [3]string{"Basic dTpw", "", ""}},
		{"a custom header replaces all", settings.Settings{APIKey: "k", ForwardIdentity: true}, custom, browser, [3]string{"Custom z", "ann-id", ""}},
		{"cookies", settings.Settings{APIKey: "k", ForwardCookies: true}, httpclient.Options{}, browser, [3]string{"Bearer k", "", "sso=1"}},
	} {
		if err := clientWith(t, server.URL, c.saved, c.options).JSON(ofCaller(c.headers), columnsCall, &struct{}{}); err != nil {
			t.Fatal(err)
		}
		if sent := [3]string{got.Get("Authorization"), got.Get("X-ID-Token"), got.Get("Cookie")}; sent != c.want {
			t.Errorf("%s: sent %q, want %q", c.name, sent, c.want)
		}
		if got.Get("X-Grafana-Id") != "" || got.Get("X-Grafana-User") != "" || got.Get("X-Custom") != "" || got.Get("Idempotency-Key") != "" {
			t.Errorf("%s: other headers were sent: %v", c.name, got)
		}
		if c.options.Header != nil && got.Get("X-Tenant") != "eu" {
			t.Errorf("%s: the custom header is missing", c.name)
		}
	}
}

func TestARedirectIsNotFollowedSoThatNoKeyLeavesTheHost(t *testing.T) {
	elsewhere := tracetest.Serve(t, func(_ http.ResponseWriter, request *http.Request) {
		t.Errorf("the key reached another host: %q", request.Header.Get("Authorization"))
	})
	server := tracetest.Serve(t, func(writer http.ResponseWriter, request *http.Request) {
		http.Redirect(writer, request, elsewhere.URL+"/login?token=hidden", http.StatusFound)
	})
	asking := client(t, server.URL, time.Minute)
	_, err := asking.Columns(context.Background(), columnsCall)
	known := failure(t, err)
	if known.Step != traceapi.StepWrongAddress || !strings.Contains(known.Message, elsewhere.URL) || strings.Contains(known.Message, "hidden") {
		t.Errorf("%s %q", known.Step, known.Message)
	}
	if _, err := asking.Open(context.Background(), columnsCall); failure(t, err).Step != traceapi.StepWrongAddress {
		t.Errorf("a resource passed the redirect on: %v", err)
	}
}

func TestARefusalForNowIsTriedAgain(t *testing.T) {
	for _, c := range []struct {
		name      string
		status    int
		after     string
		refusals  int
		once      bool
		timeout   time.Duration
		wantTries int
		wantFine  bool
	}{
		{name: "overloaded once", status: 429, after: "0", refusals: 1, wantTries: 2, wantFine: true},
		{name: "starting twice", status: 503, after: "0", refusals: 2, wantTries: 3, wantFine: true},
		{name: "without a hint", status: 429, refusals: 1, wantTries: 2, wantFine: true},
		{name: "a date that is over", status: 503, after: "Fri, 20 Nov 2020 08:00:00 GMT", refusals: 1, wantTries: 2, wantFine: true},
		{name: "again and again", status: 429, after: "0", refusals: 9, wantTries: 3},
		{name: "too long to wait", status: 503, after: "60", refusals: 9, wantTries: 1},
		{name: "longer than the time-out", status: 503, after: "5", refusals: 9, timeout: 2 * time.Second, wantTries: 1},
		{name: "the answer itself is wanted", status: 503, after: "0", refusals: 9, once: true, wantTries: 1},
		{name: "another error", status: 500, after: "0", refusals: 9, wantTries: 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var bodies []string
			server := tracetest.Serve(t, func(writer http.ResponseWriter, request *http.Request) {
				body, _ := io.ReadAll(request.Body)
				bodies = append(bodies, string(body))
				if len(bodies) > c.refusals {
					tracetest.WriteJSON(writer, http.StatusOK, "{}")
					return
				}
				if c.after != "" {
					writer.Header().Set("Retry-After", c.after)
				}
				tracetest.WriteJSON(writer, c.status, `{"error":{"code":"OVERLOADED","message":"full"}}`)
			})
			call := traceapi.Call{Method: http.MethodPost, Path: traceapi.MetricsPath, Body: map[string]int{"a": 1}, Once: c.once}
			err := clientWith(t, server.URL, settings.Settings{Timeout: c.timeout}, httpclient.Options{}).JSON(context.Background(), call, &struct{}{})
			if (err == nil) != c.wantFine || len(bodies) != c.wantTries {
				t.Errorf("%d tries, %v", len(bodies), err)
			}
			if slices.ContainsFunc(bodies, func(body string) bool { return body != `{"a":1}` }) {
				t.Errorf("a try came without its body: %q", bodies)
			}
			if c.after == "60" && !strings.Contains(err.Error(), "60 s") {
				t.Errorf("the person is not told how long to wait: %v", err)
			}
		})
	}
}

func TestACallerWhoLeavesWhileWaitingForAnotherTryIsNotKept(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	server := tracetest.Serve(t, func(writer http.ResponseWriter, _ *http.Request) {
		writer.Header().Set("Retry-After", "9")
		tracetest.WriteJSON(writer, http.StatusServiceUnavailable, "{}")
		time.AfterFunc(20*time.Millisecond, cancel)
	})
	_, err := client(t, server.URL, time.Minute).Columns(ctx, columnsCall)
	if known := failure(t, err); known.Status != 499 {
		t.Errorf("%d %q", known.Status, known.Message)
	}
}

// A server that restarts closes connections that were kept; a POST must survive that as a GET does.
func TestARestartedServerIsAskedOverANewConnection(t *testing.T) {
	server := tracetest.Serve(t, func(writer http.ResponseWriter, _ *http.Request) { tracetest.WriteJSON(writer, http.StatusOK, "{}") })
	asking := client(t, server.URL, time.Minute)
	call := traceapi.Call{Method: http.MethodPost, Path: traceapi.MetricsPath, Body: map[string]int{"a": 1}}
	for range 20 {
		if err := asking.JSON(context.Background(), call, &struct{}{}); err != nil {
			t.Fatal(err)
		}
		server.CloseClientConnections()
	}
}
