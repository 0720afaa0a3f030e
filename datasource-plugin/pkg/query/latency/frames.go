package latency

import (
	"fmt"
	"strconv"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/dataplane"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/metrics"
)

const (
	frameName = "latency"
	kind      = data.FrameTypeTimeSeriesWide
	// requestsColumn is how many requests a point stands for.
	requestsColumn = "requests"
)

// pointFrames makes the frame of one point per request. All but time and duration are texts, so that an alert rule
// and a graph see one series.
func pointFrames(refID string, table *arrowframe.Table) (data.Frames, error) {
	if table.Rows() == 0 {
		return nil, nil
	}
	frame := dataplane.NewFrame(refID, frameName, kind)
	for _, spec := range contract.FrameFields[contract.QueryTypeLatency] {
		field, err := pointField(spec, table)
		if err != nil {
			return nil, err
		}
		frame.Fields = append(frame.Fields, field)
	}
	notice, err := downSampling(table)
	if err != nil {
		return nil, err
	}
	if notice != "" {
		frame.AppendNotices(data.Notice{Severity: data.NoticeSeverityInfo, Text: notice})
	}
	return data.Frames{frame}, nil
}

func pointField(spec contract.FrameField, table *arrowframe.Table) (*data.Field, error) {
	config := &data.FieldConfig{DisplayNameFromDS: spec.Label, Unit: spec.Unit}
	switch {
	case spec.Name == requestsColumn:
		counts, err := table.Numbers(spec.Name)
		return data.NewField(spec.Name, nil, countTexts(counts)).SetConfig(config), err
	case spec.Type == "time":
		times, err := table.Times(spec.Name)
		return data.NewField(spec.Name, nil, times).SetConfig(config), err
	case spec.Type == "number":
		numbers, err := durations(table, spec.Name)
		return data.NewField(spec.Name, nil, numbers).SetConfig(config), err
	default:
		texts, err := table.Texts(spec.Name)
		return data.NewField(spec.Name, nil, texts).SetConfig(config), err
	}
}

func durations(table *arrowframe.Table, name string) ([]float64, error) {
	known, err := table.Numbers(name)
	if err != nil {
		return nil, err
	}
	out := make([]float64, len(known))
	for row, value := range known {
		if value == nil {
			return nil, &arrowframe.ColumnError{Column: name, Expected: "a number in every row", Got: "null"}
		}
		out[row] = *value
	}
	return out, nil
}

func countTexts(counts []*float64) []string {
	texts := make([]string, len(counts))
	for row, count := range counts {
		if count != nil {
			texts[row] = strconv.FormatFloat(*count, 'f', -1, 64)
		}
	}
	return texts
}

// downSampling tells how many requests are shown by how many points; nothing when each has its own.
func downSampling(table *arrowframe.Table) (string, error) {
	counts, err := table.Numbers(requestsColumn)
	if err != nil {
		return "", err
	}
	total := 0.0
	for _, count := range counts {
		if count != nil {
			total += *count
		}
	}
	if total <= float64(len(counts)) {
		return "", nil
	}
	return fmt.Sprintf("%.0f requests are shown by %d points. A point that stands for several requests shows the slowest of them, so peaks are kept. "+
		"Zoom in to see every request.", total, len(counts)), nil
}

// dailyFrames makes the frame of the average per local day. Days without a known duration are left out.
func dailyFrames(refID string, table *arrowframe.Table) (data.Frames, error) {
	measure := contract.MeasureDurationAvgMs
	times, err := table.Times(dataplane.TimeField)
	if err != nil {
		return nil, err
	}
	averages, err := table.Numbers(string(measure))
	if err != nil {
		return nil, err
	}
	at, values := times[:0], make([]float64, 0, len(averages))
	for row, average := range averages {
		if average != nil {
			at = append(at, times[row])
			values = append(values, *average)
		}
	}
	if len(values) == 0 {
		return nil, nil
	}
	info := contract.Measures[measure]
	value := data.NewField(string(measure), nil, values)
	value.Config = &data.FieldConfig{DisplayNameFromDS: info.Label, Unit: info.Unit, Description: info.Description}
	return data.Frames{dataplane.NewFrame(refID, frameName, kind, dataplane.Times(at, metrics.DayGap), value)}, nil
}
