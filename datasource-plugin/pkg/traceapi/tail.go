package traceapi

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"time"
)

const (
	tailPath   = "/api/v1/tail"
	mediaSSE   = "text/event-stream"
	lastIDName = "Last-Event-ID"
)

// failure is embedded under a name that hides no method.
type failure = Error

// TailError says why a tail could not be followed.
type TailError struct {
	*failure
	// RetryAfter is how long the trace server asks to wait; 0 when it does not say.
	RetryAfter time.Duration
}

// Unwrap gives the error in words.
func (e *TailError) Unwrap() error { return e.failure }

// Tail opens the stream of new traces that match. It goes on after the event with the given id, or begins now when that
// is empty. The settings' time-out holds until the answer begins; the stream itself has no end and takes no turn away
// from queries. The caller closes the body, and ends a stream that says nothing any more by its context.
func (c *Client) Tail(ctx context.Context, selection url.Values, lastEventID string) (*http.Response, error) {
	response, err := c.openTail(ctx, selection, lastEventID)
	if err != nil {
		return nil, &TailError{failure: From(err)}
	}
	var failed *Error
	switch {
	case response.StatusCode != http.StatusOK:
		failed = c.refused(response)
	case !hasMediaType(response, mediaSSE):
		failed = c.notATraceServer(response)
	default:
		return response, nil
	}
	closeBody(response.Body)
	wait, _ := retryAfter(response.Header.Get("Retry-After"))
	return nil, &TailError{failure: failed, RetryAfter: wait}
}

func (c *Client) openTail(ctx context.Context, selection url.Values, lastEventID string) (*http.Response, error) {
	made, err := c.prepare(ctx, Call{Method: http.MethodGet, Path: tailPath, Query: selection}, mediaSSE)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	timer := time.AfterFunc(c.settings.Timeout, func() { cancel(errTimeout) })
	request, err := c.request(ctx, made)
	if err != nil {
		cancel(nil)
		return nil, err
	}
	if lastEventID != "" {
		request.Header.Set(lastIDName, lastEventID)
	}
	response, err := c.http.Do(request)
	if err != nil {
		defer cancel(nil)
		return nil, c.unanswered(ctx, err)
	}
	if !timer.Stop() {
		closeBody(response.Body)
		return nil, c.unanswered(ctx, errors.Join(errTimeout, ctx.Err()))
	}
	response.Body = &onClose{ReadCloser: response.Body, then: func() { cancel(nil) }}
	return response, nil
}

// CanStream tells whether answers are the same for all callers: a stream has many readers and is opened for none of them.
func (c *Client) CanStream() bool {
	return !c.settings.ForwardIdentity && !c.settings.ForwardCookies
}
