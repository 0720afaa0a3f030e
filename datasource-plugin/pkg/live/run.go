package live

import (
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/traces"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

var errNoChannel = errors.New("this channel does not exist")

// RunStream follows the trace server for a channel until Grafana says that nobody watches any more. A broken stream is
// opened again where it broke.
func (s *Streams) RunStream(ctx context.Context, request *backend.RunStreamRequest, sender *backend.StreamSender) error {
	wanted, known := askedFor(request.Path, request.Data)
	if !known || !s.options.Server.CanStream() {
		return errNoChannel
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	defer context.AfterFunc(s.open, func() { cancel(errReplaced) })()
	found, err := s.channels.begin(ctx, wanted.path)
	if err != nil {
		return whyEnded(ctx)
	}
	defer s.channels.end(found)
	run := &run{streams: s, asked: wanted, channel: found, sender: sender}
	return run.untilLeft(ctx)
}

// whyEnded is nil when nobody watches any more.
func whyEnded(ctx context.Context) error {
	if cause := context.Cause(ctx); errors.Is(cause, errReplaced) {
		return cause
	}
	return nil
}

// run is one call of RunStream.
type run struct {
	streams *Streams
	asked   asked
	channel *channel
	sender  *backend.StreamSender
	// failures in a row, and how long the trace server last asked to wait after a break.
	failures int
	retry    time.Duration
}

// sendError ends the run: Grafana does not take frames any more.
type sendError struct{ error }

func (r *run) untilLeft(ctx context.Context) error {
	for {
		err := r.follow(ctx)
		if ctx.Err() != nil {
			return whyEnded(ctx)
		}
		var unsent sendError
		if errors.As(err, &unsent) {
			return unsent.error
		}
		wait := r.retry
		var refused *traceapi.TailError
		if errors.As(err, &refused) {
			if wait, err = r.refused(refused); err != nil {
				return err
			}
		}
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return whyEnded(ctx)
		}
	}
}

// refused tells how long to wait after a connection that did not come about, and says in the channel why there is none.
func (r *run) refused(why *traceapi.TailError) (time.Duration, error) {
	if why.Status == http.StatusBadRequest && why.Field != nil && *why.Field == "Last-Event-ID" {
		r.channel.forget()
	}
	pace := r.streams.options.Pace
	wait := pace.LongestWait
	if r.failures < 10 {
		wait = min(wait, pace.FirstWait<<r.failures)
	}
	r.failures++
	// A part is left to chance, so that channels that broke together do not come back together.
	wait = max(wait/2+rand.N(wait/2+1), why.RetryAfter)
	if r.channel.interrupted(why.Message) {
		return wait, r.send(nil, r.channel.mark())
	}
	return wait, nil
}

// send gives Grafana a frame for all who watch.
func (r *run) send(rows []traces.Row, mark contract.LiveMark) error {
	frame, err := r.streams.frame(r.asked, rows, mark, r.channel.notices(time.Now()))
	if err != nil {
		return sendError{err}
	}
	if err := r.sender.SendFrame(frame, data.IncludeAll); err != nil {
		return sendError{err}
	}
	return nil
}
