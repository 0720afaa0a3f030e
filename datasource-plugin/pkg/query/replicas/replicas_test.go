package replicas

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

const (
	from = "2026-11-21T00:00:00Z"
	to   = "2026-11-21T12:00:00Z"
)

type row struct {
	hour              float64
	hardware          string
	replicas, maximum uint64
}

func answer(t *testing.T, rows ...row) []byte {
	t.Helper()
	var times []time.Time
	var models, deployments, versions, hardware []string
	var running, maximums []uint64
	for _, row := range rows {
		times = append(times, tracetest.Time(t, from).Add(time.Duration(row.hour*float64(time.Hour))))
		models, deployments, versions = append(models, "llama"), append(deployments, "prod"), append(versions, "v1")
		hardware, running, maximums = append(hardware, row.hardware), append(running, row.replicas), append(maximums, row.maximum)
	}
	return tracetest.Stream(t, tracetest.Times("time", times...), tracetest.Texts("model", models...), tracetest.Texts("deployment", deployments...),
		tracetest.Texts("deployment_version", versions...), tracetest.Texts("hardware", hardware...), tracetest.Counts("replicas", running...),
		tracetest.Counts("max_replicas", maximums...))
}

func handle(t *testing.T, request query.Request, rows ...row) data.Frames {
	t.Helper()
	frames, err := Handle(context.Background(), &tracetest.Answers{Arrow: answer(t, rows...)}, request)
	if err != nil {
		t.Fatal(err)
	}
	return frames
}

// drawn writes the points as "hour=value", "-" for null.
func drawn(t *testing.T, frame *data.Frame) string {
	t.Helper()
	var points []string
	for row := range frame.Rows() {
		at, _ := frame.Fields[0].At(row).(time.Time)
		value := "-"
		if known, ok := frame.Fields[1].ConcreteAt(row); ok {
			value = fmt.Sprint(known)
		}
		points = append(points, fmt.Sprintf("%.2f=%s", at.Sub(tracetest.Time(t, from)).Hours(), value))
	}
	return strings.Join(points, " ")
}

func TestLinesOfReplicas(t *testing.T) {
	for _, c := range []struct {
		name          string
		rows          []row
		replicas, max string
	}{
		{"runs all day: the line reaches the end", []row{{0, "A10G", 2, 4}}, "0.00=2 12.00=2", "0.00=4 12.00=4"},
		{"scales", []row{{0, "A10G", 2, 4}, {3, "A10G", 5, 8}}, "0.00=2 3.00=5 12.00=5", "0.00=4 3.00=8 12.00=8"},
		{"state from before the range starts at its start", []row{{-48, "A10G", 2, 0}}, "0.00=2 12.00=2", ""},
		{"is taken down: nothing is drawn after it", []row{{0, "A10G", 2, 4}, {3, "A10G", 0, 4}}, "0.00=2 3.00=0 3.00=-", "0.00=4 3.00=4 3.00=-"},
		{"comes back: a gap lies between", []row{{0, "A10G", 2, 4}, {3, "A10G", 0, 4}, {6, "A10G", 1, 4}},
			"0.00=2 3.00=0 3.00=- 6.00=1 12.00=1", "0.00=4 3.00=4 3.00=- 6.00=4 12.00=4"},
		{"was down and is deployed", []row{{-5, "A10G", 0, 0}, {6, "A10G", 1, 0}}, "6.00=1 12.00=1", ""},
		{"two changes at one time: the later holds", []row{{1, "A10G", 1, 0}, {1, "A10G", 3, 0}}, "1.00=3 12.00=3", ""},
	} {
		frames := handle(t, tracetest.Request(t, `{"queryType":"replicas"}`, from, to), c.rows...)
		tracetest.Series(t, frames)
		if got := drawn(t, frames[0]); got != c.replicas {
			t.Errorf("%s: %q, want %q", c.name, got, c.replicas)
		}
		switch {
		case c.max == "" && len(frames) > 1:
			t.Errorf("%s: a maximum is drawn that is not known", c.name)
		case c.max != "" && drawn(t, frames[1]) != c.max:
			t.Errorf("%s: maximum %q, want %q", c.name, drawn(t, frames[1]), c.max)
		}
	}
}

func TestADeploymentThatWasDownAllAlongIsNotShown(t *testing.T) {
	frames := handle(t, tracetest.Request(t, `{"queryType":"replicas"}`, from, to), row{-5, "A10G", 0, 4})
	if len(frames) != 1 || len(frames[0].Fields) != 0 || tracetest.Series(t, frames) != 0 {
		t.Errorf("frames %+v", frames)
	}
}

func TestTheMaximumIsShownForADayOnly(t *testing.T) {
	frames := handle(t, tracetest.Request(t, `{"queryType":"replicas"}`, from, "2026-11-23T00:00:00Z"), row{0, "A10G", 2, 4})
	if tracetest.Series(t, frames) != 1 || frames[0].Fields[1].Name != "replicas" {
		t.Errorf("%d frames", len(frames))
	}
}

func TestTheMaximumIsShownForTheLocalDayOf25Hours(t *testing.T) {
	for zone, series := range map[string]int{"Europe/Berlin": 2, "UTC": 1} {
		model := `{"queryType":"replicas","timeZone":"` + zone + `"}`
		request := tracetest.Request(t, model, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")
		if got := tracetest.Series(t, handle(t, request, row{-700, "A10G", 2, 4})); got != series {
			t.Errorf("%s: %d series, want %d", zone, got, series)
		}
	}
}

func TestAnUnknownTimeZoneIsRefused(t *testing.T) {
	request := tracetest.Request(t, `{"queryType":"replicas","timeZone":"Berlin"}`, from, to)
	if _, err := Handle(context.Background(), &tracetest.Answers{Arrow: answer(t)}, request); err == nil || !strings.Contains(err.Error(), "timeZone") {
		t.Errorf("%v", err)
	}
}

func TestLinesDoNotReachIntoTheFuture(t *testing.T) {
	request := tracetest.Request(t, `{"queryType":"replicas"}`, from, to)
	request.Now = tracetest.Time(t, "2026-11-21T02:00:00Z")
	if got := drawn(t, handle(t, request, row{0, "A10G", 2, 0})[0]); got != "0.00=2 2.00=2" {
		t.Errorf("line %q", got)
	}
}

func TestEachHardwareHasItsOwnLine(t *testing.T) {
	frames := handle(t, tracetest.Request(t, `{"queryType":"replicas"}`, from, to), row{0, "1x A10G", 2, 4}, row{0, "2x H100", 1, 1})
	if series := tracetest.Series(t, frames); series != 4 {
		t.Fatalf("%d series", series)
	}
	names := make([]string, len(frames))
	for index, frame := range frames {
		names[index] = frame.Fields[1].Config.DisplayNameFromDS
	}
	if got := strings.Join(names, "; "); got != "1x A10G; Configured maximum 1x A10G; 2x H100; Configured maximum 2x H100" {
		t.Errorf("names %s", got)
	}
	want := data.Labels{"model": "llama", "deployment": "prod", "deployment_version": "v1", "hardware": "1x A10G"}
	if labels := frames[0].Fields[1].Labels; !labels.Equals(want) {
		t.Errorf("labels %v", labels)
	}
}

func TestAFilterThatDeploymentsDoNotHaveIsSaid(t *testing.T) {
	server := &tracetest.Answers{Arrow: answer(t, row{0, "A10G", 2, 4})}
	request := tracetest.Request(t, `{"queryType":"replicas","filters":{"status":["error"],"model":["llama"]}}`, from, to)
	frames, err := Handle(context.Background(), server, request)
	if err != nil {
		t.Fatal(err)
	}
	if server.Call.Query.Has("status") || server.Call.Query.Get("model") != "llama" {
		t.Errorf("query %v", server.Call.Query)
	}
	if notices := frames[0].Meta.Notices; len(notices) != 1 || !strings.Contains(notices[0].Text, "Status") {
		t.Errorf("notices %+v", notices)
	}
}

func TestAnAlertGetsOneNumberPerSeries(t *testing.T) {
	for value, want := range map[string]string{"replicas": "0.00=2 6.00=4 12.00=4", "max_replicas": "0.00=4 6.00=4 12.00=4", "saturation": "0.00=0.5 6.00=1 12.00=1"} {
		request := tracetest.Request(t, `{"queryType":"replicas","value":"`+value+`"}`, from, to)
		frames := handle(t, request, row{-1, "A10G", 2, 4}, row{6, "A10G", 4, 4})
		if tracetest.Series(t, frames) != 1 || frames[0].Fields[1].Name != value {
			t.Fatalf("%s: %d frames", value, len(frames))
		}
		if got := drawn(t, frames[0]); got != want {
			t.Errorf("%s: %q, want %q", value, got, want)
		}
	}
}

func TestWithoutAKnownMaximumThereIsNoSaturation(t *testing.T) {
	request := tracetest.Request(t, `{"queryType":"replicas","value":"saturation"}`, from, to)
	if series := tracetest.Series(t, handle(t, request, row{-1, "A10G", 2, 0})); series != 0 {
		t.Errorf("%d series", series)
	}
}

func TestAnUnknownValueIsRefused(t *testing.T) {
	request := tracetest.Request(t, `{"queryType":"replicas","value":"busy"}`, from, to)
	if _, err := Handle(context.Background(), &tracetest.Answers{Arrow: answer(t)}, request); err == nil || !strings.Contains(err.Error(), "value") {
		t.Errorf("%v", err)
	}
}
