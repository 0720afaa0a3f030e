package settings

import (
	"net/url"
	"regexp"
	"strings"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

// placeholders in the addresses and queries of links.
const (
	workflowPlaceholder  = "${workflow}"
	runPlaceholder       = "${run}"
	traceIDPlaceholder   = "${traceId}"
	requestIDPlaceholder = "${requestId}"
)

var (
	grafanaUID   = regexp.MustCompile(`^[a-zA-Z0-9_-]{1,40}$`)
	propertyName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]{0,99}$`)
)

// maxLinkText characters of an address or query in the settings.
const maxLinkText = 4096

// checkLinks checks what is to be shown behind links; what is missing or empty has no link, or the default query.
func checkLinks(saved contract.DataSourceSettings) error {
	for _, fault := range []error{
		checkAddress("workflowUrl", textOf(saved.WorkflowUrl, ""), workflowPlaceholder),
		checkAddress("workflowRunUrl", textOf(saved.WorkflowRunUrl, ""), runPlaceholder),
		checkLink("traces", otherSource{
			uid:      textOf(saved.TracesDataSourceUid, ""),
			query:    textOf(saved.TracesQuery, contract.LimitDataSourceSettingsTracesQueryDefault),
			property: textOf(saved.TracesQueryProperty, contract.LimitDataSourceSettingsTracesQueryPropertyDefault),
		}, traceIDPlaceholder),
		checkLink("logs", otherSource{
			uid:      textOf(saved.LogsDataSourceUid, ""),
			query:    textOf(saved.LogsQuery, contract.LimitDataSourceSettingsLogsQueryDefault),
			property: textOf(saved.LogsQueryProperty, contract.LimitDataSourceSettingsLogsQueryPropertyDefault),
		}, traceIDPlaceholder, requestIDPlaceholder),
	} {
		if fault != nil {
			return fault
		}
	}
	return nil
}

// otherSource is a data source of the same Grafana and how it is asked.
type otherSource struct{ uid, query, property string }

func textOf(text *string, otherwise string) string {
	if text == nil || *text == "" {
		return otherwise
	}
	return *text
}

// checkAddress takes web addresses only: another scheme could run a script when clicked.
func checkAddress(name, text, placeholder string) error {
	if text == "" {
		return nil
	}
	if len(text) > maxLinkText {
		return wrong(name, "is longer than %d characters", maxLinkText)
	}
	address, err := url.Parse(strings.NewReplacer(workflowPlaceholder, "w", runPlaceholder, "r").Replace(text))
	if err != nil || (address.Scheme != "http" && address.Scheme != "https") || address.Hostname() == "" {
		return wrong(name, "is not an address: it must start with http:// or https:// and name a host")
	}
	if !strings.Contains(text, placeholder) {
		return wrong(name, "lacks %s, which stands for what is linked to", placeholder)
	}
	return nil
}

func checkLink(kind string, link otherSource, placeholders ...string) error {
	if link.uid == "" {
		return nil
	}
	if !grafanaUID.MatchString(link.uid) {
		return wrong(kind+"DataSourceUid", "is %q: expected the UID of a data source, up to 40 letters, digits, - and _", cut(link.uid))
	}
	if !propertyName.MatchString(link.property) {
		return wrong(kind+"QueryProperty", "is %q: expected the name of a property, such as query", cut(link.property))
	}
	if len(link.query) > maxLinkText {
		return wrong(kind+"Query", "is longer than %d characters", maxLinkText)
	}
	for _, placeholder := range placeholders {
		if strings.Contains(link.query, placeholder) {
			return nil
		}
	}
	return wrong(kind+"Query", "lacks %s, which stands for what is looked for", strings.Join(placeholders, " or "))
}
