package latency

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

// BenchmarkPoints reads an answer of 100,000 points, five times as many as the trace server gives, and makes the frame.
func BenchmarkPoints(b *testing.B) {
	const points, batch = 100_000, 8192
	start := tracetest.Time(b, from)
	var times []time.Time
	var durations []any
	var ids, statuses, models, failed []string
	var counts, failures []uint64
	for point := range points {
		times = append(times, start.Add(time.Duration(point)*time.Second))
		durations = append(durations, 100.5+float64(point))
		ids, failed = append(ids, fmt.Sprintf("0af76519-16cd-43dd-8448-%012d", point)), append(failed, "")
		statuses, models = append(statuses, "success"), append(models, "gpt-4o")
		counts, failures = append(counts, 1), append(failures, 0)
	}
	answer := tracetest.Batches(b, batch, tracetest.Times("time", times...), tracetest.Floats("duration_ms", durations...), tracetest.Texts("request_id", ids...),
		tracetest.Texts("status", statuses...), tracetest.Texts("model", models...), tracetest.Counts("requests", counts...),
		tracetest.Counts("failures", failures...), tracetest.Texts("failed_request_id", failed...))
	request := tracetest.Request(b, model, from, "2026-11-27T00:00:00Z")
	b.SetBytes(int64(len(answer)))
	b.ReportAllocs()
	for b.Loop() {
		frames, err := Handle(context.Background(), &tracetest.Answers{Arrow: answer}, request)
		if err != nil || frames[0].Rows() != points {
			b.Fatalf("%d frames, %v", len(frames), err)
		}
	}
}
