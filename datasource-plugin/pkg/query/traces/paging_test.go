package traces

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

func handle(t *testing.T, request query.Request, server *tracetest.Answers) *data.Frame {
	t.Helper()
	frames, err := Handle(context.Background(), server, request)
	if err != nil {
		t.Fatal(err)
	}
	return frames[0]
}

func custom(t *testing.T, frame *data.Frame) string {
	t.Helper()
	text, err := json.Marshal(frame.Meta.Custom)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestASearchThatStoppedEarlySaysSoAndHowToGoOn(t *testing.T) {
	server := &tracetest.Answers{Arrow: tracetest.Stream(t, answer(t, 2)...), Header: http.Header{
		"Modeltrace-Searched-Back-To": {"2026-11-20T06:00:00.5Z"}, "Modeltrace-Continue": {"next"},
	}}
	got := handle(t, tracetest.Request(t, `{"queryType":"traces","search":"x","limit":2}`, from, to), server)
	notices := got.Meta.Notices
	if len(notices) != 1 || notices[0].Severity != data.NoticeSeverityWarning || !strings.Contains(notices[0].Text, "2 traces found") ||
		!strings.Contains(notices[0].Text, "2026-11-20 06:00:00 UTC") {
		t.Errorf("notices %+v", notices)
	}
	if text := custom(t, got); !strings.Contains(text, `"continue":"next","searchedBackTo":"2026-11-20T06:00:00.5Z"`) {
		t.Errorf("the panel could not go on: %s", text)
	}
}

func TestAFullPageSaysThatThereMayBeMore(t *testing.T) {
	for limit, full := range map[string]bool{"2": true, "3": false} {
		server := &tracetest.Answers{Arrow: tracetest.Stream(t, answer(t, 2)...)}
		got := handle(t, tracetest.Request(t, `{"queryType":"traces","limit":`+limit+`}`, from, to), server)
		said := len(got.Meta.Notices) == 1 && got.Meta.Notices[0].Severity == data.NoticeSeverityInfo
		if said != full || strings.Contains(custom(t, got), `"limited":true`) != full {
			t.Errorf("limit %s: notices %+v, %s", limit, got.Meta.Notices, custom(t, got))
		}
	}
}

func TestTheListIsSortedAndPagedByTheTraceServer(t *testing.T) {
	for model, want := range map[string]string{
		`{"sort":"duration_ms","order":"desc"}`: "limit=100&sort=duration_ms",
		`{"sort":"start_time","order":"asc"}`:   "limit=100&order=asc",
		`{"sort":"cost_usd","order":"asc"}`:     "limit=100&order=asc&sort=cost_usd",
		`{"before":"b","sort":"model"}`:         "before=b&limit=100&sort=model",
		`{"cursor":"c","before":""}`:            "cursor=c&limit=100",
		`{"within":{"start":"","width":"1h"}}`:  "limit=100",
		`{"sort":"","order":"","limit":1000}`:   "limit=1000",
	} {
		plan, err := planOf(tracetest.Request(t, model, from, to))
		if err != nil {
			t.Fatalf("%s: %v", model, err)
		}
		plan.call.Query.Del("from")
		plan.call.Query.Del("to")
		if got := plan.call.Query.Encode(); got != want {
			t.Errorf("%s asks %s, want %s", model, got, want)
		}
	}
	for model, name := range map[string]string{
		`{"order":"up"}`: "order", `{"cursor":"a","before":"b"}`: "before", `{"limit":0}`: "limit",
		`{"within":{"start":"now","width":"1h"}}`:                             "within.start",
		`{"within":{"start":"1795132800000","width":"hour"}}`:                 "within.width",
		`{"within":{"start":"1795132800000","width":"1h","timeZone":"Mars"}}`: "timeZone",
		`{"within":{"start":"1000","width":"1h"}}`:                            "within",
	} {
		if _, err := planOf(tracetest.Request(t, model, from, to)); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", model, err)
		}
	}
}

func TestAPointOfAChartNarrowsTheListToItsBucketAndSaysSo(t *testing.T) {
	for name, c := range map[string]struct{ model, from, to string }{
		"an hour":                   {`{"within":{"start":"1795161600000","width":"1h"}}`, "2026-11-20T08:00:00Z", "2026-11-20T09:00:00Z"},
		"a day that the range cuts": {`{"within":{"start":"1795129200000","width":"1d","timeZone":"Europe/Berlin"}}`, "2026-11-20T00:00:00Z", "2026-11-20T23:00:00Z"},
		"a bucket that outlives it": {`{"within":{"start":"1795215600000","width":"1d"}}`, "2026-11-20T23:00:00Z", "2026-11-21T00:00:00Z"},
	} {
		server := &tracetest.Answers{Arrow: tracetest.Stream(t, answer(t, 1)...)}
		got := handle(t, tracetest.Request(t, c.model, from, to), server)
		if asked := server.Call.Query; asked.Get("from") != c.from || asked.Get("to") != c.to {
			t.Errorf("%s: from %s to %s", name, asked.Get("from"), asked.Get("to"))
		}
		if notices := got.Meta.Notices; len(notices) != 1 || !strings.Contains(notices[0].Text, strings.Replace(c.from[:19], "T", " ", 1)) {
			t.Errorf("%s: notices %+v", name, notices)
		}
	}
}

func TestARowOpensItsTraceAndWhatTheApplicationSaysOfIt(t *testing.T) {
	request := tracetest.Request(t, `{"queryType":"traces"}`, from, to)
	request.DataSourceUID = "uid"
	request.Links = query.Links{Traces: query.LinkedSource{UID: "tempo", Query: "${traceId}", Property: "query"}}
	got := handle(t, request, &tracetest.Answers{Arrow: tracetest.Stream(t, answer(t, 1)...)})
	for _, field := range got.Fields {
		text, err := json.Marshal(field.Config.Links)
		if err != nil {
			t.Fatal(err)
		}
		switch field.Name {
		case "request_id":
			if !strings.Contains(string(text), `"queryType":"trace","schemaVersion":2,"requestId":"${__data.fields.request_id}"`) {
				t.Errorf("request_id leads to %s", text)
			}
		case "trace_id":
			if !strings.Contains(string(text), `"query":"${__data.fields.trace_id}"`) {
				t.Errorf("trace_id leads to %s", text)
			}
		default:
			if len(field.Config.Links) > 0 {
				t.Errorf("%s leads to %s", field.Name, text)
			}
		}
	}
}
