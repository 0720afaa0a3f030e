package traces

import (
	"net/http"
	"net/url"
	"strconv"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/buckets"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// plan is what to ask the trace server and what its answer may hold.
type plan struct {
	call  traceapi.Call
	limit int
	// bucket is the part of the range that the query is narrowed to; nil for all of it.
	bucket *query.Range
}

func planOf(request query.Request) (plan, error) {
	saved, err := savedquery.Decode[contract.TracesQuery](request.Model)
	if err != nil {
		return plan{}, err
	}
	selection, err := savedquery.SelectionOf(request.Model)
	if err != nil {
		return plan{}, err
	}
	limit, err := limitOf(saved.Limit)
	if err != nil {
		return plan{}, err
	}
	bucket, err := buckets.Within(saved.Within, request.Range)
	if err != nil {
		return plan{}, err
	}
	span := request.Range
	if bucket != nil {
		span = *bucket
	}
	values := span.Values()
	values.Set("limit", strconv.Itoa(limit))
	if err := addOrder(values, saved); err != nil {
		return plan{}, err
	}
	if err := addPlace(values, saved); err != nil {
		return plan{}, err
	}
	selection.AddTo(values)
	call := traceapi.Call{Method: http.MethodGet, Path: traceapi.TracesPath, Query: values}
	return plan{call: call, limit: limit, bucket: bucket}, nil
}

func limitOf(saved *int) (int, error) {
	return savedquery.Whole("limit", saved, contract.LimitListLimitDefault, contract.LimitTracesQueryLimitMin, contract.LimitTracesQueryLimitMax)
}

// addOrder leaves out what is the trace server's default. Which columns it sorts by is its to say.
func addOrder(values url.Values, saved contract.TracesQuery) error {
	if sort := savedquery.Text(saved.Sort); sort != "" && sort != contract.LimitTracesQuerySortDefault {
		values.Set("sort", sort)
	}
	if saved.Order == nil || *saved.Order == "" || *saved.Order == contract.LimitTracesQueryOrderDefault {
		return nil
	}
	if !saved.Order.Valid() {
		return traceapi.InvalidQuery("order is %q: expected asc or desc.", string(*saved.Order))
	}
	values.Set("order", string(*saved.Order))
	return nil
}

func addPlace(values url.Values, saved contract.TracesQuery) error {
	cursor, before := savedquery.Text(saved.Cursor), savedquery.Text(saved.Before)
	if cursor != "" && before != "" {
		return traceapi.InvalidQuery("before and cursor are both set: a page lies before a row or after one.")
	}
	if cursor != "" {
		values.Set("cursor", cursor)
	}
	if before != "" {
		values.Set("before", before)
	}
	return nil
}
