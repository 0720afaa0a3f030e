package replicas

import (
	"fmt"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/dataplane"
)

// labelColumns identify a series.
var labelColumns = []string{"model", "deployment", "deployment_version", hardwareLabel}

// series is the history of one hardware configuration of a deployment, oldest change first.
type series struct {
	labels  data.Labels
	changes []change
}

// seriesOf splits the history by its labels, in the order in which they first appear.
func seriesOf(table *arrowframe.Table) ([]series, error) {
	times, err := table.Times(dataplane.TimeField)
	if err != nil {
		return nil, err
	}
	labels := make([][]string, len(labelColumns))
	for index, name := range labelColumns {
		if labels[index], err = table.Texts(name); err != nil {
			return nil, err
		}
	}
	running, err := table.Numbers(replicasColumn)
	if err != nil {
		return nil, err
	}
	maximums, err := table.Numbers(maximumColumn)
	if err != nil {
		return nil, err
	}
	var history []series
	byKey := map[string]int{}
	for row := range times {
		own := make(data.Labels, len(labelColumns))
		for index, name := range labelColumns {
			own[name] = labels[index][row]
		}
		key := fmt.Sprintf("%q", own)
		index, known := byKey[key]
		if !known {
			index = len(history)
			byKey[key] = index
			history = append(history, series{labels: own})
		}
		history[index].changes = append(history[index].changes, change{at: times[row], replicas: orZero(running[row]), maximum: orZero(maximums[row])})
	}
	return history, nil
}

func orZero(number *float64) float64 {
	if number == nil {
		return 0
	}
	return *number
}
