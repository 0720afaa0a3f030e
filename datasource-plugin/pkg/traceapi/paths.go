package traceapi

import "net/url"

// Paths of the trace server's API.
const (
	HealthPath   = "/healthz"
	ReadyPath    = "/readyz"
	TracesPath   = "/api/v1/traces"
	MetricsPath  = "/api/v1/metrics"
	LatencyPath  = "/api/v1/latency"
	HeatmapPath  = "/api/v1/heatmap"
	ReplicasPath = "/api/v1/replicas"
	ModelsPath   = "/api/v1/models"
	FieldsPath   = "/api/v1/fields"
	ParsePath    = "/api/v1/query/parse"
	FormatPath   = "/api/v1/query/format"
	CompletePath = "/api/v1/query/complete"
	ExplainPath  = "/api/v1/query/explain"
)

// TracePath is the path of one trace. A request ID that a web server would read as "this folder" or "the folder above"
// is refused, as escaping does not change it: it would reach another path.
func TracePath(requestID string) (string, error) {
	if requestID == "" || requestID == "." || requestID == ".." {
		return "", InvalidQuery("%q cannot be a request ID.", Readable(requestID))
	}
	return TracesPath + "/" + url.PathEscape(requestID), nil
}
