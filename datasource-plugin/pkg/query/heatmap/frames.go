package heatmap

import (
	"fmt"
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
	frameName = "heatmap"
	kind      = data.FrameType("heatmap-cells")
	// panelID is Grafana's own heatmap, in which Explore then shows the cells.
	panelID   = "heatmap"
	idField   = "request_id"
	countName = "count"
	endField  = "xMax"
	fromField = "xMin"
	highField = "yMax"
	// exactLow is the latency from which on a cell's requests are; yMin is where it is drawn from.
	exactLow = "latency_from"
)

func framesOf(p plan, request query.Request, table *arrowframe.Table) (data.Frames, error) {
	if table.Rows() == 0 {
		return nil, nil
	}
	answered, err := p.cellsOf(table, request.Range)
	if err != nil {
		return nil, err
	}
	cells := p.withAnchor(answered)
	toTraces, err := p.linksOf(request)
	if err != nil {
		return nil, err
	}
	frame := dataplane.NewFrame(request.RefID, frameName, kind)
	frame.Meta.PreferredVisualizationPluginID = panelID
	for _, spec := range contract.FrameFields[contract.QueryTypeHeatmap] {
		field, err := cells.field(spec.Name)
		if err != nil {
			return nil, err
		}
		field.Config = &data.FieldConfig{DisplayNameFromDS: spec.Label, Unit: spec.Unit}
		switch spec.Name {
		case endField:
			field.Config.Interval = float64(buckets.Length(p.width).Milliseconds())
		case countName:
			field.Config.Links = append(toTraces, links.Trace(request, "Show slowest trace", idField)...)
		case idField:
			field.Config.Links = links.Trace(request, "Show slowest trace", idField)
		}
		frame.Fields = append(frame.Fields, field)
	}
	return data.Frames{frame}, nil
}

func (c cells) field(name string) (*data.Field, error) {
	columns := map[string]any{
		endField: c.drawnEnds, "yMin": c.drawnLowers, highField: c.uppers, countName: c.counts, "failures": c.failures,
		idField: c.requestIDs, fromField: c.starts, exactLow: c.lowers,
	}
	switch values := columns[name].(type) {
	case []time.Time, []float64, []string:
		return data.NewField(name, nil, values), nil
	default:
		return nil, fmt.Errorf("the contract's heatmap frame has a field %q that the data source does not know", name)
	}
}

// linksOf leads from a cell to exactly its traces: by its time and latency, within the time range.
func (p plan) linksOf(request query.Request) ([]data.DataLink, error) {
	latency := string(p.field)
	conditions := []string{}
	if p.field == contract.HeatmapRequestFieldTtftMs {
		conditions = append(conditions, "streamed = true")
	}
	return links.Traces(request, "Show traces of the cell", links.TracesQuery{
		LinkedSelection: p.selection.Linked(nil, conditions...), Sort: latency,
		Row: []links.RowCondition{
			{Before: `start_time >= "`, Macro: links.TimeOf(fromField), After: `"`},
			{Before: `start_time < "`, Macro: links.TimeOf(endField), After: `"`},
			{Before: latency + " >= ", Macro: links.NumberOf(exactLow)},
			{Before: latency + " < ", Macro: links.NumberOf(highField)},
		},
	})
}
