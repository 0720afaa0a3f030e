package settings

import (
	"net/url"
	"regexp"
	"strings"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

// Links say where a trace's workflow, spans and logs are shown. Empty parts mean that there is no such link.
type Links struct {
	// WorkflowURL holds ${workflow}, WorkflowRunURL ${workflow} and ${run}.
	WorkflowURL, WorkflowRunURL string
	Traces, Logs                DataSourceLink
}

// DataSourceLink is a query in another data source of the same Grafana.
type DataSourceLink struct {
	// UID of the data source; empty means no link.
	UID string
	// Query holds ${traceId}; that of logs may hold ${requestId} instead or besides.
	Query string
	// Property of that data source's query that takes Query.
	Property string
	// QueryType is that data source's own queryType; empty when it needs none.
	QueryType string
}

// Placeholders in the addresses and queries of links.
const (
	WorkflowPlaceholder  = "${workflow}"
	RunPlaceholder       = "${run}"
	TraceIDPlaceholder   = "${traceId}"
	RequestIDPlaceholder = "${requestId}"
)

var (
	grafanaUID   = regexp.MustCompile(`^[a-zA-Z0-9_-]{1,40}$`)
	propertyName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]{0,99}$`)
)

// maxLinkText characters of an address or query in the settings.
const maxLinkText = 4096

func linksOf(saved contract.DataSourceSettings) (Links, error) {
	links := Links{
		WorkflowURL: textOf(saved.WorkflowUrl, ""), WorkflowRunURL: textOf(saved.WorkflowRunUrl, ""),
		Traces: DataSourceLink{
			UID:       textOf(saved.TracesDataSourceUid, ""),
			Query:     textOf(saved.TracesQuery, contract.LimitDataSourceSettingsTracesQueryDefault),
			Property:  textOf(saved.TracesQueryProperty, contract.LimitDataSourceSettingsTracesQueryPropertyDefault),
			QueryType: textOf(saved.TracesQueryType, ""),
		},
		Logs: DataSourceLink{
			UID:      textOf(saved.LogsDataSourceUid, ""),
			Query:    textOf(saved.LogsQuery, contract.LimitDataSourceSettingsLogsQueryDefault),
			Property: textOf(saved.LogsQueryProperty, contract.LimitDataSourceSettingsLogsQueryPropertyDefault),
		},
	}
	for _, check := range []error{
		checkAddress("workflowUrl", links.WorkflowURL, WorkflowPlaceholder),
		checkAddress("workflowRunUrl", links.WorkflowRunURL, RunPlaceholder),
		checkLink("traces", links.Traces, TraceIDPlaceholder),
		checkLink("logs", links.Logs, TraceIDPlaceholder, RequestIDPlaceholder),
	} {
		if check != nil {
			return Links{}, check
		}
	}
	return links, nil
}

func textOf(text *string, otherwise string) string {
	if text == nil || strings.TrimSpace(*text) == "" {
		return otherwise
	}
	return strings.TrimSpace(*text)
}

// checkAddress takes web addresses and paths of the same Grafana; another scheme could run a script when clicked.
func checkAddress(name, text, placeholder string) error {
	if text == "" {
		return nil
	}
	if len(text) > maxLinkText {
		return wrong(name, "is longer than %d characters", maxLinkText)
	}
	address, err := url.Parse(strings.NewReplacer(WorkflowPlaceholder, "w", RunPlaceholder, "r").Replace(text))
	isWeb := err == nil && (address.Scheme == "http" || address.Scheme == "https") && address.Hostname() != ""
	isPath := err == nil && address.Scheme == "" && address.Host == "" && strings.HasPrefix(text, "/") && !strings.Contains(text, `\`)
	if !isWeb && !isPath {
		return wrong(name, "is not an address: it must start with http://, https:// or /")
	}
	if !strings.Contains(text, placeholder) {
		return wrong(name, "lacks %s, which stands for what is linked to", placeholder)
	}
	return nil
}

func checkLink(kind string, link DataSourceLink, placeholders ...string) error {
	if link.UID == "" {
		return nil
	}
	if !grafanaUID.MatchString(link.UID) {
		return wrong(kind+"DataSourceUid", "is %q: expected the UID of a data source, up to 40 letters, digits, - and _", cut(link.UID))
	}
	if !propertyName.MatchString(link.Property) {
		return wrong(kind+"QueryProperty", "is %q: expected the name of a property, such as query", cut(link.Property))
	}
	if len(link.Query) > maxLinkText {
		return wrong(kind+"Query", "is longer than %d characters", maxLinkText)
	}
	for _, placeholder := range placeholders {
		if strings.Contains(link.Query, placeholder) {
			return nil
		}
	}
	return wrong(kind+"Query", "lacks %s, which stands for what is looked for", strings.Join(placeholders, " or "))
}
