// Package window answers with an edge of the queried time range. Templates of alert rules know the values of queries but
// not the evaluated window: with this number their links lead to it.
package window

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/dataplane"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// kind without labels: Grafana gives such a value to every alert instance, whatever its labels.
const kind = data.FrameTypeNumericMulti

// Handle answers a WindowQuery with one number, milliseconds since 1970. It asks the trace server nothing.
func Handle(_ context.Context, _ query.Server, request query.Request) (data.Frames, error) {
	saved, err := savedquery.Decode[contract.WindowQuery](request.Model)
	if err != nil {
		return nil, err
	}
	edge := contract.WindowQueryEdgeStart
	if saved.Edge != nil && *saved.Edge != "" {
		edge = *saved.Edge
	}
	at := request.Range.From
	switch edge {
	case contract.WindowQueryEdgeStart:
	case contract.WindowQueryEdgeEnd:
		at = request.Range.To
	default:
		return nil, traceapi.InvalidQuery("edge is %q: expected %s or %s.", edge, contract.WindowQueryEdgeStart, contract.WindowQueryEdgeEnd)
	}
	spec := contract.FrameFields[contract.QueryTypeWindow][0]
	value := data.NewField(spec.Name, nil, []float64{float64(at.UnixMilli())})
	value.Config = &data.FieldConfig{DisplayNameFromDS: "Window " + string(edge), Unit: spec.Unit}
	return data.Frames{dataplane.NewFrame(request.RefID, value.Config.DisplayNameFromDS, kind, value)}, nil
}
