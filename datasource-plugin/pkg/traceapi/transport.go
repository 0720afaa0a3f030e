package traceapi

import (
	"fmt"
	"net/http"

	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/settings"
)

func newHTTPClient(saved settings.Settings, options httpclient.Options) (*http.Client, error) {
	timeouts := httpclient.DefaultTimeoutOptions
	if options.Timeouts != nil {
		timeouts = *options.Timeouts
	}
	// The time-out is set per exchange, which may be more than one request.
	timeouts.Timeout = 0
	timeouts.MaxIdleConnsPerHost = maxConcurrentRequests
	timeouts.MaxIdleConns = max(timeouts.MaxIdleConns, maxConcurrentRequests)
	options.Timeouts = &timeouts
	// The client forwards what the settings name, see Caller.
	options.ForwardHTTPHeaders = false
	if saved.TLSServerName != "" {
		// The SDK takes the server name only together with a certificate of one's own.
		certificates := httpclient.TLSOptions{}
		if options.TLS != nil {
			certificates = *options.TLS
		}
		certificates.ServerName = saved.TLSServerName
		options.TLS = &certificates
	}
	client, err := httpclient.New(options)
	if err != nil {
		return nil, fmt.Errorf("the data source's HTTP settings are not valid: %w", err)
	}
	// Custom headers and keys are set on every request, so following a redirect would hand them to another host.
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return client, nil
}
