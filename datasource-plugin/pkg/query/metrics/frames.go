package metrics

import (
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/dataplane"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/buckets"
)

func (p plan) kind() data.FrameType {
	if p.width == "" {
		return data.FrameTypeNumericMulti
	}
	return data.FrameTypeTimeSeriesMulti
}

// answered is an answer's columns that all groups share.
type answered struct {
	times []time.Time
	// requests is nil when every row has enough of them.
	requests []float64
	values   map[contract.Measure]arrowframe.SomeNumbers
	// at and known are where the points of one frame are put together.
	at    []time.Time
	known []float64
}

// framesOf makes one frame per group and measure, groups in the order of the answer. A measure without a value (no
// request reported it) or with too few requests has no point, and a group without any point no frame.
func framesOf(p plan, request query.Request, table *arrowframe.Table, groups []rowGroup) (data.Frames, error) {
	columns, err := p.read(table)
	if err != nil {
		return nil, err
	}
	frames := data.Frames{}
	for _, group := range groups {
		for _, measure := range p.measures {
			frame, err := p.frame(request, group, measure, &columns)
			if err != nil {
				return nil, err
			}
			if frame != nil {
				frames = append(frames, frame)
			}
		}
	}
	return frames, nil
}

func (p plan) read(table *arrowframe.Table) (answered, error) {
	columns := answered{values: map[contract.Measure]arrowframe.SomeNumbers{}}
	var err error
	if p.width != "" {
		if columns.times, err = table.Times(dataplane.TimeField); err != nil {
			return answered{}, err
		}
	}
	if p.minRequests > 1 {
		if columns.requests, err = table.KnownNumbers(string(contract.MeasureRequests)); err != nil {
			return answered{}, err
		}
	}
	for _, measure := range p.measures {
		if columns.values[measure], err = table.SomeNumbers(string(measure)); err != nil {
			return answered{}, err
		}
	}
	return columns, nil
}

func (p plan) frame(request query.Request, group rowGroup, measure contract.Measure, columns *answered) (*data.Frame, error) {
	at, known := columns.points(group, columns.values[measure], p.minRequests)
	if len(known) == 0 {
		return nil, nil
	}
	name := displayName(measure, p, group)
	value := data.NewField(string(measure), group.labels(p.groupBy), known)
	value.Config = p.configOf(measure, name)
	toTraces, err := p.linksOf(request, group, measure)
	if err != nil {
		return nil, err
	}
	value.Config.Links = toTraces
	if p.width == "" {
		return dataplane.NewFrame(request.RefID, name, p.kind(), value), nil
	}
	return dataplane.NewFrame(request.RefID, name, p.kind(), dataplane.Times(at, buckets.Gap(p.width)), value), nil
}

// points of a frame, to be used before those of the next one are asked for: fields have copies of their own.
func (a *answered) points(group rowGroup, values arrowframe.SomeNumbers, minRequests int) ([]time.Time, []float64) {
	if len(group.runs) == 1 && a.requests == nil {
		if only := group.runs[0]; values.AllKnown(only.start, only.end) {
			return a.timesOf(only), values.Values[only.start:only.end]
		}
	}
	a.at, a.known = a.at[:0], a.known[:0]
	for _, rows := range group.runs {
		for row := rows.start; row < rows.end; row++ {
			if !values.Known(row) || (a.requests != nil && a.requests[row] < float64(minRequests)) {
				continue
			}
			a.known = append(a.known, values.Values[row])
			if a.times != nil {
				a.at = append(a.at, a.times[row])
			}
		}
	}
	return a.at, a.known
}

// timesOf is nil where there is one number per group.
func (a *answered) timesOf(rows run) []time.Time {
	if a.times == nil {
		return nil
	}
	return a.times[rows.start:rows.end]
}

// unitOfShares is Grafana's unit of numbers from 0 to 1 that are read as percentages.
const unitOfShares = "percentunit"

// configOf leaves decimals and colours to dashboards. Shares begin at 0; one number per group, which gauges and bars
// show, also ends at 1, where a chart of small failure rates over time would be squeezed flat.
func (p plan) configOf(measure contract.Measure, name string) *data.FieldConfig {
	info := contract.Measures[measure]
	config := &data.FieldConfig{DisplayNameFromDS: name, Unit: info.Unit, Description: info.Description}
	if info.Unit == unitOfShares {
		config.SetMin(0)
		if p.width == "" {
			config.SetMax(1)
		}
	}
	return config
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
