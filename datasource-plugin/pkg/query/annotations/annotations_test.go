package annotations

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

const (
	from = "2026-11-21T00:00:00Z"
	to   = "2026-11-21T06:00:00Z"
)

// server answers by path, and metrics by the fields they are grouped by; it keeps what was asked.
type server struct {
	models  string
	columns map[string][]byte
	asked   []traceapi.Call
}

func (s *server) key(call traceapi.Call) string {
	if body, ok := call.Body.(contract.MetricsRequest); ok {
		return fmt.Sprint(*body.GroupBy)
	}
	return call.Path
}

func (s *server) Columns(_ context.Context, call traceapi.Call) (*arrowframe.Table, error) {
	s.asked = append(s.asked, call)
	stream, ok := s.columns[s.key(call)]
	if !ok {
		return nil, errors.New("not expected to be asked: " + s.key(call))
	}
	return arrowframe.Read(bytes.NewReader(stream))
}

func (s *server) JSON(_ context.Context, call traceapi.Call, target any) error {
	s.asked = append(s.asked, call)
	return json.Unmarshal([]byte(s.models), target)
}

func hour(hours float64) time.Time {
	at, _ := time.Parse(time.RFC3339, from)
	return at.Add(time.Duration(hours * float64(time.Hour)).Round(time.Second))
}

func ask(t *testing.T, server *server, model string) *data.Frame {
	t.Helper()
	frames, err := Handle(context.Background(), server, tracetest.Request(t, model, from, to))
	if err != nil {
		t.Fatal(err)
	}
	if len(frames) != 1 {
		t.Fatalf("%d frames", len(frames))
	}
	if _, err := frames[0].MarshalArrow(); err != nil {
		t.Fatal(err)
	}
	return frames[0]
}

// rows writes events as "hour title: text".
func rows(frame *data.Frame) string {
	var lines []string
	for row := range frame.Rows() {
		at, _ := frame.Fields[0].At(row).(time.Time)
		line := fmt.Sprintf("%.2f", at.Sub(hour(0)).Hours())
		if end, ok := frame.Fields[1].At(row).(*time.Time); ok && end != nil {
			line += fmt.Sprintf("-%.2f", end.Sub(hour(0)).Hours())
		}
		lines = append(lines, fmt.Sprintf("%s %s: %s", line, frame.Fields[2].At(row), frame.Fields[3].At(row)))
	}
	return strings.Join(lines, "\n")
}

const models = `{"models":[
	{"model":"llama","model_type":"open-source","deployments":[
		{"deployment":"prod","deployed_time":"2026-11-20T00:00:00Z","versions":["v1","v2"],"version_times":[
			{"deployment_version":"v1","first_time":"2026-11-20T00:00:00Z"},{"deployment_version":"v2","first_time":"2026-11-21T02:00:00Z"}]},
		{"deployment":"test","deployed_time":"2026-11-21T01:00:00Z","versions":["v1"],"version_times":[
			{"deployment_version":"v1","first_time":"2026-11-21T01:00:00Z"}]}]},
	{"model":"tuned","model_type":"fine-tuned","deployments":[{"deployment":"late","deployed_time":"2026-11-21T06:00:00Z","versions":[]}]},
	{"model":"gpt","model_type":"external","deployments":[]}]}`

func TestDeploymentsAndTheirNewVersions(t *testing.T) {
	for query, want := range map[string]string{
		`{"kinds":["deployment"]}`: "1.00 Deployment of llama: test is there since its first request or replica",
		// v1 of a new deployment is no change of a version.
		`{"kinds":["version-change"]}`:                                                  "2.00 New version of llama: prod: v1 → v2",
		`{"kinds":["version-change"],"filters":{"model":["tuned"]}}`:                    "",
		`{"kinds":["version-change"],"filters":{"model_type":["open-source"]}}`:         "2.00 New version of llama: prod: v1 → v2",
		`{"kinds":["version-change"],"filters":{"model_type":["fine-tuned"]}}`:          "",
		`{"kinds":["version-change"],"filters":{"deployment_version":["v1"]}}`:          "",
		`{"kinds":["deployment","deployment"],"filters":{"deployment":["test"]}}`:       "1.00 Deployment of llama: test is there since its first request or replica",
		`{"kinds":["deployment"],"filters":{"deployment":["prod"],"model":["$__all"]}}`: "",
	} {
		server := &server{models: models}
		if got := rows(ask(t, server, query)); got != want {
			t.Errorf("%s:\n%s\nwant:\n%s", query, got, want)
		}
		if len(server.asked) != 1 {
			t.Errorf("%s: asked %d times", query, len(server.asked))
		}
	}
}

func TestConditionsOverRequestsNarrowDeploymentsByTheirRequests(t *testing.T) {
	for _, query := range []string{
		`{"kinds":["deployment","version-change"],"query":"user_id = anna"}`, `{"kinds":["deployment","version-change"],"search":"refund"}`,
		`{"kinds":["deployment","version-change"],"filters":{"status":["error"]}}`,
		`{"kinds":["deployment","version-change"],"adhocFilters":[{"key":"model","operator":"=","value":"llama"}]}`,
	} {
		server := &server{models: models, columns: map[string][]byte{"[model deployment deployment_version]": tracetest.Stream(t,
			tracetest.Texts("model", "llama"), tracetest.Texts("deployment", "prod"), tracetest.Texts("deployment_version", "v2"))}}
		frame := ask(t, server, query)
		if got := rows(frame); got != "2.00 New version of llama: prod: v1 → v2" {
			t.Errorf("%s: %s", query, got)
		}
		if len(server.asked) != 2 {
			t.Errorf("%s: asked %d times", query, len(server.asked))
		}
		if len(frame.Meta.Notices) != 1 || !strings.Contains(frame.Meta.Notices[0].Text, "matching requests") {
			t.Errorf("%s: notices %+v", query, frame.Meta.Notices)
		}
	}
}

type change struct {
	hours             float64
	hardware          string
	replicas, maximum uint64
}

func history(t *testing.T, changes ...change) *server {
	t.Helper()
	var times []time.Time
	var names, hardware []string
	var running, maximums []uint64
	for _, one := range changes {
		times, names, hardware = append(times, hour(one.hours)), append(names, "llama"), append(hardware, one.hardware)
		running, maximums = append(running, one.replicas), append(maximums, one.maximum)
	}
	return &server{columns: map[string][]byte{traceapi.ReplicasPath: tracetest.Stream(t, tracetest.Times("time", times...),
		tracetest.Texts("model", names...), tracetest.Texts("deployment", names...), tracetest.Texts("deployment_version", names...),
		tracetest.Texts("hardware", hardware...), tracetest.Counts("replicas", running...), tracetest.Counts("max_replicas", maximums...))}}
}

func TestReplicaChanges(t *testing.T) {
	server := history(t, change{0, "A10G", 2, 4}, change{1, "A10G", 3, 4}, change{2, "A10G", 3, 4}, change{3, "A10G", 3, 8},
		change{4, "A10G", 0, 8}, change{4, "H100", 1, 2}, change{6, "H100", 2, 2})
	want := strings.Join([]string{
		"1.00 Replicas of llama: llama llama, A10G: 2 → 3 replicas of at most 4",
		"3.00 Replicas of llama: llama llama, A10G: maximum 4 → 8",
		"4.00 Replicas of llama: llama llama, A10G: 3 → 0 replicas, H100: 0 → 1 replicas of at most 2",
	}, "\n")
	if got := rows(ask(t, server, `{"kinds":["replica-change"],"filters":{"model":["llama"]}}`)); got != want {
		t.Errorf("%s\nwant:\n%s", got, want)
	}
	if asked := server.asked[0].Query; asked.Get("model") != "llama" || asked.Get("from") != from {
		t.Errorf("asked %v", asked)
	}
}

func TestTextsOfTracesAreShownAsTheyAre(t *testing.T) {
	hostile := "<img src=x onerror=alert(1)>,\x00 & \"x\""
	server := history(t, change{0, "A", 1, 0}, change{1, hostile, 1, 0})
	frame := ask(t, server, `{"kinds":["replica-change"]}`)
	if got := rows(frame); !strings.Contains(got, "&lt;img src=x onerror=alert(1)&gt;,  &amp; &#34;x&#34;: 0 → 1 replicas") {
		t.Error(got)
	}
	tags := event{kind: contract.AnnotationKindErrorBurst, model: "a,b"}.tags()
	if tags != "error-burst,a b" {
		t.Errorf("a comma in a name becomes another tag: %q", tags)
	}
}

func TestTooManyEventsAreCutAndSaid(t *testing.T) {
	changes := make([]change, maxEvents+2)
	for index := range changes {
		changes[index] = change{float64(index+1) / 1000, "A", uint64(index + 1), 0}
	}
	frame := ask(t, history(t, changes...), `{"kinds":["replica-change"]}`)
	if frame.Rows() != maxEvents || !strings.Contains(rows(frame), fmt.Sprintf("→ %d replicas", maxEvents+2)) {
		t.Errorf("%d events, the newest is missing", frame.Rows())
	}
	if len(frame.Meta.Notices) != 1 || !strings.Contains(frame.Meta.Notices[0].Text, "1002") {
		t.Errorf("%+v", frame.Meta.Notices)
	}
}

func TestFrequentReplicaChangesDoNotPushOutOtherEvents(t *testing.T) {
	events := []event{{kind: contract.AnnotationKindDeployment, at: hour(0)}}
	for range maxEvents {
		events = append(events, event{kind: contract.AnnotationKindReplicaChange, at: hour(1)})
	}
	if kept := bounded(events, &asking{}); len(kept) != maxEvents || kept[0].kind != contract.AnnotationKindDeployment {
		t.Errorf("%d events, first %s", len(kept), kept[0].kind)
	}
	for range maxEvents + 1 {
		events = append(events, event{kind: contract.AnnotationKindErrorBurst, at: hour(2)})
	}
	if kept := bounded(events, &asking{}); len(kept) != maxEvents || kept[0].kind != contract.AnnotationKindErrorBurst {
		t.Errorf("%d events, first %s", len(kept), kept[0].kind)
	}
}

func TestTheSameEventHasTheSameID(t *testing.T) {
	ids := map[string]bool{}
	for range 2 {
		frame := ask(t, &server{models: models}, `{"kinds":["deployment","version-change"]}`)
		for row := range frame.Rows() {
			ids[fmt.Sprint(frame.Fields[5].At(row))] = true
		}
	}
	if len(ids) != 2 {
		t.Errorf("%v", ids)
	}
}

func TestFaultyQueriesNameTheirFault(t *testing.T) {
	for query, want := range map[string]string{
		`{"kinds":[]}`: "kinds", `{"kinds":["x"]}`: "kinds", `{"kinds":["error-burst"],"burstFailureRate":0}`: "burstFailureRate",
		`{"kinds":["error-burst"],"burstMinRequests":0}`: "burstMinRequests", `{"kinds":["error-burst"],"timeZone":"x"}`: "timeZone",
	} {
		if _, err := Handle(context.Background(), &server{}, tracetest.Request(t, query, from, to)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", query, err)
		}
	}
}
