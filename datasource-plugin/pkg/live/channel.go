package live

import (
	"crypto/rand"
	"fmt"
	"sync"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/traces"
)

const (
	// keptRows of a channel are for browsers whose connection broke for a moment. Who missed more asks for the list.
	keptRows = 200
	// noticeTime is how long it is said that traces were skipped.
	noticeTime = time.Minute
)

// channel is what is known of a live channel. Its rows are numbered within a run, which ends where traces may be missing:
// by run and number a browser knows whether it has all.
type channel struct {
	// turn holds a value while somebody runs the channel.
	turn chan struct{}
	// users and idleSince belong to channels.
	users     int
	idleSince time.Time

	mu sync.Mutex
	// run is empty until the trace server was reached.
	run string
	// last is the number of the last row.
	last int
	// rows are the last ones.
	rows []traces.Row
	// position is where the trace server's tail goes on.
	position string
	// trouble says why the stream is interrupted; empty while it is not.
	trouble string
	// skipped rows are told until that time.
	skipped      int
	skippedUntil time.Time
	// unreadable rows were left out.
	unreadable int
}

func newChannel() *channel {
	return &channel{turn: make(chan struct{}, 1)}
}

func (c *channel) newRun() {
	c.run, c.last, c.rows = rand.Text(), 0, nil
}

func (c *channel) lastPosition() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.position
}

// connected says that the stream has begun at a position, and tells whether browsers must know.
func (c *channel) connected(position string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	news := c.trouble != ""
	c.trouble = ""
	if c.run == "" || c.position == "" {
		c.newRun()
		news = true
	}
	c.position = position
	return news
}

// interrupted says in words why there is no stream, and tells whether that is news.
func (c *channel) interrupted(why string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	news := c.trouble != why
	c.trouble = why
	return news
}

// forget drops a position that the trace server does not know.
func (c *channel) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.position = ""
}

// add takes rows up to a position.
func (c *channel) add(rows []traces.Row, position string) contract.LiveMark {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.position = position
	c.last += len(rows)
	c.rows = append(c.rows, rows...)
	if over := len(c.rows) - keptRows; over > 0 {
		// A new list, so that the rows that are gone can be collected.
		c.rows = append([]traces.Row(nil), c.rows[over:]...)
	}
	return c.markOf(len(rows))
}

// skip begins a new run after traces that nobody gets.
func (c *channel) skip(count int, position string, until time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.newRun()
	c.position, c.skipped, c.skippedUntil = position, count, until
}

// unread counts a row that was left out.
func (c *channel) unread() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.unreadable++
}

// kept are the last rows, and where they are in the run.
func (c *channel) kept() ([]traces.Row, contract.LiveMark) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.rows, c.markOf(len(c.rows))
}

// mark is where the channel is, without rows.
func (c *channel) mark() contract.LiveMark {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.markOf(0)
}

// markOf is where so many last rows are, and whether more come. The channel is locked.
func (c *channel) markOf(rows int) contract.LiveMark {
	mark := contract.LiveMark{Run: c.run, From: c.last - rows + 1, To: c.last}
	if c.trouble != "" {
		words := c.interruption()
		mark.Interrupted = &words
	}
	return mark
}

// interruption says in words that nothing comes for now.
func (c *channel) interruption() string {
	return "Live is interrupted. " + c.trouble + " New traces follow when it goes on."
}

// notices say what people should know of the stream now.
func (c *channel) notices(now time.Time) []data.Notice {
	c.mu.Lock()
	defer c.mu.Unlock()
	var notices []data.Notice
	if c.trouble != "" {
		notices = append(notices, data.Notice{Severity: data.NoticeSeverityWarning, Text: c.interruption()})
	}
	if c.skipped > 0 && now.Before(c.skippedUntil) {
		notices = append(notices, data.Notice{
			Severity: data.NoticeSeverityInfo,
			Text:     fmt.Sprintf("Live fell behind and skipped %d traces; the newest are shown. Narrow the query to follow all of them.", c.skipped),
		})
	}
	if c.unreadable > 0 {
		notices = append(notices, data.Notice{
			Severity: data.NoticeSeverityWarning,
			Text:     fmt.Sprintf("Live left out %d traces that this version of the data source cannot read. Use matching versions of both.", c.unreadable),
		})
	}
	return notices
}
