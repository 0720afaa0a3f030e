package traceapi

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// unanswered explains why no answer came.
func (c *Client) unanswered(ctx context.Context, err error) *Error {
	var known *Error
	switch {
	case errors.As(err, &known):
		return known
	case errors.Is(err, errTimeout), errors.Is(context.Cause(ctx), errTimeout):
		return c.timedOut(err)
	case errors.Is(err, context.Canceled):
		return cancelled(err)
	case errors.Is(err, context.DeadlineExceeded) && ctx.Err() != nil:
		return downstream(statusGatewayTimeout, StepTimeout, err,
			"Grafana stopped waiting before the trace server at %s answered. Choose a shorter time range, or raise Grafana's own time-out (for alert rules evaluation_timeout).", c.Address())
	default:
		return c.unreachable(err)
	}
}

func (c *Client) timedOut(err error) *Error {
	if errors.Is(err, errQueue) {
		return downstream(statusGatewayTimeout, StepTimeout, err,
			"The request waited its turn for %s: %d others are under way and the trace server at %s is slow. Refresh fewer dashboards at once, choose shorter time ranges, or raise the timeout in the data source settings.",
			c.settings.Timeout, maxConcurrentRequests, c.Address())
	}
	return downstream(statusGatewayTimeout, StepTimeout, err,
		"The trace server at %s did not answer within %s. Choose a shorter time range or raise the timeout in the data source settings.",
		c.Address(), c.settings.Timeout)
}

// unreachable explains why there is no connection. The operating system's errors are told by their words, which are
// Go's own on Linux, macOS and Windows alike.
func (c *Client) unreachable(err error) *Error {
	var dns *net.DNSError
	var network net.Error
	if explained := c.insecure(err); explained != nil {
		return explained
	}
	switch text := err.Error(); {
	case errors.As(err, &dns) && dns.IsNotFound:
		return c.notReached(StepDNS, err, "its host name is not known to the DNS. Check the URL in the data source settings; Grafana's own server must know the name")
	case errors.As(err, &dns):
		return c.notReached(StepDNS, err, "the DNS did not answer. Try again; if it stays, check the DNS of Grafana's server")
	case strings.Contains(text, "proxyconnect"):
		return c.notReached(StepConnect, err, "the proxy that Grafana's server uses did not let the request through. Check its proxy settings (HTTP_PROXY, NO_PROXY)")
	case strings.Contains(text, "refused"):
		return c.notReached(StepConnect, err, "the connection was refused. Check that the trace server is running, and the host and port of the URL in the data source settings")
	case errors.As(err, &network) && network.Timeout():
		return c.notReached(StepConnect, err, "no connection came about in time. Check the URL in the data source settings and whether a firewall is in between")
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), strings.Contains(text, "connection reset"):
		return c.notReached(StepConnect, err, "it closed the connection without an answer. Try again; if it stays, check whether the URL in the data source settings must start with https://")
	default:
		return c.notReached(StepConnect, err, "the connection failed. Check that it is running and that the URL in the data source settings is right")
	}
}

func (c *Client) notReached(step Step, err error, why string) *Error {
	return downstream(backend.StatusBadGateway, step, err, "Cannot reach the trace server at %s: %s.", c.Address(), why)
}

// notATraceServer explains a success answer of the wrong kind: another service lives at the URL.
func (c *Client) notATraceServer(response *http.Response) *Error {
	kind := Readable(response.Header.Get("Content-Type"))
	if kind == "" {
		kind = "no content type"
	}
	return c.wrongAddress("it sent " + kind)
}

// WrongPath is the error for a trace server that does not know what every trace server has at this path.
func (c *Client) WrongPath() *Error {
	return downstream(backend.StatusBadGateway, StepWrongAddress, nil,
		"The trace server has nothing at %s. Check the path of the URL in the data source settings: most often there is none.", c.Address())
}

// WrongAddress is the error for an answer that has the right form and cannot be a trace server's.
func (c *Client) WrongAddress() *Error {
	return c.wrongAddress("its answer is another one")
}

func (c *Client) wrongAddress(why string) *Error {
	return downstream(backend.StatusBadGateway, StepWrongAddress, nil,
		"What answers at %s is not a trace server (%s). Check the URL in the data source settings.", c.Address(), why)
}
