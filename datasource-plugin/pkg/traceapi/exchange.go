package traceapi

import (
	"context"
	"errors"
	"io"
	"net/http"
	"sync"
	"time"
)

// maxConcurrentRequests of one data source to its trace server; more wait for their turn. It bounds how many answers are
// in memory while many dashboards refresh at once, and is more than an engine on one machine works at side by side.
const maxConcurrentRequests = 32

// slots hold a value for every request under way.
type slots chan struct{}

// errTimeout is the cause of a context that ended because the settings' time-out was over.
var errTimeout = errors.New("the time-out of the data source is over")

// errQueue says that the time-out was over before the request was sent, or soon after, as most of it was spent waiting.
var errQueue = errors.New("too many requests are under way")

// exchange sends the call and, when the trace server says "not now", sends it again. The time-out of the settings holds
// for all of it until the body is closed; so does the slot.
func (c *Client) exchange(ctx context.Context, made prepared) (*http.Response, error) {
	limited, cancel := context.WithTimeoutCause(ctx, c.settings.Timeout, errTimeout)
	response, err := c.tries(limited, made)
	if err != nil {
		cancel()
		return nil, err
	}
	response.Body = &onClose{ReadCloser: response.Body, ctx: limited, then: cancel}
	return response, nil
}

func (c *Client) tries(ctx context.Context, made prepared) (*http.Response, error) {
	for try := 0; ; try++ {
		response, err := c.send(ctx, made)
		if err != nil {
			return nil, c.unanswered(ctx, err)
		}
		wait, again := backOff(ctx, response, try)
		if made.call.Once || !again {
			return response, nil
		}
		closeBody(response.Body)
		if err := sleep(ctx, wait); err != nil {
			return nil, c.unanswered(ctx, err)
		}
	}
}

// send takes a slot for one request; closing the body gives it back.
func (c *Client) send(ctx context.Context, made prepared) (*http.Response, error) {
	began := time.Now()
	select {
	case c.slots <- struct{}{}:
	case <-ctx.Done():
		return nil, errors.Join(errQueue, ctx.Err())
	}
	waitedLong := time.Since(began) > c.settings.Timeout/2
	giveBack := func() { <-c.slots }
	request, err := c.request(ctx, made)
	if err != nil {
		giveBack()
		return nil, err
	}
	response, err := c.http.Do(request)
	if err != nil {
		giveBack()
		if waitedLong {
			err = errors.Join(errQueue, err)
		}
		return nil, err
	}
	response.Body = &onClose{ReadCloser: response.Body, then: giveBack}
	return response, nil
}

// onClose does something once when the body is closed.
type onClose struct {
	io.ReadCloser
	// ctx, if any, tells why reading failed better than the error of the connection does.
	ctx  context.Context
	then func()
	once sync.Once
}

func (body *onClose) Read(into []byte) (int, error) {
	size, err := body.ReadCloser.Read(into)
	if err != nil && !errors.Is(err, io.EOF) && body.ctx != nil && body.ctx.Err() != nil {
		err = context.Cause(body.ctx)
	}
	return size, err
}

func (body *onClose) Close() error {
	err := body.ReadCloser.Close()
	body.once.Do(body.then)
	return err
}
