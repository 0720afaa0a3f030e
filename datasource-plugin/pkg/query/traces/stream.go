package traces

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
)

// Row is a row of the list as the trace server's tail has it: JSON values by column.
type Row map[string]json.RawMessage

// StreamFrame makes the traces table from rows of the tail, in their order. Its fields are those of the list's frame.
func StreamFrame(request query.Request, rows []Row) (*data.Frame, error) {
	ids, err := column[string](rows, idField)
	if err != nil {
		return nil, err
	}
	frame := data.NewFrame(frameName)
	for _, spec := range contract.FrameFields[contract.QueryTypeTraces] {
		field, err := streamField(spec, rows)
		if err != nil {
			return nil, err
		}
		frame.Fields = append(frame.Fields, field.SetConfig(configOf(spec, field, request, ids)))
	}
	frame.Meta = &data.FrameMeta{PreferredVisualization: data.VisTypeTable, PreferredVisualizationPluginID: panelID}
	return frame, nil
}

func streamField(spec contract.FrameField, rows []Row) (*data.Field, error) {
	switch spec.Type {
	case "time":
		times, err := column[time.Time](rows, spec.Name)
		return data.NewField(spec.Name, nil, times), err
	case "number":
		numbers, err := column[*float64](rows, spec.Name)
		return data.NewField(spec.Name, nil, numbers), err
	case "boolean":
		flags, err := column[bool](rows, spec.Name)
		return data.NewField(spec.Name, nil, flags), err
	default:
		texts, err := column[string](rows, spec.Name)
		return data.NewField(spec.Name, nil, texts), err
	}
}

func column[T any](rows []Row, name string) ([]T, error) {
	values := make([]T, len(rows))
	for index, row := range rows {
		if _, isSent := row[name]; !isSent && name == matchField {
			continue
		}
		if err := json.Unmarshal(row[name], &values[index]); err != nil {
			return nil, fmt.Errorf("column %s of a streamed trace cannot be read: %w", name, err)
		}
	}
	return values, nil
}
