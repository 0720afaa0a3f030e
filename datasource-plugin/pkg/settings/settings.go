// Package settings reads what an administrator entered for a data source, by hand or by provisioning.
package settings

import (
	"net/url"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

// Settings of one data source instance. What Grafana's SDK reads by itself (TLS, basic authentication, custom headers)
// is checked here and not repeated.
type Settings struct {
	// URL of the trace server, without a trailing slash and without a password.
	URL *url.URL
	// Timeout is the longest wait for a whole answer, repeated tries included.
	Timeout time.Duration
	// APIKey is sent as a bearer token; empty sends none.
	APIKey string
	// ForwardIdentity sends the caller's OAuth token (Authorization and X-ID-Token) on to the trace server.
	ForwardIdentity bool
	// ForwardCookies sends on the cookies that Grafana lets through for this data source.
	ForwardCookies bool
	// TLSServerName is the name that the trace server's certificate must hold; empty means the URL's host.
	TLSServerName string
	// ContentsMinRole is the lowest role that may see prompts, answers, error messages and tags.
	ContentsMinRole contract.DataSourceSettingsContentsMinRole
	// Saved are the data source's own settings, checked; links to workflows and other data sources are made of them.
	Saved contract.DataSourceSettings
}

// Parse reads the settings. Its errors are sentences for the administrator: they name the setting and hold no secrets.
func Parse(instance backend.DataSourceInstanceSettings) (Settings, error) {
	address, err := parseURL(instance.URL)
	if err != nil {
		return Settings{}, err
	}
	saved, err := decode[contract.DataSourceSettings](instance.JSONData)
	if err != nil {
		return Settings{}, err
	}
	grafana, err := parseGrafana(instance)
	if err != nil {
		return Settings{}, err
	}
	timeout, err := timeoutOf(saved)
	if err != nil {
		return Settings{}, err
	}
	role, err := contentsRoleOf(saved)
	if err != nil {
		return Settings{}, err
	}
	if err := checkLinks(saved); err != nil {
		return Settings{}, err
	}
	return Settings{
		URL:             address,
		Timeout:         timeout,
		APIKey:          strings.TrimSpace(instance.DecryptedSecureJSONData[apiKeySecret]),
		ForwardIdentity: grafana.OAuthPassThru,
		ForwardCookies:  len(grafana.KeepCookies) > 0,
		TLSServerName:   grafana.ServerName,
		ContentsMinRole: role,
		Saved:           saved,
	}, nil
}

func timeoutOf(saved contract.DataSourceSettings) (time.Duration, error) {
	seconds := contract.LimitDataSourceSettingsTimeoutSecondsDefault
	if saved.TimeoutSeconds != nil {
		seconds = *saved.TimeoutSeconds
	}
	if seconds < contract.LimitDataSourceSettingsTimeoutSecondsMin || seconds > contract.LimitDataSourceSettingsTimeoutSecondsMax {
		return 0, wrong("timeoutSeconds", "is %d: enter %d to %d seconds", seconds,
			contract.LimitDataSourceSettingsTimeoutSecondsMin, contract.LimitDataSourceSettingsTimeoutSecondsMax)
	}
	return time.Duration(seconds) * time.Second, nil
}

// contentsRoleOf also checks the model type, the other setting with fixed values; only the editor uses that one.
func contentsRoleOf(saved contract.DataSourceSettings) (contract.DataSourceSettingsContentsMinRole, error) {
	if kind := saved.DefaultModelType; kind != nil && *kind != "" && !kind.Valid() {
		return "", wrong("defaultModelType", "is %q: expected fine-tuned, open-source, external or nothing", cut(string(*kind)))
	}
	role := contract.DataSourceSettingsContentsMinRole(contract.LimitDataSourceSettingsContentsMinRoleDefault)
	if saved.ContentsMinRole != nil && *saved.ContentsMinRole != "" {
		role = *saved.ContentsMinRole
	}
	if !role.Valid() {
		return "", wrong("contentsMinRole", "is %q: expected Viewer, Editor or Admin", cut(string(role)))
	}
	return role, nil
}
