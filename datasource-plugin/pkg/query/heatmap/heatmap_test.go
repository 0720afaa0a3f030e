package heatmap

import (
	"context"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

const (
	from = "2026-11-21T00:30:00Z"
	to   = "2026-11-21T03:15:00Z"
)

// cell is a row of the trace server's answer; upper is nil for the open bucket.
type cell struct {
	start, end string
	lower      float64
	upper      any
	requests   uint64
}

func answer(t *testing.T, cells ...cell) []byte {
	t.Helper()
	var starts, ends []time.Time
	var lowers, uppers []any
	var requests, failures []uint64
	var ids []string
	for _, cell := range cells {
		starts, ends = append(starts, tracetest.Time(t, cell.start)), append(ends, tracetest.Time(t, cell.end))
		lowers, uppers = append(lowers, cell.lower), append(uppers, cell.upper)
		requests, failures, ids = append(requests, cell.requests), append(failures, 1), append(ids, "slowest")
	}
	return tracetest.Stream(t, tracetest.Times("time", starts...), tracetest.Times("time_end", ends...), tracetest.Floats("bucket_min_ms", lowers...),
		tracetest.Floats("bucket_max_ms", uppers...), tracetest.Counts("requests", requests...), tracetest.Counts("failures", failures...), tracetest.Texts("request_id", ids...))
}

func handle(t *testing.T, model, from, to string, cells ...cell) (*data.Frame, *tracetest.Answers) {
	t.Helper()
	request := tracetest.Request(t, model, from, to)
	request.DataSourceUID = "uid"
	server := &tracetest.Answers{Arrow: answer(t, cells...)}
	frames, err := Handle(context.Background(), server, request)
	if err != nil {
		t.Fatal(err)
	}
	if len(frames) != 1 || frames[0].Meta.Type != "heatmap-cells" {
		t.Fatalf("%d frames", len(frames))
	}
	if _, err := frames[0].MarshalArrow(); err != nil {
		t.Errorf("the frame cannot be sent to Grafana: %v", err)
	}
	return frames[0], server
}

func timeAt(t *testing.T, frame *data.Frame, field, row int) string {
	t.Helper()
	at, ok := frame.Fields[field].At(row).(time.Time)
	if !ok {
		t.Fatalf("field %d holds no times", field)
	}
	return at.Format("15:04")
}

var hourly = []cell{
	{"2026-11-21T00:30:00Z", "2026-11-21T01:00:00Z", 0, 1.0, 1},
	{"2026-11-21T00:30:00Z", "2026-11-21T01:00:00Z", 100, 141.4, 2},
	{"2026-11-21T03:00:00Z", "2026-11-21T03:15:00Z", 8590000000, nil, 3},
}

// Grafana's heatmap reads the first four fields by their places (heatmapPathsSparse of 12.4).
func TestGrafanasHeatmapFindsItsFieldsInPlace(t *testing.T) {
	frame, _ := handle(t, `{"queryType":"heatmap","interval":"1h"}`, from, to, hourly...)
	for index, spec := range contract.FrameFields[contract.QueryTypeHeatmap] {
		if frame.Fields[index].Name != spec.Name || frame.Fields[index].Config.Unit != spec.Unit {
			t.Errorf("field %d is %q", index, frame.Fields[index].Name)
		}
	}
	for index, name := range []string{"xMax", "yMin", "yMax", "count"} {
		if frame.Fields[index].Name != name {
			t.Errorf("Grafana reads %s at place %d, where %s is", name, index, frame.Fields[index].Name)
		}
	}
	if interval := frame.Fields[0].Config.Interval; interval != 3600_000 {
		t.Errorf("interval %v", interval)
	}
	if frame.Rows() != 4 || frame.Fields[3].At(2) != 2.0 || frame.Fields[4].At(2) != 1.0 || frame.Fields[5].At(2) != "slowest" {
		t.Errorf("rows: %d", frame.Rows())
	}
}

func TestCellsAreAsWideAsTheIntervalAlsoNextToGapsAndAtTheEnds(t *testing.T) {
	frame, _ := handle(t, `{"queryType":"heatmap","interval":"1h"}`, from, to, hourly...)
	// The row without requests, one interval before the first: its distance is the width that Grafana draws.
	if timeAt(t, frame, 0, 0) != "00:00" || frame.Fields[3].At(0) != 0.0 {
		t.Errorf("first row ends at %s with %v requests", timeAt(t, frame, 0, 0), frame.Fields[3].At(0))
	}
	if timeAt(t, frame, 0, 1) != "01:00" || timeAt(t, frame, 6, 1) != "00:30" {
		t.Errorf("first interval, which the range cuts: drawn to %s, from %s", timeAt(t, frame, 0, 1), timeAt(t, frame, 6, 1))
	}
	if timeAt(t, frame, 0, 3) != "04:00" || timeAt(t, frame, 6, 3) != "03:00" {
		t.Errorf("last interval, which the range cuts: drawn to %s, from %s", timeAt(t, frame, 0, 3), timeAt(t, frame, 6, 3))
	}
}

func TestARangeWithinOneIntervalIsDrawn(t *testing.T) {
	frame, _ := handle(t, `{"queryType":"heatmap","interval":"1h"}`, "2026-11-21T00:10:00Z", "2026-11-21T00:20:00Z",
		cell{"2026-11-21T00:10:00Z", "2026-11-21T00:20:00Z", 100, 141.4, 2})
	if frame.Rows() != 2 || timeAt(t, frame, 0, 1) != "00:20" || timeAt(t, frame, 0, 0) != "23:20" {
		t.Errorf("%d rows from %s to %s", frame.Rows(), timeAt(t, frame, 0, 0), timeAt(t, frame, 0, 1))
	}
}

func TestBothOpenEndsOfTheLatencyCanBeDrawnOnALogarithmicAxis(t *testing.T) {
	frame, _ := handle(t, `{"queryType":"heatmap","interval":"1h","bucketsPerDoubling":1}`, from, to, hourly...)
	if lowest, exact := frame.Fields[1].At(1), frame.Fields[7].At(1); lowest != 0.5 || exact != 0.0 {
		t.Errorf("the lowest bucket is drawn from %v, exactly from %v", lowest, exact)
	}
	if highest := frame.Fields[2].At(3); highest != 17180000000.0 {
		t.Errorf("the open bucket is drawn up to %v", highest)
	}
}

func TestACellLeadsToExactlyItsTraces(t *testing.T) {
	frame, _ := handle(t, `{"queryType":"heatmap","interval":"1h","field":"ttft_ms","query":"a OR b","filters":{"model":["m"]}}`, from, to, hourly...)
	found := frame.Fields[3].Config.Links
	if len(found) != 2 || found[1].Internal == nil {
		t.Fatalf("links %+v", found)
	}
	address, err := url.QueryUnescape(found[0].URL)
	if err != nil {
		t.Fatal(err)
	}
	want := `"query":"((a OR b) AND (streamed = true)) AND start_time \u003e= \"${__data.fields.xMin.numeric:date:iso}\" AND start_time \u003c \"${__data.fields.xMax.numeric:date:iso}\"` +
		` AND ttft_ms \u003e= ${__data.fields.latency_from.numeric} AND ttft_ms \u003c ${__data.fields.yMax.numeric}"`
	if !strings.Contains(address, want) || !strings.Contains(address, `"filters":{"model":["m"]}`) || !strings.Contains(address, `"sort":"ttft_ms"`) {
		t.Errorf("leads to %s", address)
	}
}

func TestNoRequestsAreNoData(t *testing.T) {
	frame, _ := handle(t, `{"queryType":"heatmap"}`, from, to)
	if len(frame.Fields) != 0 {
		t.Errorf("%d fields", len(frame.Fields))
	}
}

func TestThePanelsIntervalMakesCellsThatCanBeSeen(t *testing.T) {
	request := tracetest.Request(t, `{"queryType":"heatmap","interval":"$__interval"}`, "2026-11-14T00:00:00Z", "2026-11-21T00:00:00Z")
	request.MaxDataPoints = 1500
	plan, err := planOf(request)
	if err != nil || plan.width != "1h" {
		t.Errorf("a week on 1500 points: %q, %v; want 168 columns", plan.width, err)
	}
	request.MaxDataPoints = 30
	if plan, err = planOf(request); err != nil || plan.width != "6h" {
		t.Errorf("a week on 30 points: %q, %v", plan.width, err)
	}
}

func TestFaultyHeatmapQueriesAreRefusedByName(t *testing.T) {
	for model, name := range map[string]string{
		`{"interval":"hourly"}`: "interval", `{"interval":"1s"}`: "interval", `{"field":"cost_usd"}`: "field",
		`{"bucketsPerDoubling":9}`: "bucketsPerDoubling", `{"bucketsPerDoubling":0}`: "bucketsPerDoubling", `{"timeZone":"Mars/Base"}`: "timeZone",
	} {
		if _, err := planOf(tracetest.Request(t, model, from, to)); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", model, err)
		}
	}
}
