package traceapi

import (
	"bufio"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/settings"
)

func tailOf(t *testing.T, timeout time.Duration, answer http.HandlerFunc) (*http.Response, error) {
	t.Helper()
	server := httptest.NewServer(answer)
	t.Cleanup(server.Close)
	address, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	client, err := New(settings.Settings{URL: address, Timeout: timeout}, httpclient.Options{})
	if err != nil {
		t.Fatal(err)
	}
	response, err := client.Tail(context.Background(), url.Values{}, "")
	if err == nil {
		t.Cleanup(func() { _ = response.Body.Close() })
	}
	return response, err
}

func TestAStreamIsNotCutByTheTimeoutOfQueries(t *testing.T) {
	const timeout = 200 * time.Millisecond
	response, err := tailOf(t, timeout, func(writer http.ResponseWriter, _ *http.Request) {
		writer.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
		writer.WriteHeader(http.StatusOK)
		_ = http.NewResponseController(writer).Flush()
		time.Sleep(2 * timeout)
		_, _ = writer.Write([]byte("late\n"))
	})
	if err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(response.Body).ReadString('\n')
	if err != nil || line != "late\n" {
		t.Errorf("read %q, %v", line, err)
	}
}

func TestAServerThatNeverBeginsToAnswerAStreamIsGivenUp(t *testing.T) {
	_, err := tailOf(t, 50*time.Millisecond, func(_ http.ResponseWriter, request *http.Request) { <-request.Context().Done() })
	var failed *TailError
	if !errors.As(err, &failed) || failed.Step != StepTimeout {
		t.Errorf("got %v", err)
	}
}

func TestAPageInPlaceOfAStreamIsNoTraceServer(t *testing.T) {
	_, err := tailOf(t, time.Minute, func(writer http.ResponseWriter, _ *http.Request) {
		writer.Header().Set("Content-Type", "text/html")
		_, _ = writer.Write([]byte("<title>Login</title>"))
	})
	if From(err).Step != StepWrongAddress {
		t.Errorf("got %v", err)
	}
}

func TestAnAbsurdWaitDoesNotEndAStreamForGood(t *testing.T) {
	for _, after := range []string{"99999999", "Fri, 31 Dec 9999 23:59:59 GMT"} {
		_, err := tailOf(t, time.Minute, func(writer http.ResponseWriter, _ *http.Request) {
			writer.Header().Set("Retry-After", after)
			writer.WriteHeader(http.StatusServiceUnavailable)
		})
		var failed *TailError
		if !errors.As(err, &failed) || failed.RetryAfter != longestTold {
			t.Errorf("%s: %v", after, err)
		}
	}
}
