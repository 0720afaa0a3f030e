package resources

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/buckets"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// withinParameter holds the bucket of a saved query as JSON: the part of the range that the list is of.
const withinParameter = "within"

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
	if err := narrow(values); err != nil {
		return Answer{}, err
	}
	return pass(ctx, server, asked, traceapi.Call{Method: http.MethodGet, Path: path + "/neighbors", Query: values})
}

// narrow makes the range of the list that of its bucket, as in queries, exports and metrics.
func narrow(values url.Values) error {
	text := values.Get(withinParameter)
	values.Del(withinParameter)
	if text == "" {
		return nil
	}
	var within contract.TimeBucket
	if err := json.Unmarshal([]byte(text), &within); err != nil {
		return traceapi.InvalidQuery("%s is not a JSON object with start and width.", withinParameter)
	}
	from, wrongFrom := time.Parse(time.RFC3339Nano, values.Get("from"))
	to, wrongTo := time.Parse(time.RFC3339Nano, values.Get("to"))
	if wrongFrom != nil || wrongTo != nil {
		return traceapi.InvalidQuery("from and to are needed besides %s: expected times such as 2026-11-20T08:00:00Z.", withinParameter)
	}
	part, err := buckets.Within(&within, query.Range{From: from, To: to})
	if err != nil || part == nil {
		return err
	}
	for name, given := range part.Values() {
		values[name] = given
	}
	return nil
}
