// Package settings reads what an administrator entered for a data source.
package settings

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

// Settings of one data source instance.
type Settings struct {
	// URL of the trace server, without a trailing slash.
	URL *url.URL
	// Timeout is the longest wait for a whole answer.
	Timeout time.Duration
	// APIKey is sent as a bearer token; empty sends none.
	APIKey string
}

var errNoURL = errors.New("the data source has no URL: enter the address of the trace server, such as http://127.0.0.1:4318")

// Parse reads the settings. Its errors are sentences for the administrator and hold no secrets.
func Parse(instance backend.DataSourceInstanceSettings) (Settings, error) {
	address, err := parseURL(instance.URL)
	if err != nil {
		return Settings{}, err
	}
	timeout, err := parseTimeout(instance.JSONData)
	if err != nil {
		return Settings{}, err
	}
	return Settings{
		URL:     address,
		Timeout: timeout,
		APIKey:  strings.TrimSpace(instance.DecryptedSecureJSONData["apiKey"]),
	}, nil
}

func parseURL(text string) (*url.URL, error) {
	text = strings.TrimRight(strings.TrimSpace(text), "/")
	if text == "" {
		return nil, errNoURL
	}
	address, err := url.Parse(text)
	if err != nil || address.Host == "" || (address.Scheme != "http" && address.Scheme != "https") {
		// The text is not repeated: it may hold a password.
		return nil, errors.New("the data source's URL is not valid: it must start with http:// or https:// and name a host")
	}
	address.RawQuery, address.Fragment = "", ""
	return address, nil
}

func parseTimeout(jsonData json.RawMessage) (time.Duration, error) {
	var saved contract.DataSourceSettings
	if len(jsonData) > 0 {
		if err := json.Unmarshal(jsonData, &saved); err != nil {
			return 0, fmt.Errorf("the data source's timeout must be a whole number of seconds from %d to %d",
				contract.LimitDataSourceSettingsTimeoutSecondsMin, contract.LimitDataSourceSettingsTimeoutSecondsMax)
		}
	}
	seconds := contract.LimitDataSourceSettingsTimeoutSecondsDefault
	if saved.TimeoutSeconds != nil {
		seconds = *saved.TimeoutSeconds
	}
	if seconds < contract.LimitDataSourceSettingsTimeoutSecondsMin || seconds > contract.LimitDataSourceSettingsTimeoutSecondsMax {
		return 0, fmt.Errorf("the data source's timeout is %d seconds: enter %d to %d", seconds,
			contract.LimitDataSourceSettingsTimeoutSecondsMin, contract.LimitDataSourceSettingsTimeoutSecondsMax)
	}
	return time.Duration(seconds) * time.Second, nil
}
