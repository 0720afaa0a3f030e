package settings

import (
	"errors"
	"net/url"
	"strings"
)

var (
	errNoURL = errors.New("the data source has no URL: enter the address of the trace server, such as http://127.0.0.1:4318")
	// The text is not repeated in errors: it may hold a password.
	errURL = errors.New("the data source's URL is not valid: it must start with http:// or https:// and name a host, such as http://127.0.0.1:4318")
	// Grafana stores the URL as plain text and shows it to everyone who may see data sources.
	errURLPassword = errors.New("the data source's URL holds a password, which Grafana would store unencrypted: take user and password out of the URL and enter them under basic authentication")
)

func parseURL(text string) (*url.URL, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return nil, errNoURL
	}
	address, err := url.Parse(text)
	if err != nil || address.Hostname() == "" || (address.Scheme != "http" && address.Scheme != "https") {
		return nil, errURL
	}
	if address.User != nil {
		return nil, errURLPassword
	}
	address.RawQuery, address.ForceQuery, address.Fragment, address.RawFragment = "", false, "", ""
	address.Path, address.RawPath = strings.TrimRight(address.Path, "/"), strings.TrimRight(address.RawPath, "/")
	return address, nil
}
