package query

import "github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"

// Links are the settings by which frames lead to other data sources and to pages of workflows.
type Links struct {
	// WorkflowURL and WorkflowRunURL are addresses with `${workflow}` and `${run}`; empty for none.
	WorkflowURL, WorkflowRunURL string
	// Traces and Logs lead to what the applications themselves report, by trace id.
	Traces, Logs LinkedSource
}

// LinkedSource is another data source in Grafana and how it is asked.
type LinkedSource struct {
	// UID of the data source; empty for none.
	UID string
	// Query with `${traceId}` and `${requestId}`.
	Query string
	// Property of its query that takes the text.
	Property string
	// QueryType that its query needs; empty for none.
	QueryType string
}

// LinksOf reads the links from the settings of a data source.
func LinksOf(saved contract.DataSourceSettings) Links {
	return Links{
		WorkflowURL: textOr(saved.WorkflowUrl, ""), WorkflowRunURL: textOr(saved.WorkflowRunUrl, ""),
		Traces: LinkedSource{
			UID:       textOr(saved.TracesDataSourceUid, ""),
			Query:     textOr(saved.TracesQuery, contract.LimitDataSourceSettingsTracesQueryDefault),
			Property:  textOr(saved.TracesQueryProperty, contract.LimitDataSourceSettingsTracesQueryPropertyDefault),
			QueryType: textOr(saved.TracesQueryType, ""),
		},
		Logs: LinkedSource{
			UID:      textOr(saved.LogsDataSourceUid, ""),
			Query:    textOr(saved.LogsQuery, contract.LimitDataSourceSettingsLogsQueryDefault),
			Property: textOr(saved.LogsQueryProperty, contract.LimitDataSourceSettingsLogsQueryPropertyDefault),
		},
	}
}

func textOr(saved *string, otherwise string) string {
	if saved == nil || *saved == "" {
		return otherwise
	}
	return *saved
}
