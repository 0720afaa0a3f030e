package traces

import (
	"net/http"
	"strconv"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

func callOf(request query.Request) (traceapi.Call, error) {
	saved, err := savedquery.Decode[contract.TracesQuery](request.Model)
	if err != nil {
		return traceapi.Call{}, err
	}
	selection, err := savedquery.SelectionOf(request.Model)
	if err != nil {
		return traceapi.Call{}, err
	}
	limit := contract.LimitListLimitDefault
	if saved.Limit != nil {
		limit = *saved.Limit
	}
	if limit < contract.LimitTracesQueryLimitMin || limit > contract.LimitTracesQueryLimitMax {
		return traceapi.Call{}, traceapi.InvalidQuery("limit is %d: expected a whole number from %d to %d.",
			limit, contract.LimitTracesQueryLimitMin, contract.LimitTracesQueryLimitMax)
	}
	values := request.Range.Values()
	values.Set("limit", strconv.Itoa(limit))
	if cursor := savedquery.Text(saved.Cursor); cursor != "" {
		values.Set("cursor", cursor)
	}
	selection.AddTo(values)
	return traceapi.Call{Method: http.MethodGet, Path: traceapi.TracesPath, Query: values}, nil
}
