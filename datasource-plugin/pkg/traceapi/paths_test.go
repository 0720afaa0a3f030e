package traceapi_test

import (
	"net/url"
	"testing"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

func TestResourcesReachNoOtherPath(t *testing.T) {
	for path, want := range map[string]string{
		"models":                      "/api/v1/models",
		"/models":                     "/api/v1/models",
		"traces/req-1":                "/api/v1/traces/req-1",
		"traces/a/b":                  "/api/v1/traces/a%2Fb",
		"traces/../models":            "/api/v1/traces/..%2Fmodels",
		"traces/a?x=1#y":              "/api/v1/traces/a%3Fx=1%23y",
		"traces/50%41":                "/api/v1/traces/50%2541",
		"traces/é 1":                  "/api/v1/traces/%C3%A9%201",
		"traces//":                    "/api/v1/traces/%2F",
		"fields/model/values":         "/api/v1/fields/model/values",
		"fields/../values":            "",
		"fields/model/values/x":       "",
		"fields/model":                "",
		"fields/nonsense/values":      "",
		"fields/model/../x/values":    "",
		"traces/..":                   "",
		"traces/.":                    "",
		"traces/":                     "",
		"traces":                      "",
		"models/":                     "",
		"":                            "",
		"../healthz":                  "",
		"healthz":                     "",
		"metrics":                     "",
		"api/v1/models":               "",
		"http://elsewhere/models":     "",
		"//elsewhere/models":          "",
		"traces/http://elsewhere/x":   "/api/v1/traces/http:%2F%2Felsewhere%2Fx",
		"fields/model%2F..%2F/values": "",
	} {
		call, err := traceapi.ResourceCall(path, url.Values{"contains": {"x"}})
		if (err != nil) != (want == "") || (err == nil && call.Path != want) {
			t.Errorf("%q: %q, %v; want %q", path, call.Path, err, want)
		}
	}
}
