package live

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/traces"
)

// batchRows go into one frame at most.
const batchRows = 100

var (
	errQuiet = errors.New("the trace server says nothing any more")
	errEnded = errors.New("the stream ended")
)

// follow opens the trace server's stream where the channel is and passes on what it says until it breaks.
func (r *run) follow(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	r.retry = r.streams.options.Pace.FirstWait
	response, err := r.streams.options.Server.Tail(ctx, r.asked.selection, r.channel.lastPosition())
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	idle := time.AfterFunc(r.streams.options.Pace.Idle, func() { cancel(errQuiet) })
	defer idle.Stop()
	events := make(chan event)
	go func() {
		defer close(events)
		// Why reading ended does not matter: the stream is opened again.
		_ = readEvents(response.Body, func(said event) error {
			idle.Reset(r.streams.options.Pace.Idle)
			select {
			case events <- said:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	}()
	return r.pass(ctx, events)
}

// batch is rows of a connection that wait for more.
type batch struct {
	// begun says that the trace server has said where the stream begins.
	begun bool
	rows  []traces.Row
	// position is after the last of them, or after what else was said since.
	position string
}

// pass gathers rows into frames.
func (r *run) pass(ctx context.Context, events <-chan event) error {
	var waiting batch
	timer := time.NewTimer(time.Hour)
	defer timer.Stop()
	for {
		select {
		case said, open := <-events:
			if !open {
				return errors.Join(errEnded, r.flush(&waiting))
			}
			began := len(waiting.rows) == 0
			if err := r.take(&waiting, said); err != nil {
				return err
			}
			if began && len(waiting.rows) > 0 {
				timer.Reset(r.streams.options.Pace.Gather)
			}
		case <-timer.C:
			if err := r.flush(&waiting); err != nil {
				return err
			}
		case <-ctx.Done():
			return errors.Join(context.Cause(ctx), r.flush(&waiting))
		}
	}
}

func (r *run) take(waiting *batch, said event) error {
	if said.retry > 0 {
		r.retry = said.retry
	}
	if said.id == "" {
		return nil // A comment before the first position.
	}
	if !waiting.begun {
		waiting.begun = true
		if err := r.begin(said.id); err != nil {
			return err
		}
	}
	switch {
	case said.name == lagging:
		return r.skip(waiting, said)
	case said.name != "":
		return nil // A newer trace server says something that this version does not know.
	case said.tooLarge:
		r.channel.unread()
	case len(said.data) > 0:
		r.add(waiting, said.data)
	}
	waiting.position = said.id
	if len(waiting.rows) >= batchRows || len(waiting.rows) == 0 {
		return r.flush(waiting)
	}
	return nil
}

// begin tells browsers of a stream whose beginning is news to them.
func (r *run) begin(position string) error {
	r.failures = 0
	if !r.channel.connected(position) {
		return nil
	}
	return r.send(nil, r.channel.mark())
}

// add takes a row that can be shown.
func (r *run) add(waiting *batch, text []byte) {
	var row traces.Row
	if json.Unmarshal(text, &row) == nil {
		if _, err := traces.StreamFrame(query.Request{}, []traces.Row{row}); err == nil {
			waiting.rows = append(waiting.rows, row)
			return
		}
	}
	r.channel.unread()
}

func (r *run) skip(waiting *batch, said event) error {
	if err := r.flush(waiting); err != nil {
		return err
	}
	var lag contract.TailLag
	if err := json.Unmarshal(said.data, &lag); err != nil {
		lag.Skipped = 0
	}
	r.channel.skip(lag.Skipped, said.id, time.Now().Add(noticeTime))
	return r.send(nil, r.channel.mark())
}

// flush sends what waits. Without rows it only remembers the position.
func (r *run) flush(waiting *batch) error {
	if waiting.position == "" {
		return nil
	}
	rows, position := waiting.rows, waiting.position
	waiting.rows, waiting.position = nil, ""
	mark := r.channel.add(rows, position)
	if len(rows) == 0 {
		return nil
	}
	return r.send(rows, mark)
}
