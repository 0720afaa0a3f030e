package latency

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/dataplane"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/buckets"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/links"
)

const (
	frameName = "latency"
	kind      = data.FrameTypeTimeSeriesWide
	// requestsColumn is how many requests a point stands for.
	requestsColumn = "requests"
	durationColumn = "duration_ms"
	idColumn       = "request_id"
	failedIDColumn = "failed_request_id"
)

// countColumns are counts that the frame holds as texts, so that an alert rule and a graph see one series.
var countColumns = []string{requestsColumn, "failures"}

// pointFrames makes the frame of one point per request. All but time and duration are texts.
func pointFrames(_ plan, request query.Request, table *arrowframe.Table) (data.Frames, error) {
	if table.Rows() == 0 {
		return nil, nil
	}
	frame := dataplane.NewFrame(request.RefID, frameName, kind)
	for _, spec := range contract.FrameFields[contract.QueryTypeLatency] {
		field, err := pointField(spec, table)
		if err != nil {
			return nil, err
		}
		field.Config = &data.FieldConfig{DisplayNameFromDS: spec.Label, Unit: spec.Unit, Links: linksOf(spec.Name, request)}
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
	switch {
	case slices.Contains(countColumns, spec.Name):
		counts, err := table.KnownNumbers(spec.Name)
		return data.NewField(spec.Name, nil, countTexts(counts)), err
	case spec.Type == "time":
		times, err := table.Times(spec.Name)
		return data.NewField(spec.Name, nil, times), err
	case spec.Type == "number":
		numbers, err := table.KnownNumbers(spec.Name)
		return data.NewField(spec.Name, nil, numbers), err
	default:
		texts, err := table.Texts(spec.Name)
		return data.NewField(spec.Name, nil, texts), err
	}
}

// linksOf leads from a point to the request that it shows. A graph offers the links of what it draws, the duration.
func linksOf(field string, request query.Request) []data.DataLink {
	switch field {
	case durationColumn, idColumn:
		return links.Trace(request, "Show trace", idColumn)
	case failedIDColumn:
		return links.Trace(request, "Show failed trace", failedIDColumn)
	default:
		return nil
	}
}

func countTexts(counts []float64) []string {
	texts := make([]string, len(counts))
	for row, count := range counts {
		texts[row] = strconv.FormatInt(int64(count), 10)
	}
	return texts
}

// downSampling tells how many requests are shown by how many points; nothing when each has its own.
func downSampling(table *arrowframe.Table) (string, error) {
	counts, err := table.KnownNumbers(requestsColumn)
	if err != nil {
		return "", err
	}
	total := 0.0
	for _, count := range counts {
		total += count
	}
	if total <= float64(len(counts)) {
		return "", nil
	}
	return fmt.Sprintf("%.0f requests are shown by %d points. A point that stands for several requests shows the slowest of them, so peaks are kept. "+
		"Zoom in to see every request.", total, len(counts)), nil
}

// dailyFrames makes the frame of the average per local day. Days without a known duration are left out.
func dailyFrames(p plan, request query.Request, table *arrowframe.Table) (data.Frames, error) {
	measure := contract.MeasureDurationAvgMs
	times, err := table.Times(dataplane.TimeField)
	if err != nil {
		return nil, err
	}
	averages, err := table.Numbers(string(measure))
	if err != nil {
		return nil, err
	}
	at, values := make([]time.Time, 0, len(times)), make([]float64, 0, len(averages))
	for row, average := range averages {
		if average != nil {
			at = append(at, times[row])
			values = append(values, *average)
		}
	}
	if len(values) == 0 {
		return nil, nil
	}
	toTraces, err := links.Traces(request, "Show traces of the day", links.TracesQuery{
		LinkedSelection: p.selection.Linked(nil), Sort: durationColumn, Width: buckets.Day, Zone: p.zone,
	})
	if err != nil {
		return nil, err
	}
	info := contract.Measures[measure]
	value := data.NewField(string(measure), nil, values)
	value.Config = &data.FieldConfig{DisplayNameFromDS: info.Label, Unit: info.Unit, Description: info.Description, Links: toTraces}
	return data.Frames{dataplane.NewFrame(request.RefID, frameName, kind, dataplane.Times(at, buckets.DayGap), value)}, nil
}
