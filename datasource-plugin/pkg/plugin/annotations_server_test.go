package plugin

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

func TestAnnotationsOfARealTraceServer(t *testing.T) {
	source, model := realServer(t)
	send(t, os.Getenv("MODELTRACE_TEST_URL"), os.Getenv("MODELTRACE_TEST_API_KEY"), "/api/v1/replicas", fmt.Sprintf(`{"changes":[
		{"time":"2026-11-20T05:00:00Z","model":"%[1]s","deployment":"prod","deployment_version":"v2","hardware":"1x A10G","replicas":1},
		{"time":"2026-11-20T05:00:00Z","model":"%[1]s","deployment":"prod","deployment_version":"v1","hardware":"1x A10G","replicas":0}]}`, model))
	frame := ask(t, source, 3, `{"queryType":"annotations","kinds":["deployment","version-change","replica-change","error-burst"],
		"burstFailureRate":50,"burstMinRequests":1,"filters":{"model":["`+model+`"]}}`)[0]
	var got []string
	for row := range frame.Rows() {
		tags := fmt.Sprint(frame.Fields[4].At(row))
		got = append(got, strings.SplitN(tags, ",", 2)[0]+" "+fmt.Sprint(frame.Fields[3].At(row)))
	}
	want := []string{
		"deployment prod is there since its first request or replica", "replica-change prod v1, 1x A10G: 0 → 2 replicas of at most 4",
		"version-change prod: v1 → v2", "replica-change prod v1, 1x A10G: 2 → 0 replicas", "replica-change prod v2, 1x A10G: 0 → 1 replicas",
		"error-burst 1 of 2 requests failed (50.0 %), mostly rate_limit", "error-burst 1 of 1 requests failed (100.0 %)",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestAlertsOnReplicasAndTheirWindowAgainstARealTraceServer(t *testing.T) {
	source, model := realServer(t)
	saturation := ask(t, source, 1, `{"queryType":"replicas","value":"saturation","filters":{"model":["`+model+`"]}}`)
	if tracetest.Series(t, saturation) != 1 || *saturation[0].Fields[1].At(0).(*float64) != 0.5 {
		t.Errorf("saturation: %d frames", len(saturation))
	}
	start := ask(t, source, 1, `{"queryType":"window"}`)
	if tracetest.Numerics(t, start) != 1 || start[0].Fields[0].At(0) != float64(tracetest.Time(t, "2026-11-20T00:00:00Z").UnixMilli()) {
		t.Errorf("window: %v", start[0].Fields[0].At(0))
	}
}
