package tracetest

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// Answers is a trace server without a network: it gives one answer and keeps the call.
type Answers struct {
	Arrow  []byte
	Header http.Header
	Object string
	Err    error
	Call   traceapi.Call
}

// Columns reads the Arrow answer.
func (a *Answers) Columns(_ context.Context, call traceapi.Call) (*arrowframe.Table, error) {
	a.Call = call
	if a.Err != nil {
		return nil, a.Err
	}
	table, err := arrowframe.Read(bytes.NewReader(a.Arrow))
	if err == nil {
		table.Header = a.Header
	}
	return table, err
}

// JSON decodes the JSON answer.
func (a *Answers) JSON(_ context.Context, call traceapi.Call, target any) error {
	a.Call = call
	if a.Err != nil {
		return a.Err
	}
	return json.Unmarshal([]byte(a.Object), target)
}

// Serve starts an HTTP server that ends with the test.
func Serve(t testing.TB, handler http.HandlerFunc) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server
}

// WriteArrow answers with an Arrow stream.
func WriteArrow(writer http.ResponseWriter, stream []byte) {
	writer.Header().Set("Content-Type", "application/vnd.apache.arrow.stream")
	_, _ = writer.Write(stream)
}

// WriteJSON answers with a status and JSON text.
func WriteJSON(writer http.ResponseWriter, status int, text string) {
	writer.Header().Set("Content-Type", "application/json; charset=utf-8")
	writer.WriteHeader(status)
	_, _ = writer.Write([]byte(text))
}
