package annotations

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/dataplane"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// state of the replicas of one hardware configuration.
type state struct{ replicas, maximum float64 }

// replicaRow is a row of the history.
type replicaRow struct {
	at       time.Time
	key      deploymentKey
	hardware string
	state
}

// seriesKey names what has a history of its own.
type seriesKey struct {
	deploymentKey
	hardware string
}

// replicaChanges are changes of the number of replicas, of its maximum and of the hardware. Those of a deployment at one
// time, as when it moves to other hardware, are one event.
func replicaChanges(ctx context.Context, asked *asking) ([]event, error) {
	wanted, err := asked.wanted(ctx)
	if err != nil {
		return nil, err
	}
	values := asked.span.Values()
	for _, field := range ownFields {
		if wanted := asked.selection.Filters[field]; len(wanted) > 0 {
			values[string(field)] = wanted
		}
	}
	table, err := asked.columns(ctx, traceapi.Call{Method: http.MethodGet, Path: traceapi.ReplicasPath, Query: values})
	if err != nil {
		return nil, err
	}
	rows, err := replicaRows(table)
	if err != nil {
		return nil, err
	}
	var events []event
	known := map[seriesKey]state{}
	for _, row := range rows {
		series := seriesKey{row.key, row.hardware}
		before := known[series]
		known[series] = row.state
		// The first row of a series that runs at the start of the range is its state then.
		if !row.at.After(asked.span.From) || !asked.holds(row.at) || !wanted(row.key) {
			continue
		}
		if text := changeText(row.hardware, before, row.state); text != "" {
			events = addChange(events, row, text)
		}
	}
	return events, nil
}

func addChange(events []event, row replicaRow, text string) []event {
	for index := len(events) - 1; index >= 0 && events[index].at.Equal(row.at); index-- {
		if same := &events[index]; (deploymentKey{same.model, same.deployment, same.version}) == row.key {
			same.text = append(same.text, text)
			return events
		}
	}
	deployment := row.key.deployment
	if row.key.version != "" {
		deployment += " " + row.key.version
	}
	return append(events, event{
		kind: contract.AnnotationKindReplicaChange, at: row.at, model: row.key.model, deployment: row.key.deployment, version: row.key.version,
		title: "Replicas of " + row.key.model, text: []string{deployment, text},
	})
}

// changeText is empty where nothing changed.
func changeText(hardware string, before, after state) string {
	switch {
	case before.replicas != after.replicas:
		text := fmt.Sprintf("%s: %g → %g replicas", hardware, before.replicas, after.replicas)
		if after.maximum > 0 && after.replicas > 0 {
			text += fmt.Sprintf(" of at most %g", after.maximum)
		}
		return text
	case before.maximum != after.maximum && after.replicas > 0:
		return fmt.Sprintf("%s: maximum %s → %s", hardware, maximumText(before.maximum), maximumText(after.maximum))
	default:
		return ""
	}
}

func maximumText(maximum float64) string {
	if maximum == 0 {
		return "not known"
	}
	return fmt.Sprintf("%g", maximum)
}

func replicaRows(table *arrowframe.Table) ([]replicaRow, error) {
	times, err := table.Times(dataplane.TimeField)
	if err != nil {
		return nil, err
	}
	texts := map[string][]string{}
	for _, name := range []string{"model", "deployment", "deployment_version", "hardware"} {
		if texts[name], err = table.Texts(name); err != nil {
			return nil, err
		}
	}
	running, err := table.KnownNumbers("replicas")
	if err != nil {
		return nil, err
	}
	maximums, err := table.KnownNumbers("max_replicas")
	if err != nil {
		return nil, err
	}
	rows := make([]replicaRow, len(times))
	for row := range rows {
		rows[row] = replicaRow{
			at: times[row], hardware: texts["hardware"][row], state: state{running[row], maximums[row]},
			key: deploymentKey{texts["model"][row], texts["deployment"][row], texts["deployment_version"][row]},
		}
	}
	slices.SortStableFunc(rows, func(a, b replicaRow) int { return a.at.Compare(b.at) })
	return rows, nil
}
