package tracetest

import (
	"testing"

	"github.com/grafana/dataplane/sdata/numeric"
	"github.com/grafana/dataplane/sdata/reader"
	"github.com/grafana/dataplane/sdata/timeseries"
	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// Series reads frames as Grafana's alert engine reads time series, and returns how many there are.
func Series(t testing.TB, frames data.Frames) int {
	t.Helper()
	canRead(t, frames)
	collection, err := timeseries.CollectionReaderFromFrames(frames)
	if err != nil {
		t.Fatal(err)
	}
	read, err := collection.GetCollection(true)
	if err != nil {
		t.Fatalf("frames break the data plane contract: %v", err)
	}
	if read.Warning != nil {
		t.Fatal(read.Warning)
	}
	return len(read.Refs)
}

// Numerics reads frames as Grafana's alert engine reads single numbers, and returns how many there are. The reader's own
// check of the data is not written for this kind, so labels are compared here.
func Numerics(t testing.TB, frames data.Frames) int {
	t.Helper()
	canRead(t, frames)
	collection, err := numeric.CollectionReaderFromFrames(frames)
	if err != nil {
		t.Fatal(err)
	}
	read, err := collection.GetCollection(false)
	if err != nil {
		t.Fatalf("frames break the data plane contract: %v", err)
	}
	seen := map[string]bool{}
	for _, ref := range read.Refs {
		key := ref.GetMetricName() + ref.GetLabels().String()
		if seen[key] {
			t.Fatalf("two numbers are called %s", key)
		}
		seen[key] = true
	}
	return len(read.Refs)
}

func canRead(t testing.TB, frames data.Frames) {
	t.Helper()
	if _, err := reader.CanReadBasedOnMeta(frames); err != nil {
		t.Fatalf("the alert engine does not recognise the frames: %v", err)
	}
	for _, frame := range frames {
		if _, err := frame.MarshalArrow(); err != nil {
			t.Fatalf("the frame cannot be sent to Grafana: %v", err)
		}
	}
}
