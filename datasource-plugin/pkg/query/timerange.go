package query

import (
	"net/url"
	"strings"
	"time"
	_ "time/tzdata" // Time zones for hosts without a zone database, such as small containers.

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// rangeTolerance lets "last 24 hours" count as one day although Grafana may round its ends to seconds or minutes.
const rangeTolerance = time.Minute

// Range is the queried time: From is part of it, To is not.
type Range struct {
	From, To time.Time
}

// Duration from start to end.
func (r Range) Duration() time.Duration {
	return r.To.Sub(r.From)
}

// WithinDays tells whether the range is no longer than so many days. A local day counts as one, even the one of 25
// hours on which clocks go back.
func (r Range) WithinDays(days int, zone *time.Location) bool {
	local := r.From.In(zone).AddDate(0, 0, days)
	plain := r.From.Add(time.Duration(days) * 24 * time.Hour)
	return !r.To.After(later(local, plain).Add(rangeTolerance))
}

// Values are the range's query parameters.
func (r Range) Values() url.Values {
	return url.Values{
		"from": {r.From.UTC().Format(time.RFC3339Nano)},
		"to":   {r.To.UTC().Format(time.RFC3339Nano)},
	}
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// Zone reads an IANA name; nothing means UTC.
func Zone(name *string) (*time.Location, error) {
	if name == nil || *name == "" || strings.EqualFold(*name, contract.LimitMetricsRequestTimeZoneDefault) {
		return time.UTC, nil
	}
	zone, err := time.LoadLocation(*name)
	// "Local" would be the zone of the machine Grafana runs on, which nobody looking at a dashboard knows.
	if err != nil || *name == time.Local.String() {
		return nil, traceapi.InvalidQuery("timeZone is not known: expected an IANA name such as Europe/Berlin.")
	}
	return zone, nil
}
