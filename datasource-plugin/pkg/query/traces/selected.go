package traces

import (
	"encoding/json"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/buckets"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
)

// Selected says which traces the table of a query is of: all of its pages, in any order.
func Selected(model json.RawMessage, span query.Range) (savedquery.Selection, query.Range, error) {
	saved, err := savedquery.Decode[contract.TracesQuery](model)
	if err != nil {
		return savedquery.Selection{}, span, err
	}
	selection, err := savedquery.SelectionOf(model)
	if err != nil {
		return savedquery.Selection{}, span, err
	}
	bucket, err := buckets.Within(saved.Within, span)
	if err != nil {
		return savedquery.Selection{}, span, err
	}
	if bucket != nil {
		span = *bucket
	}
	return selection, span, nil
}
