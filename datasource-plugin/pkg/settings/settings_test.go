package settings_test

import (
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/settings"
)

func TestSettingsOfProvisionedAndEditedDataSources(t *testing.T) {
	got, err := settings.Parse(backend.DataSourceInstanceSettings{
		URL: " https://traces.example/base/ ", JSONData: []byte(`{"timeoutSeconds":5,"tlsSkipVerify":true}`),
		DecryptedSecureJSONData: map[string]string{"apiKey": "key-1\n"},
	})
	if err != nil || got.URL.String() != "https://traces.example/base" || got.Timeout != 5*time.Second || got.APIKey != "key-1" {
		t.Errorf("%+v, %v", got, err)
	}
	for _, jsonData := range []string{"", "{}", "null"} {
		got, err := settings.Parse(backend.DataSourceInstanceSettings{URL: "http://127.0.0.1:4318", JSONData: []byte(jsonData)})
		if err != nil || got.Timeout != 30*time.Second || got.APIKey != "" {
			t.Errorf("%q: %+v, %v", jsonData, got, err)
		}
	}
}

func TestWrongSettingsSayWhatToEnter(t *testing.T) {
	for _, c := range []struct{ url, jsonData, want string }{
		{"", "{}", "no URL"},
		{"localhost:4318", "{}", "http://"},
		{"ftp://host", "{}", "http://"},
		{"http://", "{}", "http://"},
		{"http://user:secret@ho st", "{}", "not valid"},
		{"http://host", `{"timeoutSeconds":0}`, "enter 1 to 600"},
		{"http://host", `{"timeoutSeconds":601}`, "enter 1 to 600"},
		{"http://host", `{"timeoutSeconds":"soon"}`, "whole number"},
	} {
		_, err := settings.Parse(backend.DataSourceInstanceSettings{URL: c.url, JSONData: []byte(c.jsonData)})
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "secret") {
			t.Errorf("%q %s: %v, want %q", c.url, c.jsonData, err, c.want)
		}
	}
}
