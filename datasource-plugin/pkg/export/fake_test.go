package export_test

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contents"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/export"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/settings"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

const exportID = "3f2b8c1e-6a55-4a43-9b1d-0a8f0c1f7a10"

var editors = contents.Rule{MinRole: contract.DataSourceSettingsContentsMinRoleEditor}

// file is what the fake trace server sends, and how.
type file struct {
	chunks []string
	// breakAfter chunks the connection is cut; 0 sends all.
	breakAfter int
	// hold is waited for after the first chunk.
	hold chan struct{}
	// state answers a question for the export; empty is "no such export".
	state string
	// trailers are sent unless a proxy drops them.
	noTrailers bool
	// asked gets each request's path with its query, and left is closed when the caller of the file has gone.
	asked chan string
	left  chan struct{}
}

func (f file) text() string { return strings.Join(f.chunks, "") }

func (f file) sum() string {
	sum := sha256.Sum256([]byte(f.text()))
	return hex.EncodeToString(sum[:])
}

func complete(f file, sha string) string {
	return fmt.Sprintf(`{"export_id":"x","state":"complete","format":"csv","file_name":"f","rows_total":3,"rows_written":3,"rows_skipped":1,"bytes_written":%d,"sha256":%q,
		"started_time":"2026-11-21T14:08:16Z","ended_time":"2026-11-21T14:08:16Z","remark":null}`, len(f.text()), sha)
}

func (f file) ServeHTTP(writer http.ResponseWriter, request *http.Request) {
	if f.asked != nil {
		f.asked <- request.Method + " " + request.URL.RequestURI()
	}
	switch {
	case strings.HasPrefix(request.URL.Path, "/api/v1/exports/"):
		if f.state == "" {
			tracetest.WriteJSON(writer, http.StatusNotFound, `{"error":{"code":"NOT_FOUND","message":"There is no export with this id."}}`)
			return
		}
		tracetest.WriteJSON(writer, http.StatusOK, f.state)
	case request.URL.Path == "/api/v1/query/parse":
		tracetest.WriteJSON(writer, http.StatusOK, `{"text":"x","builder":null,"diagnostics":[],"ast":{"kind":"compare","field":"input","operator":"=","values":[]}}`)
	default:
		f.send(writer, request)
	}
}

func (f file) send(writer http.ResponseWriter, request *http.Request) {
	if f.left != nil {
		go func() {
			<-request.Context().Done()
			close(f.left)
		}()
	}
	writer.Header().Set("Content-Type", "text/csv")
	writer.Header().Set("Modeltrace-Total-Rows", "3")
	if !f.noTrailers {
		writer.Header().Set("Trailer", "Modeltrace-Rows, Modeltrace-Sha256")
	}
	for index, chunk := range f.chunks {
		if f.breakAfter > 0 && index == f.breakAfter {
			panic(http.ErrAbortHandler)
		}
		_, _ = io.WriteString(writer, chunk)
		_ = http.NewResponseController(writer).Flush()
		if index == 0 && f.hold != nil {
			select {
			case <-f.hold:
			case <-request.Context().Done():
				return
			}
		}
	}
	if !f.noTrailers {
		writer.Header().Set("Modeltrace-Rows", "2")
		writer.Header().Set("Modeltrace-Sha256", f.sum())
	}
}

// asking is a client whose own time-out is far shorter than the exports of these tests.
func asking(t *testing.T, handler http.Handler) *traceapi.Client {
	t.Helper()
	address, err := url.Parse(tracetest.Serve(t, handler.ServeHTTP).URL)
	if err != nil {
		t.Fatal(err)
	}
	client, err := traceapi.New(settings.Settings{URL: address, Timeout: 200 * time.Millisecond, APIKey: "k"}, httpclient.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}

func request(format string, query map[string]any) contract.ExportRequest {
	model := map[string]any{"queryType": "traces", "schemaVersion": contract.QuerySchemaVersion}
	for name, value := range query {
		model[name] = value
	}
	id := exportID
	return contract.ExportRequest{
		Query: model, Format: format, ExportId: &id,
		From: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC), To: time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC),
	}
}

func open(t *testing.T, ctx context.Context, client *traceapi.Client) *export.Stream {
	t.Helper()
	planned, err := export.PlanOf(ctx, client, editors, false, request("csv", nil))
	if err != nil {
		t.Fatal(err)
	}
	stream := export.Open(ctx, client, planned)
	t.Cleanup(func() { _ = stream.Close() })
	return stream
}

type part struct {
	kind byte
	body []byte
}

// nextPart reads one part; ok is false at the end of the stream.
func nextPart(t *testing.T, from io.Reader) (part, bool) {
	t.Helper()
	head := make([]byte, 5)
	if _, err := io.ReadFull(from, head); err != nil {
		return part{}, false
	}
	body := make([]byte, binary.BigEndian.Uint32(head[1:]))
	if _, err := io.ReadFull(from, body); err != nil {
		t.Fatalf("a part of %d bytes: %v", len(body), err)
	}
	return part{head[0], body}, true
}

// received is a stream as a browser puts it together.
type received struct {
	total  int
	data   string
	end    *contract.ExportEnd
	failed *contract.ErrorAnswer
}

func readAll(t *testing.T, from io.Reader) received {
	t.Helper()
	var got received
	for {
		next, ok := nextPart(t, from)
		if !ok {
			return got
		}
		var err error
		switch next.kind {
		case 'b':
			var begin contract.ExportBegin
			err = json.Unmarshal(next.body, &begin)
			got.total = begin.RowsTotal
		case 'd':
			got.data += string(next.body)
		case 'e':
			err = json.Unmarshal(next.body, &got.end)
		case 'x':
			err = json.Unmarshal(next.body, &got.failed)
		case 'k':
		default:
			t.Fatalf("a part of kind %s", strconv.Quote(string(next.kind)))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}
