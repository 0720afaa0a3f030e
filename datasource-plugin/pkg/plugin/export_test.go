package plugin

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

const exportBody = `{"query":{"queryType":"traces","schemaVersion":2},"from":"2026-11-20T00:00:00Z","to":"2026-11-21T00:00:00Z","format":"FORMAT","exportId":"3f2b8c1e-6a55-4a43-9b1d-0a8f0c1f7a10"}`

// exportAs collects what a user gets of an export, message by message.
func exportAs(t *testing.T, source *Datasource, user *backend.User, format string, got func(part *backend.CallResourceResponse) error) error {
	t.Helper()
	return source.CallResource(context.Background(), &backend.CallResourceRequest{
		PluginContext: backend.PluginContext{User: user}, Method: http.MethodPost, Path: "export", URL: "export",
		Body: []byte(strings.Replace(exportBody, "FORMAT", format, 1)),
	}, backend.CallResourceResponseSenderFunc(got))
}

func TestExportsFollowTheRole(t *testing.T) {
	server := tracetest.Serve(t, func(writer http.ResponseWriter, request *http.Request) {
		writer.Header().Set("Modeltrace-Total-Rows", "1")
		_, _ = io.WriteString(writer, "columns: "+request.URL.Query().Get("columns"))
	})
	source := instance(t, backend.DataSourceInstanceSettings{URL: server.URL, JSONData: []byte(`{"contentsMinRole":"Editor"}`)})
	for _, c := range []struct {
		user         *backend.User
		format, want string
		status       int
	}{
		{editor, "jsonl", "columns: ", http.StatusOK},
		{editor, "csv", "columns: ", http.StatusOK},
		{viewer, "csv", "columns: status", http.StatusOK},
		{nil, "csv", "columns: status", http.StatusOK},
		{viewer, "jsonl", "FORBIDDEN", http.StatusForbidden},
		{scheduler, "finetuning-jsonl", "FORBIDDEN", http.StatusForbidden},
	} {
		var body bytes.Buffer
		status := 0
		err := exportAs(t, source, c.user, c.format, func(part *backend.CallResourceResponse) error {
			status = max(status, part.Status)
			body.Write(part.Body)
			return nil
		})
		if err != nil || status != c.status || !strings.Contains(body.String(), c.want) {
			t.Errorf("%v %s: %d %q, %v", c.user, c.format, status, body.String(), err)
		}
	}
}

// Each message is sent on at once: one that waited to be full would hide that the export goes on.
func TestAnExportsPartsAreSentAsTheyCome(t *testing.T) {
	hold := make(chan struct{})
	server := tracetest.Serve(t, func(writer http.ResponseWriter, _ *http.Request) {
		writer.Header().Set("Modeltrace-Total-Rows", "1")
		_, _ = io.WriteString(writer, "first")
		_ = http.NewResponseController(writer).Flush()
		<-hold
	})
	defer close(hold)
	source := instance(t, backend.DataSourceInstanceSettings{URL: server.URL})
	seen := errors.New("seen")
	err := exportAs(t, source, editor, "csv", func(part *backend.CallResourceResponse) error {
		if strings.Contains(string(part.Body), "first") {
			return seen
		}
		return nil
	})
	if !errors.Is(err, seen) {
		t.Errorf("%v", err)
	}
}
