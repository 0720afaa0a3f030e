// Package traceapi talks to the trace server. No other package makes HTTP requests.
package traceapi

import (
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
	tables   flights[*arrowframe.Table]
	objects  flights[[]byte]
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

// Columns asks for an Arrow answer and reads it to its end. Others who asked for the same at the same time have the same
// table.
func (c *Client) Columns(ctx context.Context, call Call) (*arrowframe.Table, error) {
	return whole(ctx, c, &c.tables, call, mediaArrow, readTable)
}

// JSON asks for a JSON answer and decodes it into target; properties that target lacks are skipped.
func (c *Client) JSON(ctx context.Context, call Call, target any) error {
	text, err := whole(ctx, c, &c.objects, call, mediaJSON, readText)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(text, target); err != nil {
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
func whole[T any](ctx context.Context, c *Client, under *flights[T], call Call, media string, read func(*http.Response) (T, error)) (T, error) {
	var none T
	made, err := c.prepare(ctx, call, media)
	if err != nil {
		return none, err
	}
	key, err := made.key()
	if err != nil {
		return none, pluginError(err)
	}
	got, err := under.do(ctx, key, func(ctx context.Context) (T, error) {
		response, err := c.fetch(ctx, made)
		if err != nil {
			return none, err
		}
		defer closeBody(response.Body)
		got, err := read(response)
		if err != nil {
			return none, c.brokenOff(ctx, err)
		}
		return got, nil
	})
	if err != nil && ctx.Err() != nil {
		// The caller left; the request itself may go on for others.
		return none, c.unanswered(ctx, context.Cause(ctx))
	}
	return got, err
}

// fetch gives the answer unread when it is the one that was asked for.
func (c *Client) fetch(ctx context.Context, made prepared) (*http.Response, error) {
	response, err := c.exchange(ctx, made)
	switch {
	case err != nil:
		return nil, err
	case response.StatusCode != http.StatusOK:
		defer closeBody(response.Body)
		return nil, c.refused(response)
	case !hasMediaType(response, made.accept):
		defer closeBody(response.Body)
		return nil, c.notATraceServer(response)
	default:
		return response, nil
	}
}

func hasMediaType(response *http.Response, wanted ...string) bool {
	mediaType, _, err := mime.ParseMediaType(response.Header.Get("Content-Type"))
	return err == nil && slices.Contains(wanted, mediaType)
}

// closeBody ignores the error: the answer was read or given up, and nothing can be done about it.
func closeBody(body io.Closer) {
	_ = body.Close()
}
