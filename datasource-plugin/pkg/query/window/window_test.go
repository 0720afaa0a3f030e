package window

import (
	"context"
	"strings"
	"testing"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

const (
	from = "2026-11-21T00:00:00Z"
	to   = "2026-11-21T00:15:00Z"
)

func TestEachEdgeIsANumberThatEveryAlertInstanceSees(t *testing.T) {
	for model, want := range map[string]string{
		`{"queryType":"window"}`: from, `{"queryType":"window","edge":"start"}`: from, `{"queryType":"window","edge":"end"}`: to,
	} {
		frames, err := Handle(context.Background(), nil, tracetest.Request(t, model, from, to))
		if err != nil {
			t.Fatal(err)
		}
		if tracetest.Numerics(t, frames) != 1 || len(frames[0].Fields[0].Labels) != 0 {
			t.Errorf("%s: no number without labels: %+v", model, frames[0].Fields)
		}
		if got := frames[0].Fields[0].At(0); got != float64(tracetest.Time(t, want).UnixMilli()) {
			t.Errorf("%s: %v", model, got)
		}
	}
}

func TestAnUnknownEdgeIsRefused(t *testing.T) {
	_, err := Handle(context.Background(), nil, tracetest.Request(t, `{"queryType":"window","edge":"middle"}`, from, to))
	if err == nil || !strings.Contains(err.Error(), "edge") {
		t.Errorf("%v", err)
	}
}
