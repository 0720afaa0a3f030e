package metrics

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/dataplane"
)

func (p plan) kind() data.FrameType {
	if p.width == "" {
		return data.FrameTypeNumericMulti
	}
	return data.FrameTypeTimeSeriesMulti
}

// framesOf makes one frame per group and measure, groups in the order of the answer. A measure without a value (no
// request reported it) has no point, and a group without any point no frame.
func framesOf(p plan, refID string, table *arrowframe.Table) (data.Frames, error) {
	times, err := p.timesOf(table)
	if err != nil {
		return nil, err
	}
	groups, err := groupRows(table, p.groupBy)
	if err != nil {
		return nil, err
	}
	values := make([][]*float64, len(p.measures))
	for index, measure := range p.measures {
		if values[index], err = table.Numbers(string(measure)); err != nil {
			return nil, err
		}
	}
	frames := data.Frames{}
	for _, group := range groups {
		for index, measure := range p.measures {
			if frame := p.frame(refID, group, measure, times, values[index]); frame != nil {
				frames = append(frames, frame)
			}
		}
	}
	return frames, nil
}

func (p plan) timesOf(table *arrowframe.Table) ([]time.Time, error) {
	if p.width == "" {
		return nil, nil
	}
	return table.Times(dataplane.TimeField)
}

func (p plan) frame(refID string, group rowGroup, measure contract.Measure, times []time.Time, values []*float64) *data.Frame {
	var at []time.Time
	var known []float64
	for _, row := range group.rows {
		if values[row] == nil {
			continue
		}
		known = append(known, *values[row])
		if p.width != "" {
			at = append(at, times[row])
		}
	}
	if len(known) == 0 {
		return nil
	}
	name := displayName(measure, p, group)
	value := data.NewField(string(measure), group.labels(p.groupBy), known)
	info := contract.Measures[measure]
	value.Config = &data.FieldConfig{DisplayNameFromDS: name, Unit: info.Unit, Description: info.Description}
	if p.width == "" {
		return dataplane.NewFrame(refID, name, p.kind(), value)
	}
	return dataplane.NewFrame(refID, name, p.kind(), dataplane.Times(at, gapOf(p.width)), value)
}

// displayName tells series apart by what the query lets vary: the group, the measure or both.
func displayName(measure contract.Measure, p plan, group rowGroup) string {
	label := contract.Measures[measure].Label
	switch {
	case len(p.groupBy) == 0:
		return label
	case len(p.measures) == 1:
		return group.name(p.groupBy)
	default:
		return label + " " + group.name(p.groupBy)
	}
}

// rowGroup is the rows of one group, in the order of the answer.
type rowGroup struct {
	values []string
	rows   []int
}

func groupRows(table *arrowframe.Table, groupBy []contract.Dimension) ([]rowGroup, error) {
	columns := make([][]string, len(groupBy))
	for index, dimension := range groupBy {
		texts, err := table.Texts(string(dimension))
		if err != nil {
			return nil, err
		}
		columns[index] = texts
	}
	var groups []rowGroup
	byKey := map[string]int{}
	for row := range table.Rows() {
		values := make([]string, len(columns))
		for index, column := range columns {
			values[index] = column[row]
		}
		key := fmt.Sprintf("%q", values)
		index, known := byKey[key]
		if !known {
			index = len(groups)
			byKey[key] = index
			groups = append(groups, rowGroup{values: values})
		}
		groups[index].rows = append(groups[index].rows, row)
	}
	return groups, nil
}

func (g rowGroup) labels(groupBy []contract.Dimension) data.Labels {
	if len(groupBy) == 0 {
		return nil
	}
	labels := make(data.Labels, len(groupBy))
	for index, dimension := range groupBy {
		labels[string(dimension)] = g.values[index]
	}
	return labels
}

// name joins the group's values. An empty one is named after its field, so that a legend has no blank entry.
func (g rowGroup) name(groupBy []contract.Dimension) string {
	names := slices.Clone(g.values)
	for index, value := range names {
		if value == "" {
			names[index] = "no " + strings.ToLower(contract.Dimensions[groupBy[index]])
		}
	}
	return strings.Join(names, ", ")
}
