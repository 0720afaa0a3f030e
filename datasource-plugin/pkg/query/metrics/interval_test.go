package metrics

import (
	"testing"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/buckets"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

func TestAutoIntervalShowsHoursForADayAndDaysForMore(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, from, to, want string
		zone                 *time.Location
	}{
		{"one hour", "2026-11-21T08:00:00Z", "2026-11-21T09:00:00Z", "1h", time.UTC},
		{"24 hours", "2026-11-20T08:00:00Z", "2026-11-21T08:00:00Z", "1h", time.UTC},
		{"24 hours and the seconds Grafana rounds by", "2026-11-20T08:00:00Z", "2026-11-21T08:00:30Z", "1h", time.UTC},
		{"25 hours", "2026-11-20T08:00:00Z", "2026-11-21T09:00:00Z", "1d", time.UTC},
		{"the local day of 25 hours", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", "1h", berlin},
		{"24 hours over the day of 23 hours", "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z", "1h", berlin},
		{"30 days", "2026-10-22T08:00:00Z", "2026-11-21T08:00:00Z", "1d", berlin},
	} {
		for _, word := range []string{"", "auto"} {
			got, err := bucketWidth(word, tracetest.Request(t, "{}", c.from, c.to), c.zone)
			if err != nil || got != c.want {
				t.Errorf("%s: got %q, %v; want %s", c.name, got, err, c.want)
			}
		}
	}
}

func TestPanelIntervalIsReadableAndKeepsToThePanelsPoints(t *testing.T) {
	for _, c := range []struct {
		name     string
		length   time.Duration
		interval time.Duration
		points   int64
		want     string
	}{
		{"below a second", time.Minute, 20 * time.Millisecond, 1000, "1s"},
		{"Grafana's own rounding is kept", 6 * time.Hour, 30 * time.Second, 1000, "30s"},
		{"odd interval goes up", 6 * time.Hour, 47 * time.Second, 1000, "1m"},
		{"interval too fine for the points", 24 * time.Hour, time.Second, 100, "15m"},
		{"days", 90 * 24 * time.Hour, 12 * time.Hour, 100, "1d"},
		{"points not known", time.Hour, 10 * time.Second, 0, "10s"},
		{"ten years", 3650 * 24 * time.Hour, time.Second, 200, "1M"},
	} {
		request := tracetest.Request(t, "{}", "2026-11-21T08:00:17Z", "2026-11-21T09:00:00Z")
		request.Range.To = request.Range.From.Add(c.length)
		request.Interval, request.MaxDataPoints = c.interval, c.points
		got, err := bucketWidth("$__interval", request, time.UTC)
		if err != nil || got != c.want {
			t.Errorf("%s: got %q, %v; want %s", c.name, got, err, c.want)
		}
		if count := buckets.Count(request.Range, buckets.Length(got)); c.points > 0 && count > c.points {
			t.Errorf("%s: %d buckets for %d points", c.name, count, c.points)
		}
	}
}

func TestIntervalThatIsNoWidthIsRefused(t *testing.T) {
	for _, interval := range []string{"hourly", "0h", "1y", "-1h", "1h30m", "9999999s"} {
		if _, err := bucketWidth(interval, query.Request{}, time.UTC); err == nil {
			t.Errorf("%q was taken", interval)
		}
	}
}
