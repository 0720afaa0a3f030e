// Package links makes the data links of frames: from a point, a cell or a row to its trace or its traces, and from a
// trace to other data sources and to the pages of its workflow. Whatever a trace holds stays a value in them: it is
// written as JSON and percent-encoded here, or put in by Grafana as the value of one property.
package links

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
)

// pluginID is this data source's, as in plugin.json.
const pluginID = "modeltrace-traces-datasource"

// linkRefID names the one query of a link.
const linkRefID = "A"

type sourceRef struct {
	Type string `json:"type,omitempty"`
	UID  string `json:"uid"`
}

type traceQuery struct {
	RefID         string    `json:"refId"`
	DataSource    sourceRef `json:"datasource"`
	QueryType     string    `json:"queryType"`
	SchemaVersion int       `json:"schemaVersion"`
	RequestID     string    `json:"requestId"`
}

// Trace opens the trace whose request ID is in the frame's field of that name. It is a link within Explore, which opens
// beside what is shown there.
func Trace(request query.Request, title, field string) []data.DataLink {
	if request.DataSourceUID == "" {
		return nil
	}
	return []data.DataLink{{Title: title, Internal: &data.InternalDataLink{
		DatasourceUID: request.DataSourceUID,
		Query: traceQuery{
			RefID: linkRefID, DataSource: sourceRef{Type: pluginID, UID: request.DataSourceUID},
			QueryType: string(contract.QueryTypeTrace), SchemaVersion: contract.QuerySchemaVersion,
			RequestID: fieldMacro(field),
		},
	}}}
}

// fieldMacro is what Grafana puts the value of a field in the same row in for.
func fieldMacro(field string) string {
	return "${__data.fields." + field + "}"
}

// TracesQuery is what the list of traces behind a link shows.
type TracesQuery struct {
	savedquery.LinkedSelection
	// Sort is the column whose highest values come first; nothing is the newest.
	Sort string
	// Width is that of the bucket which begins at the row's time, in Zone; empty for the whole range.
	Width string
	Zone  *time.Location
	// Row are conditions about the row, each a text with a macro that Grafana puts a number or a time in for.
	Row []RowCondition
}

// RowCondition compares with a value of the row: Before, what Grafana puts in for Macro, After.
type RowCondition struct {
	Before, Macro, After string
}

// Macros that become text which is a value in the query language whatever the row holds: numbers and times.
const timeMacro = "${__value.time}"

// NumberOf is the number in a field of the row.
func NumberOf(field string) string { return "${__data.fields." + field + ".numeric}" }

// TimeOf is the time in a field of the row, as RFC 3339 writes it.
func TimeOf(field string) string { return "${__data.fields." + field + ".numeric:date:iso}" }

type listQuery struct {
	RefID         string                          `json:"refId"`
	DataSource    sourceRef                       `json:"datasource"`
	QueryType     string                          `json:"queryType"`
	SchemaVersion int                             `json:"schemaVersion"`
	Filters       map[contract.Dimension][]string `json:"filters,omitempty"`
	Search        string                          `json:"search,omitempty"`
	Sort          string                          `json:"sort,omitempty"`
}

// Traces opens the list of a point's traces in Explore, over the same time range, in the same tab as Grafana's own links do:
// Back returns, and those who want another tab say so with their click. It is an address and no link within Explore,
// because dashboards give those no time range.
func Traces(request query.Request, title string, wanted TracesQuery) ([]data.DataLink, error) {
	if request.DataSourceUID == "" {
		return nil, nil
	}
	source, err := json.Marshal(request.DataSourceUID)
	if err != nil {
		return nil, fmt.Errorf("a data link cannot be written: %w", err)
	}
	list, err := json.Marshal(listQuery{
		RefID: linkRefID, DataSource: sourceRef{Type: pluginID, UID: request.DataSourceUID},
		QueryType: string(contract.QueryTypeTraces), SchemaVersion: contract.QuerySchemaVersion,
		Filters: wanted.Filters, Search: wanted.Search, Sort: wanted.Sort,
	})
	if err != nil {
		return nil, fmt.Errorf("a data link cannot be written: %w", err)
	}
	address := &address{}
	address.json(`{"a":{"datasource":` + string(source) + `,"range":{"from":"` + milliseconds(request.Range.From) + `","to":"` + milliseconds(request.Range.To) + `"},"queries":[`)
	address.json(strings.TrimSuffix(string(list), "}"))
	address.query(wanted)
	address.within(wanted)
	address.json(`}]}}`)
	return []data.DataLink{{Title: title, URL: "/explore?schemaVersion=1&panes=" + address.text.String()}}, nil
}

func milliseconds(at time.Time) string {
	return strconv.FormatInt(at.UnixMilli(), 10)
}

// address is percent-encoded JSON with macros between. As "$" is encoded too, nothing else in it can be a macro.
type address struct {
	text strings.Builder
}

func (a *address) json(text string) {
	a.text.WriteString(strings.ReplaceAll(url.QueryEscape(text), "+", "%20"))
}

// inString writes text into a JSON string that is open.
func (a *address) inString(text string) {
	quoted, err := json.Marshal(text)
	if err != nil {
		return // Texts can always be written.
	}
	a.json(string(quoted[1 : len(quoted)-1]))
}

func (a *address) query(wanted TracesQuery) {
	if wanted.Query == "" && len(wanted.Row) == 0 {
		return
	}
	a.json(`,"query":"`)
	a.inString(groupedBefore(wanted))
	for index, condition := range wanted.Row {
		if index > 0 {
			a.inString(" AND ")
		}
		a.inString(condition.Before)
		a.text.WriteString(condition.Macro)
		a.inString(condition.After)
	}
	a.json(`"`)
}

func groupedBefore(wanted TracesQuery) string {
	if wanted.Query == "" || len(wanted.Row) == 0 {
		return wanted.Query
	}
	return "(" + wanted.Query + ") AND "
}

func (a *address) within(wanted TracesQuery) {
	if wanted.Width == "" {
		return
	}
	a.json(`,"within":{"start":"`)
	a.text.WriteString(timeMacro)
	a.json(`","width":"`)
	a.inString(wanted.Width)
	if wanted.Zone != nil && wanted.Zone != time.UTC {
		a.json(`","timeZone":"`)
		a.inString(wanted.Zone.String())
	}
	a.json(`"}`)
}
