// Package traceapi talks to the trace server. No other package makes HTTP requests.
package traceapi

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/settings"
)

const (
	mediaArrow = "application/vnd.apache.arrow.stream"
	mediaJSON  = "application/json"
	mediaText  = "text/plain"
)

// Client sends requests to one trace server. It is safe for concurrent use.
type Client struct {
	http     *http.Client
	settings settings.Settings
	slots    slots
	flights  flights
}

// New makes a client from the settings of a data source and Grafana's own HTTP options (TLS, proxy, headers).
func New(saved settings.Settings, options httpclient.Options) (*Client, error) {
	client, err := newHTTPClient(saved, options)
	if err != nil {
		return nil, err
	}
	return &Client{http: client, settings: saved, slots: make(slots, maxConcurrentRequests)}, nil
}

// Close gives up idle connections.
func (c *Client) Close() {
	c.http.CloseIdleConnections()
}

// Address of the trace server for messages; a password in it is left out.
func (c *Client) Address() string {
	return c.settings.URL.Redacted()
}

// Columns asks for an Arrow answer and reads it to its end. The table belongs to the caller alone.
func (c *Client) Columns(ctx context.Context, call Call) (*arrowframe.Table, error) {
	got, err := c.whole(ctx, call, mediaArrow)
	if err != nil {
		return nil, err
	}
	table, err := arrowframe.Read(bytes.NewReader(got.body))
	if err != nil {
		return nil, c.brokenOff(ctx, err)
	}
	table.Header = got.header.Clone()
	return table, nil
}

// JSON asks for a JSON answer and decodes it into target; properties that target lacks are skipped.
func (c *Client) JSON(ctx context.Context, call Call, target any) error {
	got, err := c.whole(ctx, call, mediaJSON)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(got.body, target); err != nil {
		return c.brokenOff(ctx, err)
	}
	return nil
}

// Open asks for a JSON answer and returns it unread, whatever its status. The caller closes the body, and explains with
// BrokenOff why it could not be read to its end. An answer of another kind is an error.
func (c *Client) Open(ctx context.Context, call Call) (*http.Response, error) {
	return c.openAs(ctx, call, mediaJSON)
}

// OpenText is Open for answers that are either JSON or plain text.
func (c *Client) OpenText(ctx context.Context, call Call) (*http.Response, error) {
	return c.openAs(ctx, call, mediaText, mediaJSON)
}

func (c *Client) openAs(ctx context.Context, call Call, media ...string) (*http.Response, error) {
	made, err := c.prepare(ctx, call, strings.Join(media, ", "))
	if err != nil {
		return nil, err
	}
	response, err := c.exchange(ctx, made)
	if err != nil {
		return nil, err
	}
	failed := response.StatusCode >= http.StatusMultipleChoices
	if hasMediaType(response, mediaJSON) || (!failed && hasMediaType(response, media...)) {
		if !isUnusable(response.StatusCode) {
			return response, nil
		}
	}
	defer closeBody(response.Body)
	if failed {
		return nil, c.refused(response)
	}
	return nil, c.notATraceServer(response)
}

// isUnusable tells which answers concern the data source's settings and not the request: the browser gets the sentence
// that says what to change there.
func isUnusable(status int) bool {
	return status == http.StatusUnauthorized || status == http.StatusForbidden || (status >= http.StatusMultipleChoices && status < http.StatusBadRequest)
}

// whole answers are read to their end, once for all who ask for the same at the same time.
func (c *Client) whole(ctx context.Context, call Call, media string) (answer, error) {
	made, err := c.prepare(ctx, call, media)
	if err != nil {
		return answer{}, err
	}
	key, err := made.key()
	if err != nil {
		return answer{}, pluginError(err)
	}
	got, err := c.flights.do(ctx, key, func(ctx context.Context) (answer, error) { return c.fetch(ctx, made) })
	if err != nil && ctx.Err() != nil {
		// The caller left; the request itself may go on for others.
		return answer{}, c.unanswered(ctx, context.Cause(ctx))
	}
	return got, err
}

func (c *Client) fetch(ctx context.Context, made prepared) (answer, error) {
	response, err := c.exchange(ctx, made)
	if err != nil {
		return answer{}, err
	}
	defer closeBody(response.Body)
	if response.StatusCode != http.StatusOK {
		return answer{}, c.refused(response)
	}
	if !hasMediaType(response, made.accept) {
		return answer{}, c.notATraceServer(response)
	}
	body, err := readLimited(response)
	if err != nil {
		return answer{}, c.brokenOff(ctx, err)
	}
	return answer{header: response.Header, body: body}, nil
}

func hasMediaType(response *http.Response, wanted ...string) bool {
	mediaType, _, err := mime.ParseMediaType(response.Header.Get("Content-Type"))
	return err == nil && slices.Contains(wanted, mediaType)
}

// closeBody ignores the error: the answer was read or given up, and nothing can be done about it.
func closeBody(body io.Closer) {
	_ = body.Close()
}
