package savedquery

import (
	"encoding/json"
	"maps"
	"net/url"
	"slices"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

// Selection is which traces a query is about, besides its time range: the properties that all queries over traces share.
type Selection struct {
	Filters Filters
	search  string
	query   string
	// conditions are the dashboard's ad hoc filters and what a panel adds. They are sent apart from the query, which could
	// otherwise get around them with an OR.
	conditions []condition
}

// condition is a further condition. An ad hoc filter has the field that it is about.
type condition struct{ field, text string }

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
	for _, text := range saved.Conditions {
		conditions = append(conditions, condition{text: text})
	}
	return Selection{Filters: filters, search: saved.Search, query: saved.Query, conditions: conditions}, nil
}

// Without leaves out the filters and ad hoc filters by some fields, and tells whether there were any. What the query's
// condition says of them stays.
func (s Selection) Without(fields ...contract.Dimension) (Selection, bool) {
	kept := s
	kept.Filters = maps.Clone(s.Filters)
	maps.DeleteFunc(kept.Filters, func(field contract.Dimension, _ []string) bool { return slices.Contains(fields, field) })
	kept.conditions = slices.DeleteFunc(slices.Clone(s.conditions), func(one condition) bool {
		return slices.Contains(fields, contract.Dimension(one.field))
	})
	return kept, len(kept.Filters) < len(s.Filters) || len(kept.conditions) < len(s.conditions)
}

func (s Selection) conditionTexts() []string {
	texts := make([]string, len(s.conditions))
	for index, one := range s.conditions {
		texts[index] = one.text
	}
	return texts
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
		values["condition"] = s.conditionTexts()
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
		texts := s.conditionTexts()
		body.Condition = &texts
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
