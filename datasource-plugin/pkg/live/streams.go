// Package live follows new traces for Grafana Live: one stream of the trace server per channel, however many browsers
// watch it.
package live

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contents"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
)

// Server is what streams need of the trace server.
type Server interface {
	Checker
	Tail(ctx context.Context, selection url.Values, lastEventID string) (*http.Response, error)
}

// Options of the streams of one data source.
type Options struct {
	Server        Server
	DataSourceUID string
	Links         query.Links
	// Rule is who may see prompts and answers.
	Rule contents.Rule
	// Pace is how fast frames are sent and broken streams are tried again; the zero value is the usual one.
	Pace Pace
}

// Pace of a stream.
type Pace struct {
	// Gather is how long rows are waited for that go into the same frame.
	Gather time.Duration
	// FirstWait is the wait before a broken stream is opened again; it doubles with every failure up to LongestWait.
	FirstWait, LongestWait time.Duration
	// Idle is how long the trace server may say nothing, not even that nothing is new.
	Idle time.Duration
}

// The trace server says something every 15 seconds.
var usualPace = Pace{Gather: 250 * time.Millisecond, FirstWait: time.Second, LongestWait: 30 * time.Second, Idle: 45 * time.Second}

// errReplaced makes Grafana open the streams again, with the data source's new settings.
var errReplaced = errors.New("the settings of the data source changed")

// Streams are the live channels of one data source.
type Streams struct {
	options  Options
	channels channels
	// open ends when the data source is replaced.
	open  context.Context
	close context.CancelCauseFunc
}

// New makes the streams of a data source. None is opened before Grafana asks for it.
func New(options Options) *Streams {
	if options.Pace == (Pace{}) {
		options.Pace = usualPace
	}
	open, closeAll := context.WithCancelCause(context.Background())
	return &Streams{options: options, channels: channels{now: time.Now}, open: open, close: closeAll}
}

// Close ends all streams. Grafana opens them again at the instance that replaced this one.
func (s *Streams) Close() {
	s.close(errReplaced)
}
