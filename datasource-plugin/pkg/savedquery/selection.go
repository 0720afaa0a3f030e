package savedquery

import (
	"encoding/json"
	"net/url"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

// Selection is which traces a query is about, besides its time range: the properties that all queries over traces share.
type Selection struct {
	Filters Filters
	search  string
	query   string
	// conditions are the dashboard's ad hoc filters and what a panel adds. They are sent apart from the query, which could
	// otherwise get around them with an OR.
	conditions []string
}

type selectionProperties struct {
	Filters      *contract.Filters      `json:"filters"`
	Search       string                 `json:"search"`
	Query        string                 `json:"query"`
	AdhocFilters *contract.AdHocFilters `json:"adhocFilters"`
	Conditions   []string               `json:"conditions"`
}

// SelectionOf reads the shared properties of a saved query.
func SelectionOf(model json.RawMessage) (Selection, error) {
	saved, err := Decode[selectionProperties](model)
	if err != nil {
		return Selection{}, err
	}
	filters, err := CleanFilters(saved.Filters)
	if err != nil {
		return Selection{}, err
	}
	conditions, err := adHocConditions(saved.AdhocFilters)
	if err != nil {
		return Selection{}, err
	}
	return Selection{Filters: filters, search: saved.Search, query: saved.Query, conditions: append(conditions, saved.Conditions...)}, nil
}

// AddTo adds the selection to the query string of a GET request.
func (s Selection) AddTo(values url.Values) {
	s.Filters.AddTo(values)
	if s.search != "" {
		values.Set("q", s.search)
	}
	if s.query != "" {
		values.Set("query", s.query)
	}
	if len(s.conditions) > 0 {
		values["condition"] = s.conditions
	}
}

// Body is the selection as the trace server's JSON requests take it; parts that select everything are nil.
func (s Selection) Body() SelectionBody {
	body := SelectionBody{Filters: s.Filters.Body()}
	if s.search != "" {
		body.Q = &s.search
	}
	if s.query != "" {
		body.Query = &s.query
	}
	if len(s.conditions) > 0 {
		body.Condition = &s.conditions
	}
	return body
}

// SelectionBody holds the properties of JSON requests that select traces.
type SelectionBody struct {
	Filters   *contract.TraceFilters
	Q         *contract.SearchText
	Query     *contract.QueryText
	Condition *contract.FurtherConditions
}
