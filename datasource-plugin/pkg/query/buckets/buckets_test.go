package buckets

import (
	"strings"
	"testing"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

func TestGapsShowMissingBucketsButNotTheDayOf25Hours(t *testing.T) {
	for width, want := range map[string]time.Duration{
		"5m": 5 * time.Minute, "1h": time.Hour, "24h": 25 * time.Hour, "1d": 25 * time.Hour, "1w": 169 * time.Hour, "1M": 31*24*time.Hour + time.Hour,
	} {
		if got := Gap(width); got != want {
			t.Errorf("%s: %s, want %s", width, got, want)
		}
	}
}

// Each of the contract's units, which its pattern holds as "(s|m|h|d|w|M)", needs a length: without one, gaps are lost.
func TestEveryUnitThatTheTraceServerTakesHasALength(t *testing.T) {
	_, units, found := strings.Cut(contract.LimitMetricsRequestIntervalPattern, "(")
	units, _, closed := strings.Cut(units, ")")
	if !found || !closed {
		t.Fatalf("the contract's pattern has another form: %s", contract.LimitMetricsRequestIntervalPattern)
	}
	for _, unit := range strings.Split(units, "|") {
		width := "3" + unit
		if Length(width) == 0 {
			t.Errorf("%s has no length", width)
		}
	}
}

// The trace server takes them; lengths below 0 would let thousands of columns through and draw cells backwards.
func TestTheWidestBucketsAreNoShorterThanOthers(t *testing.T) {
	for _, width := range []string{"999999M", "999999w", "999999d", "4000M"} {
		if Length(width) < Length("1200M")-31*24*time.Hour || Gap(width) < Length(width) {
			t.Errorf("%s: length %s, gap %s", width, Length(width), Gap(width))
		}
	}
}

// The expected ends are those of the trace server for the same buckets (the Berlin days on which the clocks change).
func TestABucketEndsWhereTheNextBeginsAlsoWhenClocksChange(t *testing.T) {
	for _, c := range []struct{ start, width, zone, want string }{
		{"2026-11-20T08:00:00Z", "5m", "UTC", "2026-11-20T08:05:00Z"},
		{"2026-11-20T08:00:00Z", "7h", "Europe/Berlin", "2026-11-20T15:00:00Z"},
		{"2026-10-24T22:00:00Z", "1d", "Europe/Berlin", "2026-10-25T23:00:00Z"},
		{"2026-03-28T23:00:00Z", "1d", "Europe/Berlin", "2026-03-29T22:00:00Z"},
		{"2026-10-25T22:00:00Z", "6h", "Europe/Berlin", "2026-10-25T23:00:00Z"},
		{"2026-03-29T17:00:00Z", "6h", "Europe/Berlin", "2026-03-29T22:00:00Z"},
		{"2026-10-18T22:00:00Z", "1w", "Europe/Berlin", "2026-10-25T23:00:00Z"},
		{"2026-10-31T23:00:00Z", "1M", "Europe/Berlin", "2026-11-30T23:00:00Z"},
		{"2026-09-05T04:00:00Z", "1d", "America/Santiago", "2026-09-06T04:00:00Z"},
	} {
		zone, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		start, err := time.Parse(time.RFC3339, c.start)
		if err != nil {
			t.Fatal(err)
		}
		if got := End(start, c.width, zone).Format(time.RFC3339); got != c.want {
			t.Errorf("%s from %s in %s ends at %s, want %s", c.width, c.start, c.zone, got, c.want)
		}
	}
}
