package metrics

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

// BenchmarkSeries reads an answer of 100,000 points in 20 series and makes frames of it: what the back end adds to the
// time that the trace server takes, without the network.
func BenchmarkSeries(b *testing.B) {
	const series, points, batch = 20, 5000, 8192
	start := tracetest.Time(b, from)
	var times []time.Time
	var models []string
	var values []any
	for group := range series {
		for point := range points {
			times = append(times, start.Add(time.Duration(point)*time.Second))
			models = append(models, fmt.Sprintf("model-%d", group))
			values = append(values, float64(point))
		}
	}
	answer := tracetest.Batches(b, batch, tracetest.Times("time", times...), tracetest.Texts("model", models...), tracetest.Floats("failure_rate", values...))
	request := tracetest.Request(b, `{"queryType":"metrics","measures":["failure_rate"],"groupBy":["model"],"interval":"1s"}`, from, to)
	b.SetBytes(int64(len(answer)))
	b.ReportAllocs()
	for b.Loop() {
		frames, err := Handle(context.Background(), &tracetest.Answers{Arrow: answer}, request)
		if err != nil || len(frames) != series || frames[0].Rows() != points {
			b.Fatalf("%d frames, %v", len(frames), err)
		}
	}
}
