package annotations

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html"
	"slices"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// maxEvents of an answer: a chart with more marks is unreadable, and Grafana draws each of them on every panel.
const maxEvents = 1000

// event is something that happened to a model.
type event struct {
	kind contract.AnnotationKind
	at   time.Time
	// end of what lasted; nil for what happened at once.
	end                        *time.Time
	model, deployment, version string
	// title and text are not escaped.
	title string
	text  []string
}

// bounded keeps the newest events. Replica changes go first: where replicas follow the load there are hundreds a week,
// which would push out the few deployments and error bursts.
func bounded(events []event, asked *asking) []event {
	surplus := len(events) - maxEvents
	if surplus <= 0 {
		return events
	}
	asked.notice(data.NoticeSeverityWarning, fmt.Sprintf("Only %d of %d events are shown: the oldest are left out, replica changes before others. Choose a shorter time range or narrow the query.", maxEvents, len(events)))
	kept := make([]event, 0, len(events))
	for _, one := range events {
		if surplus > 0 && one.kind == contract.AnnotationKindReplicaChange {
			surplus--
			continue
		}
		kept = append(kept, one)
	}
	return kept[surplus:]
}

// frameOf has the fields that Grafana's annotations read (getAnnotationsFromData in its source).
func frameOf(refID string, events []event, asked *asking) *data.Frame {
	slices.SortStableFunc(events, func(a, b event) int { return a.at.Compare(b.at) })
	events = bounded(events, asked)
	times, ends := make([]time.Time, len(events)), make([]*time.Time, len(events))
	titles, texts, tags, ids := make([]string, len(events)), make([]string, len(events)), make([]string, len(events)), make([]string, len(events))
	for index, one := range events {
		times[index], ends[index] = one.at, one.end
		titles[index], texts[index] = escaped(one.title), escaped(strings.Join(one.text, ", "))
		tags[index], ids[index] = one.tags(), one.id()
	}
	frame := data.NewFrame("annotations",
		data.NewField("time", nil, times), data.NewField("timeEnd", nil, ends), data.NewField("title", nil, titles),
		data.NewField("text", nil, texts), data.NewField("tags", nil, tags), data.NewField("id", nil, ids))
	frame.RefID = refID
	frame.Meta = &data.FrameMeta{Notices: asked.notices, ExecutedQueryString: asked.executedText()}
	if len(events) == 0 {
		frame.Fields = nil
	}
	return frame
}

// escaped is text that Grafana, which draws titles and texts as HTML, shows as it is.
func escaped(text string) string {
	return html.EscapeString(traceapi.Readable(text))
}

// tags are joined by commas, at which Grafana splits them. It draws tags as text.
func (e event) tags() string {
	tags := []string{string(e.kind), e.model}
	if e.deployment != "" {
		tags = append(tags, e.deployment)
	}
	for index, tag := range tags {
		tags[index] = strings.ReplaceAll(traceapi.Readable(tag), ",", " ")
	}
	return strings.Join(tags, ",")
}

// id is the same whenever the same event is found: Grafana shows events with the same one once.
func (e event) id() string {
	text := fmt.Sprintf("%s %d %q %q %q", e.kind, e.at.UnixMicro(), e.model, e.deployment, e.version)
	sum := sha256.Sum256([]byte(text))
	return "modeltrace-" + hex.EncodeToString(sum[:8])
}
