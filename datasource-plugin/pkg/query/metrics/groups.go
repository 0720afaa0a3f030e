package metrics

import (
	"fmt"
	"slices"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

// OtherGroups is what the trace server calls the groups that it added up.
const OtherGroups = "(other)"

// rowGroup is the rows of one group, in the order of the answer.
type rowGroup struct {
	values []string
	runs   []run
}

// run is rows one after the other, from `start` to before `end`.
type run struct{ start, end int }

// groupRows splits the answer by its groups. Its rows come group by group, so most rows are of the same one as the row
// before; whatever the order, the same values are one group.
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
	current := -1
	for row := range table.Rows() {
		if current < 0 || !sameValues(columns, row, groups[current].values) {
			values := valuesAt(columns, row)
			key := fmt.Sprintf("%q", values)
			known := false
			if current, known = byKey[key]; !known {
				current = len(groups)
				byKey[key] = current
				groups = append(groups, rowGroup{values: values})
			}
		}
		groups[current].add(row)
	}
	return groups, nil
}

func (g *rowGroup) add(row int) {
	if last := len(g.runs) - 1; last >= 0 && g.runs[last].end == row {
		g.runs[last].end++
		return
	}
	g.runs = append(g.runs, run{start: row, end: row + 1})
}

func sameValues(columns [][]string, row int, values []string) bool {
	for index, column := range columns {
		if column[row] != values[index] {
			return false
		}
	}
	return true
}

func valuesAt(columns [][]string, row int) []string {
	values := make([]string, len(columns))
	for index, column := range columns {
		values[index] = column[row]
	}
	return values
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

// isOther tells whether the group stands for several that have no series of their own.
func (g rowGroup) isOther() bool {
	return slices.Contains(g.values, OtherGroups)
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
