package trace

import (
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/links"
)

// workflowTags say on the request's own span to which workflow it belongs; without one there are none.
func workflowTags(settings query.Links, of workflow) []tag {
	var tags []tag
	for _, fact := range []struct{ key, value string }{
		{"workflow.name", of.Name}, {"workflow.run_id", of.RunID}, {"workflow.node_id", of.NodeID},
		{"workflow.url", links.WorkflowURL(settings, of.Name)}, {"workflow.run_url", links.WorkflowRunURL(settings, of.Name, of.RunID)},
	} {
		if fact.value != "" {
			tags = append(tags, tag{Key: fact.key, Value: fact.value})
		}
	}
	return tags
}

// linksOf are what Grafana's trace view offers at each span: the trace and the logs of the application, and the pages of
// the workflow.
func linksOf(settings query.Links, trace detail) []data.DataLink {
	found := links.OtherSources(settings, traceIDField, trace.RequestID, []string{trace.RequestID})
	for _, page := range []struct{ title, address string }{
		{"Workflow", links.WorkflowURL(settings, trace.Workflow.Name)},
		{"Workflow run", links.WorkflowRunURL(settings, trace.Workflow.Name, trace.Workflow.RunID)},
	} {
		if page.address != "" {
			found = append(found, data.DataLink{Title: page.title, URL: page.address, TargetBlank: true})
		}
	}
	return found
}
