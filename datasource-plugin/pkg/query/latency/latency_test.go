package latency

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

const (
	from  = "2026-11-20T00:00:00Z"
	model = `{"queryType":"latency"}`
)

func handle(t *testing.T, request query.Request, columns ...tracetest.Column) data.Frames {
	t.Helper()
	server := &tracetest.Answers{Arrow: tracetest.Stream(t, columns...)}
	frames, err := Handle(context.Background(), server, request)
	if err != nil {
		t.Fatal(err)
	}
	return frames
}

func points(t *testing.T, requests ...uint64) []tracetest.Column {
	t.Helper()
	var times []time.Time
	var durations []any
	var ids, statuses, models, failed []string
	var failures []uint64
	for index := range requests {
		times = append(times, tracetest.Time(t, from).Add(time.Duration(index)*time.Second))
		durations = append(durations, 100.5+float64(index))
		ids, statuses, models = append(ids, "req"), append(statuses, "success"), append(models, "gpt-4o")
		failures, failed = append(failures, uint64(index)), append(failed, "bad")
	}
	return []tracetest.Column{
		tracetest.Times("time", times...), tracetest.Floats("duration_ms", durations...), tracetest.Texts("request_id", ids...),
		tracetest.Texts("status", statuses...), tracetest.Texts("model", models...), tracetest.Counts("requests", requests...),
		tracetest.Counts("failures", failures...), tracetest.Texts("failed_request_id", failed...),
	}
}

func TestAWeekShowsSingleRequestsThatCanBeOpened(t *testing.T) {
	frames := handle(t, tracetest.Request(t, model, from, "2026-11-27T00:00:30Z"), points(t, 1, 1)...)
	if series := tracetest.Series(t, frames); series != 1 {
		t.Fatalf("%d series: a graph must draw the duration and nothing else", series)
	}
	for index, spec := range contract.FrameFields[contract.QueryTypeLatency] {
		if name := frames[0].Fields[index].Name; name != spec.Name {
			t.Errorf("field %d is %q, want %q", index, name, spec.Name)
		}
	}
	if frames[0].Name != "latency" || len(frames[0].Meta.Notices) != 0 {
		t.Errorf("frame %q with notices %v", frames[0].Name, frames[0].Meta.Notices)
	}
}

func TestDownSamplingIsSaid(t *testing.T) {
	frames := handle(t, tracetest.Request(t, model, from, "2026-11-21T00:00:00Z"), points(t, 1, 998, 1)...)
	notices := frames[0].Meta.Notices
	if len(notices) != 1 || notices[0].Severity != data.NoticeSeverityInfo || !strings.Contains(notices[0].Text, "1000 requests are shown by 3 points") {
		t.Errorf("notices %+v", notices)
	}
	if requests, failures, failed := frames[0].Fields[5].At(1), frames[0].Fields[6].At(1), frames[0].Fields[7].At(1); requests != "998" || failures != "1" || failed != "bad" {
		t.Errorf("requests %v, failures %v, failed request %v at the point", requests, failures, failed)
	}
}

func TestMoreThanAWeekShowsTheAveragePerLocalDay(t *testing.T) {
	request := tracetest.Request(t, `{"queryType":"latency","timeZone":"Europe/Berlin"}`, from, "2026-11-27T02:00:00Z")
	frames := handle(t, request,
		tracetest.Times("time", tracetest.Time(t, from), tracetest.Time(t, from).AddDate(0, 0, 1), tracetest.Time(t, from).AddDate(0, 0, 2)),
		tracetest.Floats("duration_avg_ms", 120.0, nil, 80.0))
	if series := tracetest.Series(t, frames); series != 1 {
		t.Fatalf("%d series", series)
	}
	value := frames[0].Fields[1]
	if value.Name != "duration_avg_ms" || value.Len() != 2 || value.Config.Unit != "ms" {
		t.Errorf("field %q with %d points, %+v", value.Name, value.Len(), value.Config)
	}
	if interval := frames[0].Fields[0].Config.Interval; interval != 25*3600_000 {
		t.Errorf("interval %v: a day without requests must leave a gap, the day of 25 hours must not", interval)
	}
}

func TestNoRequestsIsNoData(t *testing.T) {
	frames := handle(t, tracetest.Request(t, model, from, "2026-11-21T00:00:00Z"), points(t)...)
	if len(frames) != 1 || len(frames[0].Fields) != 0 || tracetest.Series(t, frames) != 0 {
		t.Errorf("frames %+v", frames)
	}
}

func TestPointsFitThePanelAndTheServer(t *testing.T) {
	for wanted, want := range map[int64]int{0: 1000, 3: 10, 1200: 1200, 43200: 20000} {
		if got := maxPoints(wanted); got != want {
			t.Errorf("%d: %d, want %d", wanted, got, want)
		}
	}
}

func TestTheQuerysNumberOfPointsGoesBeforeThePanels(t *testing.T) {
	request := tracetest.Request(t, `{"queryType":"latency","maxPoints":20000}`, from, "2026-11-21T00:00:00Z")
	plan, err := planOf(request)
	if err != nil {
		t.Fatal(err)
	}
	if body, ok := plan.call.Body.(contract.LatencyRequest); !ok || *body.MaxPoints != 20000 {
		t.Errorf("asked for %+v", plan.call.Body)
	}
	for _, wanted := range []string{"9", "20001"} {
		request.Model = []byte(`{"queryType":"latency","maxPoints":` + wanted + `}`)
		if _, err := planOf(request); err == nil || !strings.Contains(err.Error(), "maxPoints") {
			t.Errorf("%s points: %v", wanted, err)
		}
	}
}

func TestAPointOpensTheRequestThatItShowsAndADayItsTraces(t *testing.T) {
	request := tracetest.Request(t, model, from, "2026-11-21T00:00:00Z")
	request.DataSourceUID = "uid"
	fields := handle(t, request, points(t, 1)...)[0].Fields
	for name, id := range map[string]string{"duration_ms": "${__data.fields.request_id}", "request_id": "${__data.fields.request_id}", "failed_request_id": "${__data.fields.failed_request_id}"} {
		for _, field := range fields {
			if field.Name != name {
				continue
			}
			text, err := json.Marshal(field.Config.Links)
			if err != nil || !strings.Contains(string(text), `"requestId":"`+id+`"`) || !strings.Contains(string(text), `"datasourceUid":"uid"`) {
				t.Errorf("%s leads to %s, %v", name, text, err)
			}
		}
	}
	request = tracetest.Request(t, `{"queryType":"latency","timeZone":"Europe/Berlin"}`, from, "2026-12-20T00:00:00Z")
	request.DataSourceUID = "uid"
	daily := handle(t, request, tracetest.Times("time", tracetest.Time(t, from)), tracetest.Floats("duration_avg_ms", 120.0))
	if found := daily[0].Fields[1].Config.Links; len(found) != 1 || !strings.Contains(found[0].URL, "${__value.time}") || !strings.Contains(found[0].URL, "Europe%2FBerlin") {
		t.Errorf("a day leads to %+v", found)
	}
}
