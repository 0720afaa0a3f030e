package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/grpcplugin"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

// These benchmarks drive the binary as Grafana does. `npm run bench:data-source` runs them against a real trace server.

// benchCase is a query as a panel asks it, and the request that it becomes.
type benchCase struct {
	name  string
	days  int
	model string
	// direct is the same request to the trace server itself; a body makes it a POST.
	path, body string
}

func end(b *testing.B) time.Time {
	b.Helper()
	at, err := time.Parse(time.RFC3339, os.Getenv("MODELTRACE_BENCH_UNTIL"))
	if err != nil {
		b.Skip("MODELTRACE_BENCH_UNTIL is not set: npm run bench:data-source starts a trace server with data")
	}
	return at
}

var benchCases = []benchCase{
	{name: "list of 100 rows", days: 90, model: `{"queryType":"traces","schemaVersion":2,"limit":100}`, path: "/api/v1/traces?limit=100"},
	{name: "list of 1000 rows", days: 90, model: `{"queryType":"traces","schemaVersion":2,"limit":1000}`, path: "/api/v1/traces?limit=1000"},
	{
		name: "100,000 points", days: 84,
		model: `{"queryType":"metrics","schemaVersion":2,"measures":["requests","input_tokens","output_tokens"],"groupBy":["user_id"],"interval":"1h","seriesLimit":200}`,
		path:  "/api/v1/metrics", body: `{"measures":["requests","input_tokens","output_tokens"],"group_by":["user_id"],"interval":"1h","series_limit":200%s}`,
	},
}

// BenchmarkAddedTime compares three ways to the same answer, taken in turns: the trace server's own, the floor's and the
// data source's.
func BenchmarkAddedTime(b *testing.B) {
	until, address := end(b), os.Getenv("MODELTRACE_TEST_URL")
	protocol, _ := start(b)
	client := dispense[grpcplugin.DataClient](b, protocol, "data")
	floor := startFloor(b)
	for _, c := range benchCases {
		b.Run(c.name, func(b *testing.B) {
			from := until.AddDate(0, 0, -c.days)
			var direct, least, total []time.Duration
			values := 0
			for index := range b.N + 3 {
				times := []time.Time{time.Now()}
				if err := c.fetch(b.Context(), address, from, until); err != nil {
					b.Fatal(err)
				}
				times = append(times, time.Now())
				queryOnce(b, floor, address, c.namedModel(), from, until)
				times = append(times, time.Now())
				frames := queryOnce(b, client, address, c.model, from, until)
				times = append(times, time.Now())
				values = valuesOf(b, frames) // Grafana's own work, so not counted.
				if index >= 3 {              // The first ones warm up all of them.
					direct, least, total = append(direct, times[1].Sub(times[0])), append(least, times[2].Sub(times[1])), append(total, times[3].Sub(times[2]))
				}
			}
			server, all := median(direct), median(total)
			b.ReportMetric(milliseconds(server), "server-ms")
			b.ReportMetric(milliseconds(all), "total-ms")
			b.ReportMetric(milliseconds(all-server), "added-ms")
			b.ReportMetric(milliseconds(median(least)-server), "floor-ms")
			b.ReportMetric(float64(values), "values")
			b.ReportMetric(0, "ns/op")
		})
	}
}

func caseNamed(name string) benchCase {
	return benchCases[slices.IndexFunc(benchCases, func(c benchCase) bool { return c.name == name })]
}

// namedModel is the query for the floor.
func (c benchCase) namedModel() string {
	return fmt.Sprintf(`{"benchCase":%q,%s`, c.name, strings.TrimPrefix(c.model, "{"))
}

// fetch reads the trace server's own answer to its end.
func (c benchCase) fetch(ctx context.Context, address string, from, to time.Time) error {
	times := url.Values{"from": {from.Format(time.RFC3339)}, "to": {to.Format(time.RFC3339)}}
	method, where, body := http.MethodGet, address+c.path+"&"+times.Encode(), ""
	if c.body != "" {
		method, where = http.MethodPost, address+c.path
		body = fmt.Sprintf(c.body, fmt.Sprintf(`,"from":%q,"to":%q`, times.Get("from"), times.Get("to")))
	}
	request, err := http.NewRequestWithContext(ctx, method, where, strings.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Accept", "application/vnd.apache.arrow.stream")
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: HTTP %d", c.name, response.StatusCode)
	}
	_, err = io.Copy(io.Discard, response.Body)
	return err
}

// queryOnce asks over the plugin protocol and gives the frames as Grafana gets them, still encoded.
func queryOnce(b testing.TB, client grpcplugin.DataClient, address, model string, from, to time.Time) [][]byte {
	b.Helper()
	asked := &backend.QueryDataRequest{PluginContext: pluginContext(address), Queries: []backend.DataQuery{{
		RefID: "A", JSON: []byte(model), Interval: time.Hour, MaxDataPoints: 1000, TimeRange: backend.TimeRange{From: from, To: to},
	}}}
	asked.PluginContext.User = &backend.User{Login: "a", Role: "Viewer"}
	// What is measured is memory and added time, not how long this machine's trace server needs for all of it.
	asked.PluginContext.DataSourceInstanceSettings.JSONData = []byte(`{"timeoutSeconds":600}`)
	asked.PluginContext.DataSourceInstanceSettings.Updated = time.Unix(1, 0)
	answer, err := client.QueryData(context.Background(), backend.ToProto().QueryDataRequest(asked))
	if err != nil {
		b.Error(err)
		return nil
	}
	got := answer.GetResponses()["A"]
	if got.GetError() != "" {
		b.Error(got.GetError())
	}
	return got.GetFrames()
}

func valuesOf(b testing.TB, encoded [][]byte) int {
	b.Helper()
	frames, err := data.UnmarshalArrowFrames(encoded)
	if err != nil {
		b.Fatal(err)
	}
	values := 0
	for _, frame := range frames {
		values += frame.Rows() * max(1, len(frame.Fields)-1)
	}
	return values
}

func median(times []time.Duration) time.Duration {
	slices.Sort(times)
	return times[len(times)/2]
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// 50 dashboards of 20 panels refresh in the same moment; every panel asks for something else.
const dashboards, panels = 50, 20

// BenchmarkMemory gives the most memory that the process of the back end ever had, with a trace server that answers
// every request at once: nothing slows the queries down.
func BenchmarkMemory(b *testing.B) {
	rows := make([]any, 100)
	texts := make([]string, 100)
	for index := range rows {
		rows[index], texts[index] = float64(index), strings.Repeat("x", 200)
	}
	stream := tracetest.Stream(b, tracetest.Texts("model", texts...), tracetest.Floats("requests", rows...))
	server := tracetest.Serve(b, func(writer http.ResponseWriter, _ *http.Request) { tracetest.WriteArrow(writer, stream) })
	for _, c := range []struct{ name, address, model string }{
		{"measures", server.URL, `{"queryType":"metrics","schemaVersion":2,"measures":["requests"],"groupBy":["model"],"interval":"none","search":"panel %d"}`},
		{"real trace server", os.Getenv("MODELTRACE_TEST_URL"), `{"queryType":"traces","schemaVersion":2,"limit":100,"query":"duration_ms >= %d"}`},
	} {
		b.Run(c.name, func(b *testing.B) {
			if c.address == "" {
				b.Skip("MODELTRACE_TEST_URL is not set")
			}
			protocol, process := start(b)
			client := dispense[grpcplugin.DataClient](b, protocol, "data")
			until := time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)
			idle := peakMemory(b, process.ReattachConfig().Pid)
			for range b.N {
				var all sync.WaitGroup
				for index := range dashboards * panels {
					all.Go(func() {
						queryOnce(b, client, c.address, fmt.Sprintf(c.model, index), until.AddDate(0, 0, -1-index%90), until)
					})
				}
				all.Wait()
			}
			b.ReportMetric(idle, "idle-MiB")
			b.ReportMetric(peakMemory(b, process.ReattachConfig().Pid), "peak-MiB")
		})
	}
}

var peakLine = regexp.MustCompile(`VmHWM:\s+(\d+) kB`)

func peakMemory(b *testing.B, pid int) float64 {
	b.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Skip("the memory of a process can be read on Linux only")
	}
	found := peakLine.FindSubmatch(text)
	if found == nil {
		b.Fatal("the memory of the process is not told")
	}
	kibibytes, err := strconv.ParseFloat(string(found[1]), 64)
	if err != nil {
		b.Fatal(err)
	}
	return kibibytes / 1024
}
