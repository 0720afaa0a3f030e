package plugin

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

// linkedRows puts the values of a row in for the macros of its link, as Grafana does, asks what Explore would ask, and
// returns how many traces it shows.
func linkedRows(t *testing.T, source *Datasource, frame *data.Frame, field, row int) int {
	t.Helper()
	address := frame.Fields[field].Config.Links[0].URL
	for index, column := range frame.Fields {
		macro := "${__data.fields." + column.Name + ".numeric"
		switch value := column.At(row).(type) {
		case time.Time:
			address = strings.ReplaceAll(address, macro+":date:iso}", value.UTC().Format("2006-01-02T15:04:05.000Z"))
			if index == 0 {
				address = strings.ReplaceAll(address, "${__value.time}", strconv.FormatInt(value.UnixMilli(), 10))
			}
		case float64:
			address = strings.ReplaceAll(address, macro+"}", strconv.FormatFloat(value, 'f', -1, 64))
		}
	}
	parsed, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	var panes map[string]struct {
		Range   struct{ From, To string }
		Queries []json.RawMessage
	}
	if err := json.Unmarshal([]byte(parsed.Query().Get("panes")), &panes); err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	pane := panes["a"]
	asked := panelQuery(t, "A", string(pane.Queries[0]))
	asked.TimeRange = backend.TimeRange{From: milliseconds(t, pane.Range.From), To: milliseconds(t, pane.Range.To)}
	answer, err := source.QueryData(t.Context(), &backend.QueryDataRequest{Queries: []backend.DataQuery{asked}})
	if err != nil || answer.Responses["A"].Error != nil {
		t.Fatalf("%s: %v, %v", pane.Queries[0], err, answer.Responses["A"].Error)
	}
	return answer.Responses["A"].Frames[0].Rows()
}

func milliseconds(t *testing.T, text string) time.Time {
	t.Helper()
	number, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return time.UnixMilli(number)
}

func TestEveryCellAndPointLeadsToAsManyTracesAsItCounts(t *testing.T) {
	source, _ := realServer(t)
	source.uid = "modeltrace"
	model := fmt.Sprintf(`link-"test" $model %d`, time.Now().UnixNano())
	name, err := json.Marshal(model)
	if err != nil {
		t.Fatal(err)
	}
	var traces []string
	for index := range 60 {
		at := tracetest.Time(t, "2026-11-20T01:17:00Z").Add(time.Duration(index) * 23 * time.Minute)
		traces = append(traces, fmt.Sprintf(`{"request_id":%q,"model":%s,"start_time":%q,"duration_ms":%g,"status":%q}`,
			fmt.Sprintf("%d-%d", time.Now().UnixNano(), index), name, at.Format(time.RFC3339), 0.2*float64(index*index), []string{"success", "error", "timeout"}[index%3]))
	}
	send(t, os.Getenv("MODELTRACE_TEST_URL"), os.Getenv("MODELTRACE_TEST_API_KEY"), "/api/v1/traces", `{"traces":[`+strings.Join(traces, ",")+`]}`)

	filters := `"filters":{"model":[` + string(name) + `]},"interpolated":true,"timeZone":"Europe/Berlin"`
	heatmap := ask(t, source, 1, `{"queryType":"heatmap","interval":"2h","bucketsPerDoubling":1,`+filters+`}`)[0]
	total := 0
	for row := 1; row < heatmap.Rows(); row++ {
		count, _ := heatmap.Fields[3].At(row).(float64)
		total += int(count)
		if got := linkedRows(t, source, heatmap, 3, row); got != int(count) {
			t.Errorf("cell %d counts %v requests and leads to %d", row, count, got)
		}
	}
	if total != 60 {
		t.Errorf("cells count %d requests", total)
	}
	for _, width := range []string{"2h", "1d"} {
		series := ask(t, source, 1, `{"queryType":"metrics","measures":["failures","requests"],"groupBy":["model","deployment"],"interval":"`+width+`",`+filters+`}`)
		for _, frame := range series {
			for row := range frame.Rows() {
				count, _ := frame.Fields[1].At(row).(float64)
				if got := linkedRows(t, source, frame, 1, row); got != int(count) {
					t.Errorf("%s per %s: point %d counts %v and leads to %d", frame.Fields[1].Name, width, row, count, got)
				}
			}
		}
	}
}
