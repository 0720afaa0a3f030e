package traceapi

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

// Paths of the trace server's API.
const (
	HealthPath   = "/healthz"
	TracesPath   = "/api/v1/traces"
	MetricsPath  = "/api/v1/metrics"
	LatencyPath  = "/api/v1/latency"
	ReplicasPath = "/api/v1/replicas"
	modelsPath   = "/api/v1/models"
	fieldsPath   = "/api/v1/fields"
)

// TracePath is the path of one trace. A request ID that a web server would read as "this folder" or "the folder above"
// is refused, as escaping does not change it: it would reach another path.
func TracePath(requestID string) (string, error) {
	if requestID == "" || requestID == "." || requestID == ".." {
		return "", InvalidQuery("%q cannot be a request ID.", requestID)
	}
	return TracesPath + "/" + url.PathEscape(requestID), nil
}

// ResourceCall turns a resource of the data source (models, trace?request_id=…, fields/{field}/values) into a call.
// The request ID is a parameter and no part of the path: Grafana unescapes a resource's path and parses it once more, so
// an ID with ?, # or % in the path would not arrive as it was sent.
func ResourceCall(path string, query url.Values) (Call, error) {
	path = strings.TrimPrefix(path, "/")
	if path == "models" {
		return Call{Method: http.MethodGet, Path: modelsPath}, nil
	}
	if path == "trace" {
		tracePath, err := TracePath(query.Get("request_id"))
		return Call{Method: http.MethodGet, Path: tracePath}, err
	}
	if field, ok := strings.CutPrefix(path, "fields/"); ok {
		field, ok = strings.CutSuffix(field, "/values")
		if ok && contract.Dimension(field).Valid() {
			return Call{Method: http.MethodGet, Path: fieldsPath + "/" + field + "/values", Query: query}, nil
		}
	}
	return Call{}, &Error{
		Status: backend.StatusNotFound, Source: backend.ErrorSourceDownstream, Step: StepRequest, Code: contract.NOTFOUND,
		Message: "The data source has no such resource. It has models, trace?request_id=… and fields/{field}/values.",
	}
}
