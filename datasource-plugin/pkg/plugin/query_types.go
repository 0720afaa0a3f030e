package plugin

import (
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/annotations"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/heatmap"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/latency"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/metrics"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/replicas"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/trace"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/traces"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/window"
)

// handlers is the one place where query types are registered.
var handlers = map[contract.QueryType]query.Handler{
	contract.QueryTypeTraces:      traces.Handle,
	contract.QueryTypeMetrics:     metrics.Handle,
	contract.QueryTypeLatency:     latency.Handle,
	contract.QueryTypeHeatmap:     heatmap.Handle,
	contract.QueryTypeReplicas:    replicas.Handle,
	contract.QueryTypeTrace:       trace.Handle,
	contract.QueryTypeWindow:      window.Handle,
	contract.QueryTypeAnnotations: annotations.Handle,
}
