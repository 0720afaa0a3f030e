package traces

import (
	"slices"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/links"
)

const (
	frameName = "traces"
	// panelID is the panel that shows traces with their payloads; Explore uses it when it is installed.
	panelID = "modeltrace-traces-panel"
	// cursorField serves paging and means nothing to people.
	cursorField  = "cursor"
	idField      = "request_id"
	traceIDField = "trace_id"
	// matchField is empty but for searches, and not sent by trace servers that are older than it.
	matchField = "match_preview"
)

// frameOf makes the traces table: all fields of the contract in its order, also when there are no rows.
func frameOf(p plan, request query.Request, table *arrowframe.Table) (*data.Frame, error) {
	origin, err := originOf(request)
	if err != nil {
		return nil, err
	}
	notices := p.notices(table, &origin)
	ids, err := table.Texts(idField)
	if err != nil {
		return nil, err
	}
	specs := contract.FrameFields[contract.QueryTypeTraces]
	frame := data.NewFrame(frameName)
	frame.RefID = request.RefID
	for _, spec := range specs {
		field, err := fieldOf(spec, table)
		if err != nil {
			return nil, err
		}
		frame.Fields = append(frame.Fields, field.SetConfig(configOf(spec, field, request, ids)))
	}
	idIndex := slices.IndexFunc(specs, func(spec contract.FrameField) bool { return spec.Name == idField })
	frame.Meta = &data.FrameMeta{
		PreferredVisualization:         data.VisTypeTable,
		PreferredVisualizationPluginID: panelID,
		ExecutedQueryString:            p.call.String(),
		UniqueRowIDFields:              []int{idIndex},
		Notices:                        notices,
		Custom:                         origin,
	}
	return frame, nil
}

func fieldOf(spec contract.FrameField, table *arrowframe.Table) (*data.Field, error) {
	switch spec.Type {
	case "time":
		times, err := table.Times(spec.Name)
		return data.NewField(spec.Name, nil, times), err
	case "number":
		numbers, err := table.Numbers(spec.Name)
		return data.NewField(spec.Name, nil, numbers), err
	case "boolean":
		flags, err := table.Bools(spec.Name)
		return data.NewField(spec.Name, nil, flags), err
	default:
		if spec.Name == matchField && !table.Has(matchField) {
			return data.NewField(spec.Name, nil, make([]string, table.Rows())), nil
		}
		texts, err := table.Texts(spec.Name)
		return data.NewField(spec.Name, nil, texts), err
	}
}

func configOf(spec contract.FrameField, field *data.Field, request query.Request, requestIDs []string) *data.FieldConfig {
	config := &data.FieldConfig{DisplayNameFromDS: spec.Label, Unit: spec.Unit}
	switch spec.Name {
	case cursorField:
		config.Custom = hidden()
	case matchField:
		if isEmpty(field) {
			config.Custom = hidden()
		}
	case idField:
		config.Links = links.Trace(request, "Show trace", idField)
	case traceIDField:
		config.Links = links.OtherSources(request.Links, traceIDField, links.RequestIDOf(idField), requestIDs)
	}
	return config
}

// hidden keeps a column out of Grafana's table. Which of the two does so depends on its version.
func hidden() map[string]any {
	return map[string]any{"hidden": true, "hideFrom": map[string]bool{"viz": true}}
}

func isEmpty(texts *data.Field) bool {
	for row := range texts.Len() {
		if texts.At(row) != "" {
			return false
		}
	}
	return true
}
