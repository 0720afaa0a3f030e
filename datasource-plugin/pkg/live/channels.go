package live

import (
	"context"
	"sync"
	"time"
)

const (
	// keptIdle is how long the rows of a channel are kept that nobody watches: browsers come back.
	keptIdle = 5 * time.Minute
	// maxIdle channels are kept that nobody watches.
	maxIdle = 50
)

// channels by their path.
type channels struct {
	now func() time.Time

	mu     sync.Mutex
	byPath map[string]*channel
}

// find gives a channel that has been run, or nil.
func (c *channels) find(path string) *channel {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.forgetIdle()
	return c.byPath[path]
}

// begin gives a channel to the one who runs it, once the one before has ended.
func (c *channels) begin(ctx context.Context, path string) (*channel, error) {
	found := c.watch(path)
	select {
	case found.turn <- struct{}{}:
		return found, nil
	case <-ctx.Done():
		c.leave(found)
		return nil, ctx.Err()
	}
}

// end gives it back.
func (c *channels) end(ended *channel) {
	<-ended.turn
	c.leave(ended)
}

func (c *channels) watch(path string) *channel {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.forgetIdle()
	found, ok := c.byPath[path]
	if !ok {
		found = newChannel()
		if c.byPath == nil {
			c.byPath = map[string]*channel{}
		}
		c.byPath[path] = found
	}
	found.users++
	return found
}

func (c *channels) leave(left *channel) {
	c.mu.Lock()
	defer c.mu.Unlock()
	left.users--
	left.idleSince = c.now()
}

func (c *channels) forgetIdle() {
	idle := 0
	for path, known := range c.byPath {
		if known.users > 0 {
			continue
		}
		if idle++; idle > maxIdle || c.now().Sub(known.idleSince) > keptIdle {
			delete(c.byPath, path)
		}
	}
}
