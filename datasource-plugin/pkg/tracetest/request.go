package tracetest

import (
	"testing"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
)

// Time reads an RFC 3339 time.
func Time(t testing.TB, text string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return at.UTC()
}

// Request is a query as it reaches a handler, over a range given as RFC 3339 times and with a minute as interval.
func Request(t testing.TB, model, from, to string) query.Request {
	t.Helper()
	return query.Request{
		RefID: "A", Model: []byte(model), Range: query.Range{From: Time(t, from), To: Time(t, to)},
		Interval: time.Minute, MaxDataPoints: 500, Now: Time(t, to),
	}
}
