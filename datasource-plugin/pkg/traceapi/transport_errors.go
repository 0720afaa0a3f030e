package traceapi

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
)

// unreachable explains why no answer came.
func (c *Client) unreachable(err error) *Error {
	var dns *net.DNSError
	var network net.Error
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.Is(err, context.Canceled):
		return downstream(statusClientClosed, StepTimeout, err, "The request was cancelled before the trace server answered.")
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &network) && network.Timeout():
		return c.timedOut(err)
	case errors.As(err, &dns):
		return downstream(backend.StatusBadGateway, StepConnect, err,
			"Cannot reach the trace server at %s: its host name is not known. Check the URL in the data source settings.", c.Address())
	case errors.As(err, &certificate):
		return downstream(backend.StatusBadGateway, StepConnect, err,
			"Cannot reach the trace server at %s: its TLS certificate is not trusted. Check the TLS part of the data source settings.", c.Address())
	default:
		return downstream(backend.StatusBadGateway, StepConnect, err,
			"Cannot reach the trace server at %s: the connection failed. Check that it is running and that the URL in the data source settings is right.", c.Address())
	}
}

func (c *Client) timedOut(err error) *Error {
	return downstream(statusGatewayTimeout, StepTimeout, err,
		"The trace server at %s did not answer within %s. Choose a shorter time range or raise the timeout in the data source settings.",
		c.Address(), c.settings.Timeout)
}

// BrokenOff explains an answer that began well and could not be read to its end.
func (c *Client) BrokenOff(err error) *Error {
	var network net.Error
	var column *arrowframe.ColumnError
	switch {
	case errors.Is(err, httpclient.ErrResponseBodyTooLarge):
		return downstream(backend.StatusBadGateway, StepAnswer, err,
			"The answer is larger than Grafana's limit for data sources (response_limit). Choose a shorter time range or a lower limit.")
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded), errors.As(err, &network) && network.Timeout():
		return c.unreachable(err)
	case errors.As(err, &column):
		return From(err)
	default:
		return downstream(backend.StatusBadGateway, StepAnswer, err,
			"The trace server's answer broke off or is damaged. Try again; if it stays, look into the trace server's log.")
	}
}

// notATraceServer explains a success answer of the wrong kind: another service lives at the URL.
func (c *Client) notATraceServer(response *http.Response) *Error {
	kind := readable(response.Header.Get("Content-Type"))
	if kind == "" {
		kind = "no content type"
	}
	return c.wrongAddress("it sent " + kind)
}

// WrongAddress is the error for an answer that has the right form and cannot be a trace server's.
func (c *Client) WrongAddress() *Error {
	return c.wrongAddress("its answer is another one")
}

func (c *Client) wrongAddress(why string) *Error {
	return downstream(backend.StatusBadGateway, StepWrongAddress, nil,
		"What answers at %s is not a trace server (%s). Check the URL in the data source settings.", c.Address(), why)
}
