package live

import (
	"encoding/json"
	"net/url"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// selectionOf reads which traces a saved query is about, as parameters of the trace server's tail. It refuses queries
// that new traces cannot simply be put before the rows of.
func selectionOf(saved json.RawMessage) (json.RawMessage, url.Values, error) {
	queryType, model, err := savedquery.Read("", saved)
	if err != nil {
		return nil, nil, err
	}
	if queryType != contract.QueryTypeTraces {
		return nil, nil, traceapi.InvalidQuery("Only the traces table can be live.")
	}
	list, err := savedquery.Decode[contract.TracesQuery](model)
	if err != nil {
		return nil, nil, err
	}
	if !isNewestFirst(list) {
		return nil, nil, traceapi.InvalidQuery("Live shows the newest traces first: take the sort order, the page and the point of a chart out of the query.")
	}
	selection, err := savedquery.SelectionOf(model)
	if err != nil {
		return nil, nil, err
	}
	values := url.Values{}
	selection.AddTo(values)
	return model, values, nil
}

func isNewestFirst(list contract.TracesQuery) bool {
	sort := savedquery.Text(list.Sort)
	ascending := list.Order != nil && *list.Order != "" && *list.Order != contract.LimitTracesQueryOrderDefault
	paged := savedquery.Text(list.Cursor) != "" || savedquery.Text(list.Before) != ""
	return (sort == "" || sort == contract.LimitTracesQuerySortDefault) && !ascending && !paged && list.Within == nil
}
