package links

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
)

// Placeholders in the settings.
const (
	traceIDPlace   = "${traceId}"
	requestIDPlace = "${requestId}"
	workflowPlace  = "${workflow}"
	runPlace       = "${run}"
)

// plainID is a request ID that ends no quoted text, in whatever language the other data source has. Trace IDs are
// hexadecimal digits, as the trace server sees to.
var plainID = regexp.MustCompile(`^[\w.:@/+=-]*$`)

// OtherSources leads from trace IDs in a field to the data sources of the settings. `requestIDs` are those of the frame;
// a link whose query holds them is left out when one could become more than a value there. `requestID` is what stands
// for it: a macro, or the ID itself.
func OtherSources(settings query.Links, traceIDField, requestID string, requestIDs []string) []data.DataLink {
	var out []data.DataLink
	for _, source := range []struct {
		title string
		query.LinkedSource
	}{{"Trace of the application", settings.Traces}, {"Logs of the application", settings.Logs}} {
		if source.UID == "" || strings.Contains(source.Query, requestIDPlace) && !allPlain(requestIDs) {
			continue
		}
		text := strings.NewReplacer(traceIDPlace, fieldMacro(traceIDField), requestIDPlace, requestID).Replace(source.Query)
		asked := map[string]any{"refId": linkRefID, "datasource": sourceRef{UID: source.UID}, source.Property: text}
		if source.QueryType != "" {
			asked["queryType"] = source.QueryType
		}
		out = append(out, data.DataLink{Title: source.title, Internal: &data.InternalDataLink{DatasourceUID: source.UID, Query: asked}})
	}
	return out
}

// RequestIDOf is the macro for the request ID in a field of the row.
func RequestIDOf(field string) string { return fieldMacro(field) }

func allPlain(ids []string) bool {
	return !slices.ContainsFunc(ids, func(id string) bool { return !plainID.MatchString(id) })
}

// WorkflowURL is the address of a workflow; empty when the settings have none or the name cannot be part of one.
func WorkflowURL(settings query.Links, workflow string) string {
	return filled(settings.WorkflowURL, map[string]string{workflowPlace: workflow})
}

// WorkflowRunURL is the address of a run; empty when the settings have none or the names cannot be part of one.
func WorkflowRunURL(settings query.Links, workflow, run string) string {
	return filled(settings.WorkflowRunURL, map[string]string{workflowPlace: workflow, runPlace: run})
}

// filled puts percent-encoded values into an address that an administrator entered. Only http and https addresses whose
// host is the administrator's are links.
func filled(template string, values map[string]string) string {
	address, other := template, template
	for place, value := range values {
		if !strings.Contains(template, place) {
			continue
		}
		// Browsers read these two as "this folder" and "the folder above", encoded or not.
		if value == "" || value == "." || value == ".." {
			return ""
		}
		address = strings.ReplaceAll(address, place, percentEncoded(value))
		other = strings.ReplaceAll(other, place, "x")
	}
	filledIn, err := url.Parse(address)
	if err != nil || (filledIn.Scheme != "http" && filledIn.Scheme != "https") || filledIn.Host == "" {
		return ""
	}
	if plain, err := url.Parse(other); err != nil || plain.Host != filledIn.Host {
		return ""
	}
	return address
}

func percentEncoded(value string) string {
	return strings.ReplaceAll(url.QueryEscape(value), "+", "%20")
}
