package settings_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/settings"
)

const secret = "se-cret"

func TestSettingsOfProvisionedAndEditedDataSources(t *testing.T) {
	got, err := settings.Parse(backend.DataSourceInstanceSettings{
		URL: " https://traces.example/base/?x=1#y ", JSONData: []byte(`{"timeoutSeconds":5,"tlsSkipVerify":true,"oauthPassThru":true,"keepCookies":["sso"],"contentsMinRole":"Editor","serverName":"inner"}`),
		DecryptedSecureJSONData: map[string]string{"apiKey": "key-1\n"},
	})
	if err != nil || got.URL.String() != "https://traces.example/base" || got.Timeout != 5*time.Second || got.APIKey != "key-1" {
		t.Fatalf("%+v, %v", got, err)
	}
	if !got.ForwardIdentity || !got.ForwardCookies || got.TLSServerName != "inner" || got.ContentsMinRole != contract.DataSourceSettingsContentsMinRoleEditor {
		t.Errorf("%+v", got)
	}
	for _, jsonData := range []string{"", "{}", "null", `{"defaultModelType":"","contentsMinRole":"","workflowUrl":""}`} {
		got, err := settings.Parse(backend.DataSourceInstanceSettings{URL: "http://127.0.0.1:4318", JSONData: []byte(jsonData)})
		if err != nil || got.Timeout != 30*time.Second || got.APIKey != "" || got.ForwardIdentity || got.ForwardCookies || got.ContentsMinRole != "Viewer" {
			t.Errorf("%q: %+v, %v", jsonData, got, err)
		}
	}
}

func TestLinksToWorkflowsTracesAndLogsAreTaken(t *testing.T) {
	for _, jsonData := range []string{
		`{"tracesDataSourceUid":"tempo","logsDataSourceUid":"loki","workflowUrl":"http://flows.example/${workflow}","workflowRunUrl":"https://flows.example/${workflow}/${run}?x=${run}"}`,
		`{"tracesDataSourceUid":"t","tracesQuery":"{id=\"${traceId}\"}","tracesQueryProperty":"q","tracesQueryType":"traceql","logsDataSourceUid":"l","logsQuery":"${requestId}"}`,
		`{"tracesDataSourceUid":"","tracesQuery":"","logsQueryProperty":""}`,
	} {
		if got, err := settings.Parse(backend.DataSourceInstanceSettings{URL: "http://host", JSONData: []byte(jsonData)}); err != nil || got.Saved.TracesDataSourceUid == nil {
			t.Errorf("%s: %v", jsonData, err)
		}
	}
}

func TestWrongURLsSayWhatToEnterWithoutRepeatingPasswords(t *testing.T) {
	for url, want := range map[string]string{
		"":                                   "no URL",
		"localhost:4318":                     "http://",
		"ftp://host":                         "http://",
		"http://":                            "http://",
		"http://:4318":                       "http://",
		"http://user:" + secret + "@ho st":   "not valid",
		"https://user:" + secret + "@host/x": "basic authentication",
		"https://" + secret + "@host":        "basic authentication",
	} {
		refused(t, backend.DataSourceInstanceSettings{URL: url}, want)
	}
}

// Every one of these settings would be ignored in silence, or end the back end, if it were not checked.
func TestWrongSettingsAreNamed(t *testing.T) {
	for jsonData, want := range map[string]string{
		`[]`:                                                      "not a JSON object",
		`{"timeoutSeconds":0}`:                                    "timeoutSeconds is 0: enter 1 to 600",
		`{"timeoutSeconds":601}`:                                  "enter 1 to 600",
		`{"timeoutSeconds":"soon"}`:                               "timeoutSeconds is of the wrong kind (string): expected a whole number",
		`{"timeoutSeconds":1.5}`:                                  "timeoutSeconds is of the wrong kind",
		`{"contentsMinRole":"Boss"}`:                              `contentsMinRole is "Boss": expected Viewer, Editor or Admin`,
		`{"contentsMinRole":true}`:                                "contentsMinRole is of the wrong kind (bool): expected text",
		`{"defaultModelType":"own"}`:                              `defaultModelType is "own"`,
		`{"workflowUrl":"https://h/w"}`:                           "workflowUrl lacks ${workflow}",
		`{"workflowRunUrl":"https://h/${workflow}"}`:              "workflowRunUrl lacks ${run}",
		`{"workflowUrl":"javascript:alert('${workflow}')"}`:       "workflowUrl is not an address",
		`{"workflowUrl":"//evil.example/${workflow}"}`:            "workflowUrl is not an address",
		`{"workflowUrl":"/${workflow}"}`:                          "workflowUrl is not an address",
		`{"tracesDataSourceUid":"a b"}`:                           "tracesDataSourceUid is",
		`{"tracesDataSourceUid":"t","tracesQuery":"all"}`:         "tracesQuery lacks ${traceId}",
		`{"tracesDataSourceUid":"t","tracesQueryProperty":"a.b"}`: "tracesQueryProperty is",
		`{"logsDataSourceUid":"l","logsQuery":"x"}`:               "logsQuery lacks ${traceId} or ${requestId}",
		`{"tlsSkipVerify":"true"}`:                                "tlsSkipVerify is of the wrong kind (string): expected true or false",
		`{"oauthPassThru":1}`:                                     "oauthPassThru is of the wrong kind",
		`{"keepCookies":"sso"}`:                                   "keepCookies is of the wrong kind (string): expected a list of texts",
		`{"serverName":5}`:                                        "serverName is of the wrong kind",
		`{"sigV4Auth":true}`:                                      "sigV4Auth is on",
		`{"httpHeaderName1":5}`:                                   "httpHeaderName1 is of the wrong kind",
		`{"httpHeaderName1":"a b"}`:                               "httpHeaderName1 is",
		`{"httpHeaderName1":"X-Tenant"}`:                          "httpHeaderValue1 is missing",
		`{"tlsAuthWithCACert":true}`:                              "tlsCACert holds no certificate",
		`{"tlsAuth":true}`:                                        "tlsClientCert and tlsClientKey",
	} {
		if !json.Valid([]byte(jsonData)) {
			t.Fatalf("the test's own %s is no JSON", jsonData)
		}
		refused(t, backend.DataSourceInstanceSettings{URL: "http://host", JSONData: []byte(jsonData)}, want)
	}
}

func TestSettingsOfWhichOnlyOneCouldBeSentAreRefused(t *testing.T) {
	withKey := map[string]string{"apiKey": secret, "basicAuthPassword": secret, "httpHeaderValue1": secret}
	refused(t, backend.DataSourceInstanceSettings{URL: "http://host", BasicAuthEnabled: true, BasicAuthUser: "u", DecryptedSecureJSONData: withKey}, "an API key and basic authentication: only one")
	refused(t, backend.DataSourceInstanceSettings{URL: "http://host", JSONData: []byte(`{"httpHeaderName1":"authorization"}`), DecryptedSecureJSONData: withKey}, "an API key and a custom header Authorization")
	refused(t, backend.DataSourceInstanceSettings{URL: "http://host", BasicAuthEnabled: true, BasicAuthUser: "u"}, "basicAuthPassword")
	refused(t, backend.DataSourceInstanceSettings{URL: "http://host", DecryptedSecureJSONData: map[string]string{"apiKey": secret + "\nX: y"}}, "apiKey cannot be sent")
	refused(t, backend.DataSourceInstanceSettings{URL: "http://host", JSONData: []byte(`{"httpHeaderName1":"X-A"}`), DecryptedSecureJSONData: map[string]string{"httpHeaderValue1": secret + "\r\nX: y"}}, "httpHeaderValue1 cannot be sent")
}

func TestSecretsAreNotReadFromWhereTheBrowserSeesThem(t *testing.T) {
	got, err := settings.Parse(backend.DataSourceInstanceSettings{URL: "http://host", JSONData: []byte(`{"apiKey":"` + secret + `"}`)})
	if err != nil || got.APIKey != "" {
		t.Errorf("key %q, %v", got.APIKey, err)
	}
}

func refused(t *testing.T, saved backend.DataSourceInstanceSettings, want string) {
	t.Helper()
	_, err := settings.Parse(saved)
	if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), secret) {
		t.Errorf("%q %s: %v, want %q", saved.URL, saved.JSONData, err, want)
	}
}
