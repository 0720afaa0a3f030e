package metrics

import (
	"context"
	"math"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

const (
	from = "2026-11-21T00:00:00Z"
	to   = "2026-11-21T12:00:00Z"
)

func handle(t *testing.T, model string, columns ...tracetest.Column) data.Frames {
	t.Helper()
	server := &tracetest.Answers{Arrow: tracetest.Stream(t, columns...)}
	frames, err := Handle(context.Background(), server, tracetest.Request(t, model, from, to))
	if err != nil {
		t.Fatal(err)
	}
	return frames
}

func atHour(t *testing.T, number int) time.Time {
	t.Helper()
	return tracetest.Time(t, from).Add(time.Duration(number) * time.Hour)
}

func TestAGroupedMeasureBecomesOneLabelledSeriesPerGroup(t *testing.T) {
	frames := handle(t, `{"queryType":"metrics","measures":["failure_rate"],"groupBy":["model","deployment"],"interval":"1h"}`,
		tracetest.Times("time", atHour(t, 1), atHour(t, 2), atHour(t, 1)),
		tracetest.Texts("model", "gpt-4o", "gpt-4o", "llama"),
		tracetest.Texts("deployment", "", "", "prod"),
		tracetest.Floats("failure_rate", 0.5, 0.25, 0.0))
	if series := tracetest.Series(t, frames); series != 2 {
		t.Fatalf("%d series", series)
	}
	value := frames[0].Fields[1]
	if value.Name != "failure_rate" || !value.Labels.Equals(data.Labels{"model": "gpt-4o", "deployment": ""}) {
		t.Errorf("field %q with labels %v", value.Name, value.Labels)
	}
	if value.Config.Unit != "percentunit" || value.Config.DisplayNameFromDS != "gpt-4o, no deployment" {
		t.Errorf("config %+v", value.Config)
	}
	if interval := frames[0].Fields[0].Config.Interval; interval != 3600_000 {
		t.Errorf("gaps are not drawn: interval %v", interval)
	}
	if frames[0].Fields[0].Name != "time" || frames[0].Meta.ExecutedQueryString == "" || frames[0].RefID != "A" {
		t.Errorf("frame %+v", frames[0])
	}
	if name := frames[1].Fields[1].Config.DisplayNameFromDS; name != "llama, prod" {
		t.Errorf("name %q", name)
	}
}

func TestNamesSayWhatTellsSeriesApart(t *testing.T) {
	for _, c := range []struct {
		model string
		want  []string
	}{
		{`{"queryType":"metrics","measures":["failure_rate"],"interval":"none"}`, []string{"Failure rate"}},
		{`{"queryType":"metrics","measures":["failure_rate"],"groupBy":["model"],"interval":"none"}`, []string{"gpt-4o"}},
		{`{"queryType":"metrics","measures":["failure_rate","requests"],"interval":"none"}`, []string{"Failure rate", "Requests"}},
		{`{"queryType":"metrics","measures":["failure_rate","requests"],"groupBy":["model"],"interval":"none"}`, []string{"Failure rate gpt-4o", "Requests gpt-4o"}},
	} {
		frames := handle(t, c.model, tracetest.Texts("model", "gpt-4o"), tracetest.Floats("failure_rate", 0.1), tracetest.Counts("requests", 7))
		if count := tracetest.Numerics(t, frames); count != len(c.want) {
			t.Fatalf("%s: %d numbers", c.model, count)
		}
		for index, want := range c.want {
			if got := frames[index].Fields[0].Config.DisplayNameFromDS; got != want {
				t.Errorf("%s: %q, want %q", c.model, got, want)
			}
		}
	}
}

func TestANumberPerGroupHasNoTimeSoThatAlertRulesNeedNoReduce(t *testing.T) {
	frames := handle(t, `{"queryType":"metrics","measures":["requests"],"groupBy":["model"],"interval":"none"}`,
		tracetest.Texts("model", "a", "b", "c"), tracetest.Counts("requests", 3, 2, 1))
	if numbers := tracetest.Numerics(t, frames); numbers != 3 {
		t.Fatalf("%d numbers", numbers)
	}
	if len(frames[0].Fields) != 1 || frames[0].Fields[0].Len() != 1 {
		t.Errorf("frame has %d fields", len(frames[0].Fields))
	}
}

func TestAMeasureNobodyReportedHasNoPoint(t *testing.T) {
	frames := handle(t, `{"queryType":"metrics","measures":["requests","ttft_avg_ms","cost_usd"],"interval":"1h"}`,
		tracetest.Times("time", atHour(t, 1), atHour(t, 2), atHour(t, 3)),
		tracetest.Counts("requests", 1, 1, 1), tracetest.Floats("ttft_avg_ms", nil, 20.0, math.NaN()), tracetest.Floats("cost_usd", nil, nil, nil))
	if series := tracetest.Series(t, frames); series != 2 {
		t.Fatalf("%d series, want requests and ttft", series)
	}
	if points := frames[1].Fields[1].Len(); points != 1 {
		t.Errorf("%d points of time to first token, want the one that is known", points)
	}
}

func TestNoTrafficIsNoDataOfTheKindAndNotAnError(t *testing.T) {
	series := handle(t, `{"queryType":"metrics","measures":["requests"],"interval":"1h"}`, tracetest.Times("time"), tracetest.Counts("requests"))
	if len(series) != 1 || len(series[0].Fields) != 0 || tracetest.Series(t, series) != 0 {
		t.Errorf("time series: %+v", series)
	}
	numbers := handle(t, `{"queryType":"metrics","measures":["requests"],"interval":"none"}`, tracetest.Counts("requests"))
	if len(numbers) != 1 || len(numbers[0].Fields) != 0 || tracetest.Numerics(t, numbers) != 0 {
		t.Errorf("numbers: %+v", numbers)
	}
}

func TestGroupsWithHostileNamesStayApart(t *testing.T) {
	frames := handle(t, `{"queryType":"metrics","measures":["requests"],"groupBy":["model","source"],"interval":"none"}`,
		tracetest.Texts("model", "a", "a\x00b", `a" "b`), tracetest.Texts("source", "b\x00c", "c", "c"), tracetest.Counts("requests", 1, 2, 3))
	if numbers := tracetest.Numerics(t, frames); numbers != 3 {
		t.Errorf("%d groups", numbers)
	}
}

func TestAnAnswerWithoutAnAskedColumnIsAnErrorAndNotAnEmptyGraph(t *testing.T) {
	server := &tracetest.Answers{Arrow: tracetest.Stream(t, tracetest.Counts("requests", 1))}
	request := tracetest.Request(t, `{"queryType":"metrics","measures":["failures"],"interval":"none"}`, from, to)
	if _, err := Handle(context.Background(), server, request); err == nil {
		t.Error("no error")
	}
}
