package settings

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"golang.org/x/net/http/httpguts"
)

// Names in secureJsonData.
const (
	apiKeySecret     = "apiKey"
	basicSecret      = "basicAuthPassword"
	caSecret         = "tlsCACert"
	clientCertSecret = "tlsClientCert"
	clientKeySecret  = "tlsClientKey"
)

// grafanaSettings are settings that Grafana's data sources share. The SDK makes TLS, basic authentication and custom
// headers of them; here they are checked first.
type grafanaSettings struct {
	OAuthPassThru     bool     `json:"oauthPassThru"`
	KeepCookies       []string `json:"keepCookies"`
	TLSAuth           bool     `json:"tlsAuth"`
	TLSAuthWithCACert bool     `json:"tlsAuthWithCACert"`
	TLSSkipVerify     bool     `json:"tlsSkipVerify"`
	ServerName        string   `json:"serverName"`
	// The SDK expects text in each of these and ends the back end at anything else.
	Access           string `json:"access"`
	JSONURL          string `json:"url"`
	BasicAuthUser    string `json:"basicAuthUser"`
	SigV4Auth        bool   `json:"sigV4Auth"`
	SigV4Region      string `json:"sigV4Region"`
	SigV4AssumeRole  string `json:"sigV4AssumeRoleArn"`
	SigV4AuthType    string `json:"sigV4AuthType"`
	SigV4ExternalID  string `json:"sigV4ExternalId"`
	SigV4AuthProfile string `json:"sigV4Profile"`
}

func parseGrafana(instance backend.DataSourceInstanceSettings) (grafanaSettings, error) {
	saved, err := decode[grafanaSettings](instance.JSONData)
	if err != nil {
		return saved, err
	}
	if saved.SigV4Auth {
		return saved, wrong("sigV4Auth", "is on: the trace server does not take signatures of AWS, turn it off")
	}
	headers, err := customHeaders(instance)
	if err != nil {
		return saved, err
	}
	if err := checkTLS(saved, instance.DecryptedSecureJSONData); err != nil {
		return saved, err
	}
	return saved, checkAuthorization(instance, headers)
}

// customHeaders reads httpHeaderName1, httpHeaderName2 and so on, whose values are secrets.
func customHeaders(instance backend.DataSourceInstanceSettings) (http.Header, error) {
	saved, err := decode[map[string]json.RawMessage](instance.JSONData)
	if err != nil {
		return nil, err
	}
	headers := http.Header{}
	for index := 1; ; index++ {
		nameSetting, valueSetting := fmt.Sprintf("httpHeaderName%d", index), fmt.Sprintf("httpHeaderValue%d", index)
		text, ok := saved[nameSetting]
		if !ok {
			return headers, nil
		}
		var name string
		if err := json.Unmarshal(text, &name); err != nil {
			return nil, wrong(nameSetting, "is of the wrong kind: expected text")
		}
		value := instance.DecryptedSecureJSONData[valueSetting]
		if !httpguts.ValidHeaderFieldName(name) {
			return nil, wrong(nameSetting, "is %q: expected the name of an HTTP header", cut(name))
		}
		if value == "" {
			return nil, wrong(valueSetting, "is missing: enter the value of the header %s, in provisioning under secureJsonData", name)
		}
		if !httpguts.ValidHeaderFieldValue(value) {
			return nil, wrong(valueSetting, "cannot be sent: a header's value has one line and no control characters")
		}
		headers.Set(name, value)
	}
}

// checkAuthorization refuses settings of which only one could be sent: all of them are the header Authorization.
func checkAuthorization(instance backend.DataSourceInstanceSettings, headers http.Header) error {
	secrets := instance.DecryptedSecureJSONData
	key := strings.TrimSpace(secrets[apiKeySecret])
	if !httpguts.ValidHeaderFieldValue(key) {
		return wrong(apiKeySecret, "cannot be sent: a key has one line and no control characters")
	}
	var used []string
	if key != "" {
		used = append(used, "an API key")
	}
	if instance.BasicAuthEnabled {
		used = append(used, "basic authentication")
		if instance.BasicAuthUser == "" || secrets[basicSecret] == "" {
			return wrong("basicAuth", "is on: enter basicAuthUser and, in provisioning under secureJsonData, basicAuthPassword")
		}
	}
	if headers.Get("Authorization") != "" {
		used = append(used, "a custom header Authorization")
	}
	if len(used) > 1 {
		return fmt.Errorf("the data source has %s: only one of them can be sent, remove the others", strings.Join(used, " and "))
	}
	return nil
}

func checkTLS(saved grafanaSettings, secrets map[string]string) error {
	if saved.TLSAuthWithCACert && !x509.NewCertPool().AppendCertsFromPEM([]byte(secrets[caSecret])) {
		return wrong(caSecret, "holds no certificate: enter the CA's certificate, beginning with -----BEGIN CERTIFICATE-----, or turn off tlsAuthWithCACert")
	}
	if !saved.TLSAuth {
		return nil
	}
	if _, err := tls.X509KeyPair([]byte(secrets[clientCertSecret]), []byte(secrets[clientKeySecret])); err != nil {
		return wrong(clientCertSecret, "and %s are no certificate with its key: enter both, each beginning with -----BEGIN, or turn off tlsAuth", clientKeySecret)
	}
	return nil
}
