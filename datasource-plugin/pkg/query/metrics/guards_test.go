package metrics

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

func TestAGroupWithTooFewRequestsHasNoRate(t *testing.T) {
	frames := handle(t, `{"queryType":"metrics","measures":["failure_rate"],"groupBy":["model"],"interval":"none","minRequests":50}`,
		tracetest.Texts("model", "busy", "idle", "exactly"), tracetest.Floats("failure_rate", 0.1, 1.0, 0.5), tracetest.Counts("requests", 900, 49, 50))
	if numbers := tracetest.Numerics(t, frames); numbers != 2 {
		t.Fatalf("%d numbers", numbers)
	}
	for index, model := range []string{"busy", "exactly"} {
		if field := frames[index].Fields[0]; field.Name != "failure_rate" || field.Labels["model"] != model {
			t.Errorf("%s %v: the requests asked for besides must not be shown", field.Name, field.Labels)
		}
	}
}

func TestABucketWithTooFewRequestsIsAGap(t *testing.T) {
	frames := handle(t, `{"queryType":"metrics","measures":["failure_rate","requests"],"interval":"1h","minRequests":10}`,
		tracetest.Times("time", atHour(t, 1), atHour(t, 2), atHour(t, 3)), tracetest.Floats("failure_rate", 0.1, 1.0, nil), tracetest.Counts("requests", 10, 9, 11))
	if series := tracetest.Series(t, frames); series != 2 {
		t.Fatalf("%d series", series)
	}
	if rates, requests := frames[0].Fields[1].Len(), frames[1].Fields[1].Len(); rates != 1 || requests != 2 {
		t.Errorf("%d rates, %d counts", rates, requests)
	}
}

func TestTooFewRequestsEverywhereIsNoDataAndSaysWhy(t *testing.T) {
	frames := handle(t, `{"queryType":"metrics","measures":["failure_rate"],"interval":"none","minRequests":10}`,
		tracetest.Floats("failure_rate", 1.0), tracetest.Counts("requests", 9))
	if len(frames) != 1 || len(frames[0].Fields) != 0 || tracetest.Numerics(t, frames) != 0 {
		t.Errorf("frames %+v", frames)
	}
	if notices := frames[0].Meta.Notices; len(notices) != 1 || !strings.Contains(notices[0].Text, "10 requests") {
		t.Errorf("notices %+v", notices)
	}
}

func TestRequestsAreAskedForOnceAndOnlyWhereTheyAreNeeded(t *testing.T) {
	for model, want := range map[string]string{
		`{"measures":["failure_rate"],"minRequests":50}`:            "failure_rate requests",
		`{"measures":["requests","failure_rate"],"minRequests":50}`: "requests failure_rate",
		`{"measures":["failure_rate"],"minRequests":1}`:             "failure_rate",
		`{"measures":["failure_rate"]}`:                             "failure_rate",
	} {
		plan, err := planOf(tracetest.Request(t, model, from, to))
		if err != nil {
			t.Fatal(err)
		}
		body, _ := plan.call.Body.(contract.MetricsRequest)
		var names []string
		for _, measure := range body.Measures {
			names = append(names, string(measure))
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%s asks for %s, want %s", model, got, want)
		}
	}
	for _, model := range []string{`{"measures":["requests"],"minRequests":0}`, `{"measures":["requests"],"seriesLimit":201}`} {
		if _, err := planOf(tracetest.Request(t, model, from, to)); err == nil {
			t.Errorf("%s was taken", model)
		}
	}
}

func askedWith(t *testing.T, model string, header http.Header, columns ...tracetest.Column) data.Frames {
	t.Helper()
	request := tracetest.Request(t, model, from, to)
	request.DataSourceUID = "uid"
	frames, err := Handle(context.Background(), &tracetest.Answers{Arrow: tracetest.Stream(t, columns...), Header: header}, request)
	if err != nil {
		t.Fatal(err)
	}
	return frames
}

func TestEstimatedPercentilesSayThatTheyAre(t *testing.T) {
	for computed, notices := range map[string]int{"exact": 0, "sketch; relative-error=0.01": 1} {
		frames := askedWith(t, `{"measures":["duration_p99_ms"],"interval":"none"}`, http.Header{"Modeltrace-Percentiles": {computed}}, tracetest.Floats("duration_p99_ms", 5.0))
		if got := frames[0].Meta.Notices; len(got) != notices || frames[0].Meta.Custom != (about{Percentiles: computed}) {
			t.Errorf("%s: %+v, %+v", computed, got, frames[0].Meta.Custom)
		}
	}
}

func TestGroupsThatWereAddedUpAreSaidAndLeadNowhere(t *testing.T) {
	frames := askedWith(t, `{"measures":["requests"],"groupBy":["model"],"interval":"none","seriesLimit":1}`, nil,
		tracetest.Texts("model", "a", "(other)"), tracetest.Counts("requests", 2, 1))
	if notices := frames[0].Meta.Notices; len(notices) != 1 || !strings.Contains(notices[0].Text, "limit of 1 series") {
		t.Errorf("notices %+v", notices)
	}
	if links := frames[1].Fields[0].Config.Links; len(frames[0].Fields[0].Config.Links) != 1 || len(links) != 0 {
		t.Errorf("links of (other): %+v", links)
	}
}

func TestAPointLeadsToTheTracesThatItCounts(t *testing.T) {
	frames := askedWith(t, `{"measures":["failures","duration_p99_ms"],"groupBy":["model"],"interval":"1h","timeZone":"Europe/Berlin","filters":{"provider":["p"]}}`, nil,
		tracetest.Times("time", atHour(t, 1)), tracetest.Texts("model", "a"), tracetest.Counts("failures", 2), tracetest.Floats("duration_p99_ms", 5.0))
	for index, want := range []string{
		`"filters":{"model":["a"],"provider":["p"],"status":["failed"]},"within":{"start":"${__value.time}","width":"1h","timeZone":"Europe/Berlin"}`,
		`"filters":{"model":["a"],"provider":["p"]},"sort":"duration_ms","within":`,
	} {
		links := frames[index].Fields[1].Config.Links
		if len(links) != 1 {
			t.Fatalf("%d links", len(links))
		}
		if address, err := url.QueryUnescape(links[0].URL); err != nil || !strings.Contains(address, want) {
			t.Errorf("leads to %s, want %s", address, want)
		}
	}
}

func TestNumbersOfAPointOfAChartCountTheTracesThatTheTableShowsForIt(t *testing.T) {
	asked := tracetest.Request(t, `{"measures":["requests"],"interval":"none","within":{"start":"1795258800000","width":"1h"}}`, from, to)
	asked.DataSourceUID = "uid"
	planned, err := planOf(asked)
	if err != nil {
		t.Fatal(err)
	}
	body, _ := planned.call.Body.(contract.MetricsRequest)
	if !body.From.Equal(tracetest.Time(t, "2026-11-21T11:00:00Z")) || !body.To.Equal(tracetest.Time(t, to)) {
		t.Errorf("asks from %s to %s, want the hour from 11:00", body.From, body.To)
	}
	frames := askedWith(t, `{"measures":["requests"],"interval":"none","within":{"start":"1795258800000","width":"1h"}}`, nil, tracetest.Counts("requests", 2))
	if address := frames[0].Fields[0].Config.Links[0].URL; !strings.Contains(address, "1795258800000") {
		t.Errorf("the link leaves the hour: %s", address)
	}
	if _, err := planOf(tracetest.Request(t, `{"measures":["requests"],"within":{"start":"1000","width":"1h"}}`, from, to)); err == nil {
		t.Error("a point outside the range was taken for the whole range")
	}
}

func TestSharesHaveTheirBoundsWhereTheyHelp(t *testing.T) {
	number := askedWith(t, `{"measures":["failure_rate"],"interval":"none"}`, nil, tracetest.Floats("failure_rate", 0.5))[0].Fields[0].Config
	if number.Min == nil || *number.Min != 0 || number.Max == nil || *number.Max != 1 {
		t.Errorf("a gauge of a share ends where its values do: %+v", number)
	}
	series := askedWith(t, `{"measures":["failure_rate"],"interval":"1h"}`, nil, tracetest.Times("time", atHour(t, 1)), tracetest.Floats("failure_rate", 0.01))[0].Fields[1].Config
	if series.Min == nil || series.Max != nil {
		t.Errorf("a chart of small shares is squeezed flat: %+v", series)
	}
}
