package annotations

import (
	"context"
	"maps"
	"slices"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/metrics"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
)

// deploymentKey names what deployments, versions and replicas are of.
type deploymentKey struct{ model, deployment, version string }

// ownFields are what an event of a deployment itself is narrowed by.
var ownFields = []contract.Dimension{contract.DimensionModel, contract.DimensionDeployment, contract.DimensionDeploymentVersion}

// deploymentFields tell the matching requests apart.
var deploymentFields = ownFields

// wanted returns a test for events of deployments. Fields that they lack, and conditions over requests, hold for the
// deployments that have matching requests in the range.
func (a *asking) wanted(ctx context.Context) (func(deploymentKey) bool, error) {
	types, err := a.typesOf(ctx)
	if err != nil {
		return nil, err
	}
	if err := a.findMatching(ctx); err != nil {
		return nil, err
	}
	filters := a.selection.Filters
	return func(key deploymentKey) bool {
		return isAmong(filters[contract.DimensionModel], key.model) &&
			isAmong(filters[contract.DimensionDeployment], key.deployment) &&
			isAmong(filters[contract.DimensionDeploymentVersion], key.version) &&
			(types == nil || isAmong(filters[contract.DimensionModelType], types[key.model])) &&
			(a.matching == nil || a.matching[key])
	}, nil
}

func isAmong(values []string, value string) bool {
	return len(values) == 0 || slices.Contains(values, value)
}

// typesOf are the types of the models, where a filter asks for them.
func (a *asking) typesOf(ctx context.Context) (map[string]string, error) {
	if len(a.selection.Filters[contract.DimensionModelType]) == 0 {
		return nil, nil
	}
	models, err := a.modelList(ctx)
	if err != nil {
		return nil, err
	}
	types := make(map[string]string, len(models))
	for _, model := range models {
		types[model.Model] = string(model.ModelType)
	}
	return types, nil
}

// findMatching asks which deployments have requests that fit the selection, where their own fields do not tell.
func (a *asking) findMatching(ctx context.Context) error {
	if a.matching != nil || !a.needsRequests() {
		return nil
	}
	limit := contract.LimitMetricsQuerySeriesLimitMax
	body := a.metrics(a.selection.Body(), deploymentFields, contract.MeasureRequests)
	body.SeriesLimit = &limit
	table, err := a.columns(ctx, metrics.Call(body))
	if err != nil {
		return err
	}
	columns := make([][]string, len(deploymentFields))
	for index, field := range deploymentFields {
		if columns[index], err = table.Texts(string(field)); err != nil {
			return err
		}
	}
	a.matching = map[deploymentKey]bool{}
	for row := range table.Rows() {
		key := deploymentKey{columns[0][row], columns[1][row], columns[2][row]}
		if key.model == metrics.OtherGroups {
			a.notice(data.NoticeSeverityWarning, "More deployments have matching requests than can be told apart: events of those with the fewest are missing. Narrow the query.")
		}
		a.matching[key] = true
	}
	a.notice(data.NoticeSeverityInfo, "Deployments and replicas have none of the fields of some conditions: shown are the events of deployments with matching requests in this time range.")
	return nil
}

func (a *asking) needsRequests() bool {
	body := a.selection.Body()
	if body.Q != nil || body.Query != nil || body.Condition != nil {
		return true
	}
	for field := range maps.Keys(a.selection.Filters) {
		if field != contract.DimensionModelType && !slices.Contains(ownFields, field) {
			return true
		}
	}
	return false
}

// metrics is a request for measures over the whole range.
func (a *asking) metrics(selected savedquery.SelectionBody, groupBy []contract.Dimension, measures ...contract.Measure) contract.MetricsRequest {
	return contract.MetricsRequest{
		From: a.span.From.UTC(), To: a.span.To.UTC(), Measures: measures, GroupBy: &groupBy,
		Filters: selected.Filters, Q: selected.Q, Query: selected.Query, Condition: selected.Condition,
	}
}
