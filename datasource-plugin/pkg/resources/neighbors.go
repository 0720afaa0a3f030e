package resources

import (
	"context"
	"net/http"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// neighbors names the traces before and after one in a list: neighbors?request_id=… with the parameters of the list.
func neighbors(ctx context.Context, server Server, asked Request) (Answer, error) {
	path, err := traceapi.TracePath(asked.Query.Get(requestIDParameter))
	if err != nil {
		return Answer{}, err
	}
	values, err := withAdHocFilters(asked.Query)
	if err != nil {
		return Answer{}, err
	}
	values.Del(requestIDParameter)
	return pass(ctx, server, asked, traceapi.Call{Method: http.MethodGet, Path: path + "/neighbors", Query: values})
}
