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
		"fields/model/values":         "/api/v1/fields/model/values",
		"fields/../values":            "",
		"fields/model/values/x":       "",
		"fields/model":                "",
		"fields/nonsense/values":      "",
		"fields/model/../x/values":    "",
		"traces":                      "",
		"traces/req-1":                "",
		"trace/req-1":                 "",
		"models/":                     "",
		"":                            "",
		"../healthz":                  "",
		"healthz":                     "",
		"metrics":                     "",
		"api/v1/models":               "",
		"http://elsewhere/models":     "",
		"//elsewhere/models":          "",
		"fields/model%2F..%2F/values": "",
	} {
		call, err := traceapi.ResourceCall(path, url.Values{"contains": {"x"}})
		if (err != nil) != (want == "") || (err == nil && call.Path != want) {
			t.Errorf("%q: %q, %v; want %q", path, call.Path, err, want)
		}
	}
}

func TestAnyRequestIDReachesItsTraceAndNoOtherPath(t *testing.T) {
	for requestID, want := range map[string]string{
		"req-1":              "/api/v1/traces/req-1",
		"a/b":                "/api/v1/traces/a%2Fb",
		"../models":          "/api/v1/traces/..%2Fmodels",
		"a?x=1#y":            "/api/v1/traces/a%3Fx=1%23y",
		"50%41":              "/api/v1/traces/50%2541",
		"é 1":                "/api/v1/traces/%C3%A9%201",
		"/":                  "/api/v1/traces/%2F",
		"..":                 "",
		".":                  "",
		"":                   "",
		"http://elsewhere/x": "/api/v1/traces/http:%2F%2Felsewhere%2Fx",
	} {
		call, err := traceapi.ResourceCall("trace", url.Values{"request_id": {requestID}})
		if (err != nil) != (want == "") || (err == nil && call.Path != want) {
			t.Errorf("%q: %q, %v; want %q", requestID, call.Path, err, want)
		}
	}
}
