package replicas

import (
	"maps"
	"net/http"
	"slices"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// plan is what to ask the trace server and how to draw its answer.
type plan struct {
	call traceapi.Call
	// start and end of the drawn lines. The end is no later than now: what comes is not known.
	start, end time.Time
	// columns to draw, each with its own line per series.
	columns []string
	// ignored are filters that replica history does not have.
	ignored []contract.Dimension
}

func planOf(request query.Request) (plan, error) {
	saved, err := savedquery.Decode[contract.ReplicasQuery](request.Model)
	if err != nil {
		return plan{}, err
	}
	filters, err := savedquery.CleanFilters(saved.Filters)
	if err != nil {
		return plan{}, err
	}
	zone, err := query.Zone(saved.TimeZone)
	if err != nil {
		return plan{}, err
	}
	columns, err := columnsOf(saved.Value, request.Range.WithinDays(1, zone))
	if err != nil {
		return plan{}, err
	}
	var ignored []contract.Dimension
	for _, dimension := range slices.Sorted(maps.Keys(filters)) {
		if !slices.Contains(contract.ReplicaFilters, dimension) {
			ignored = append(ignored, dimension)
			delete(filters, dimension)
		}
	}
	values := request.Range.Values()
	filters.AddTo(values)
	return plan{
		call:    traceapi.Call{Method: http.MethodGet, Path: traceapi.ReplicasPath, Query: values},
		start:   request.Range.From,
		end:     earlier(request.Range.To, request.Now),
		columns: columns,
		ignored: ignored,
	}, nil
}

// columnsOf are the wanted one, or what a chart shows: the replicas, with the configured maximum for up to one day.
func columnsOf(saved *contract.ReplicasQueryValue, oneDay bool) ([]string, error) {
	switch {
	case saved != nil && *saved != "":
		if !saved.Valid() {
			return nil, traceapi.InvalidQuery("value is %q: expected %s, %s or %s.", *saved, replicasColumn, maximumColumn, saturationColumn)
		}
		return []string{string(*saved)}, nil
	case oneDay:
		return []string{replicasColumn, maximumColumn}, nil
	default:
		return []string{replicasColumn}, nil
	}
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}
