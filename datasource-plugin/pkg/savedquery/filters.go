package savedquery

import (
	"maps"
	"net/url"
	"slices"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// Filters are the wanted values by field, without empty ones.
type Filters map[contract.Dimension][]string

// CleanFilters takes out what does not narrow anything: empty values, repeated ones, and fields with the choice "All".
// It refuses fields that traces do not have.
func CleanFilters(saved *contract.Filters) (Filters, error) {
	clean := Filters{}
	if saved == nil {
		return clean, nil
	}
	for _, field := range slices.Sorted(maps.Keys(*saved)) {
		dimension := contract.Dimension(field)
		if !dimension.Valid() {
			return nil, traceapi.InvalidQuery("filters.%s: traces have no such field to filter by.", field)
		}
		if values := wanted((*saved)[field]); len(values) > 0 {
			clean[dimension] = values
		}
	}
	return clean, nil
}

func wanted(values []string) []string {
	if slices.Contains(values, AllValues) {
		return nil
	}
	return Distinct(values)
}

// listOf is the values to filter by; nil when there are none. Values that the dimension does not have are the trace
// server's to refuse.
func listOf[Value ~string](f Filters, dimension contract.Dimension) *[]Value {
	values, ok := f[dimension]
	if !ok {
		return nil
	}
	typed := make([]Value, len(values))
	for index, value := range values {
		typed[index] = Value(value)
	}
	return &typed
}

// Body is the filters as the trace server's JSON requests take them; nil when there are none.
func (f Filters) Body() *contract.TraceFilters {
	if len(f) == 0 {
		return nil
	}
	list := func(dimension contract.Dimension) *contract.FilterValues { return listOf[string](f, dimension) }
	return &contract.TraceFilters{
		Model:             list(contract.DimensionModel),
		ModelType:         listOf[contract.ModelType](f, contract.DimensionModelType),
		Provider:          list(contract.DimensionProvider),
		Operation:         list(contract.DimensionOperation),
		Deployment:        list(contract.DimensionDeployment),
		DeploymentVersion: list(contract.DimensionDeploymentVersion),
		Connection:        list(contract.DimensionConnection),
		Status:            listOf[contract.StatusFilter](f, contract.DimensionStatus),
		SourceType:        list(contract.DimensionSourceType),
		Source:            list(contract.DimensionSource),
		UserId:            list(contract.DimensionUserId),
		ErrorType:         list(contract.DimensionErrorType),
		FinishReason:      list(contract.DimensionFinishReason),
	}
}

// AddTo adds the filters to the query string of a GET request, one parameter per value.
func (f Filters) AddTo(query url.Values) {
	for dimension, values := range f {
		query[string(dimension)] = values
	}
}
