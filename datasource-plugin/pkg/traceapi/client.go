// Package traceapi talks to the trace server. No other package makes HTTP requests.
package traceapi

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"

	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/settings"
)

const (
	mediaArrow = "application/vnd.apache.arrow.stream"
	mediaJSON  = "application/json"
)

// Client sends requests to one trace server. It is safe for concurrent use.
type Client struct {
	http     *http.Client
	settings settings.Settings
}

// New makes a client from the settings of a data source and Grafana's own HTTP options (TLS, proxy, headers).
func New(saved settings.Settings, options httpclient.Options) (*Client, error) {
	timeouts := httpclient.DefaultTimeoutOptions
	if options.Timeouts != nil {
		timeouts = *options.Timeouts
	}
	timeouts.Timeout = saved.Timeout
	options.Timeouts = &timeouts
	client, err := httpclient.New(options)
	if err != nil {
		return nil, fmt.Errorf("the data source's HTTP settings are not valid: %w", err)
	}
	return &Client{http: client, settings: saved}, nil
}

// Close gives up idle connections.
func (c *Client) Close() {
	c.http.CloseIdleConnections()
}

// Address of the trace server for messages; a password in it is left out.
func (c *Client) Address() string {
	return c.settings.URL.Redacted()
}

// Call is one request to the trace server.
type Call struct {
	Method string
	// Path below the server's URL, its parts already escaped.
	Path  string
	Query url.Values
	// Body is sent as JSON; nil sends none.
	Body any
}

// Columns asks for an Arrow answer and reads it to its end.
func (c *Client) Columns(ctx context.Context, call Call) (*arrowframe.Table, error) {
	response, err := c.send(ctx, call, mediaArrow)
	if err != nil {
		return nil, err
	}
	defer closeBody(response.Body)
	if response.StatusCode != http.StatusOK {
		return nil, c.refused(response)
	}
	if !hasMediaType(response, mediaArrow) {
		return nil, c.notATraceServer(response)
	}
	table, err := arrowframe.Read(response.Body)
	if err != nil {
		return nil, c.BrokenOff(err)
	}
	table.Header = response.Header
	return table, nil
}

// JSON asks for a JSON answer and decodes it into target; properties that target lacks are skipped.
func (c *Client) JSON(ctx context.Context, call Call, target any) error {
	response, err := c.send(ctx, call, mediaJSON)
	if err != nil {
		return err
	}
	defer closeBody(response.Body)
	if response.StatusCode != http.StatusOK {
		return c.refused(response)
	}
	if !hasMediaType(response, mediaJSON) {
		return c.notATraceServer(response)
	}
	if err := json.NewDecoder(response.Body).Decode(target); err != nil {
		return c.BrokenOff(err)
	}
	return nil
}

// Open asks for a JSON answer and returns it unread, whatever its status. The caller closes the body.
// An answer that is not JSON is an error.
func (c *Client) Open(ctx context.Context, call Call) (*http.Response, error) {
	response, err := c.send(ctx, call, mediaJSON)
	if err != nil {
		return nil, err
	}
	if hasMediaType(response, mediaJSON) {
		return response, nil
	}
	defer closeBody(response.Body)
	if response.StatusCode != http.StatusOK {
		return nil, c.refused(response)
	}
	return nil, c.notATraceServer(response)
}

func (c *Client) send(ctx context.Context, call Call, accept string) (*http.Response, error) {
	request, err := c.request(ctx, call, accept)
	if err != nil {
		return nil, err
	}
	response, err := c.http.Do(request)
	if err != nil {
		return nil, c.unreachable(err)
	}
	return response, nil
}

func (c *Client) request(ctx context.Context, call Call, accept string) (*http.Request, error) {
	address, err := url.Parse(c.settings.URL.String() + call.Path)
	if err != nil {
		return nil, pluginError(errors.New("the data source built a path that is not valid"))
	}
	address.RawQuery = call.Query.Encode()
	var body io.Reader
	if call.Body != nil {
		text, err := json.Marshal(call.Body)
		if err != nil {
			return nil, pluginError(errors.New("the data source could not write its request as JSON"))
		}
		body = bytes.NewReader(text)
	}
	request, err := http.NewRequestWithContext(ctx, call.Method, address.String(), body)
	if err != nil {
		return nil, pluginError(errors.New("the data source built a request that is not valid"))
	}
	request.Header.Set("Accept", accept)
	if body != nil {
		request.Header.Set("Content-Type", mediaJSON)
	}
	if c.settings.APIKey != "" {
		request.Header.Set("Authorization", "Bearer "+c.settings.APIKey)
	}
	return request, nil
}

// String describes the call for people: Grafana's query inspector shows it.
func (call Call) String() string {
	text := call.Method + " " + call.Path
	if query := call.Query.Encode(); query != "" {
		text += "?" + query
	}
	if call.Body == nil {
		return text
	}
	body, err := json.MarshalIndent(call.Body, "", "  ")
	if err != nil {
		return text
	}
	return text + "\n" + string(body)
}

func hasMediaType(response *http.Response, wanted string) bool {
	mediaType, _, err := mime.ParseMediaType(response.Header.Get("Content-Type"))
	return err == nil && mediaType == wanted
}

// closeBody ignores the error: the answer was read or given up, and nothing can be done about it.
func closeBody(body io.Closer) {
	_ = body.Close()
}
