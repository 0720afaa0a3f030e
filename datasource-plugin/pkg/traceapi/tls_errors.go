package traceapi

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"strings"
)

// insecure explains why there is no TLS connection; nil when the error is another one.
func (c *Client) insecure(err error) *Error {
	why := certificateFault(err)
	if why == "" {
		why = handshakeFault(err)
	}
	if why == "" {
		return nil
	}
	return c.notReached(StepTLS, err, why)
}

func certificateFault(err error) string {
	var authority x509.UnknownAuthorityError
	var name x509.HostnameError
	var invalid x509.CertificateInvalidError
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.As(err, &authority):
		return "its TLS certificate is signed by an authority that Grafana's server does not trust. Enter the authority's certificate in the data source settings (With CA cert)"
	case errors.As(err, &name):
		return "its TLS certificate is for another host name. Use that name in the URL, or enter it as server name in the TLS part of the data source settings"
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return "its TLS certificate has expired or is not valid yet. Renew the certificate, and check the clock of Grafana's server"
	case errors.As(err, &certificate):
		return "its TLS certificate is not trusted. Check the TLS part of the data source settings"
	default:
		return ""
	}
}

func handshakeFault(err error) string {
	var alert *net.OpError
	var record tls.RecordHeaderError
	switch {
	case errors.Is(err, http.ErrSchemeMismatch), errors.As(err, &record):
		return "it does not speak TLS. Begin the URL in the data source settings with http://, or turn TLS on in the trace server"
	case errors.As(err, &alert) && alert.Op == "remote error":
		// The alert's type is crypto/tls's own; its words are those of the standard.
		if text := alert.Err.Error(); strings.Contains(text, "certificate") || strings.Contains(text, "unknown authority") {
			return "it asks for a TLS client certificate that it trusts. Enter one with its key in the data source settings (TLS client auth)"
		}
		return "the TLS handshake failed. Check which TLS versions both sides allow and whether the trace server wants a client certificate"
	case strings.Contains(err.Error(), "TLS handshake timeout"):
		return "the TLS handshake was not answered in time. Check that the port of the URL in the data source settings is the one with TLS"
	default:
		return ""
	}
}
