// Package live is what the workbench has of Grafana Live: channels of data sources, each run once by the plugin's back
// end for all who subscribe. Grafana has a websocket for all channels; here every subscription is a request of its own.
package live

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"sync"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/datasources"
)

const (
	// lingering is how long a channel runs on when nobody watches; Grafana waits fifteen seconds.
	lingering = 2 * time.Second
	// longestWait between two tries to run a channel, as in Grafana.
	longestWait = 5 * time.Second
	// waitingPackets of a subscriber who is slow; one more, and the subscription ends.
	waitingPackets = 64
)

// Hub has the channels that run.
type Hub struct {
	DataSources datasources.Registry

	mu       sync.Mutex
	channels map[address]*channel
}

// address of a channel.
type address struct{ uid, path string }

// channel runs while somebody watches it.
type channel struct {
	watching map[chan []byte]bool
	leave    context.CancelFunc
}

// join adds a subscriber. The packets end when the channel does, or when they are not taken.
func (h *Hub) join(to address, data json.RawMessage) chan []byte {
	h.mu.Lock()
	defer h.mu.Unlock()
	packets := make(chan []byte, waitingPackets)
	joined, ok := h.channels[to]
	if !ok {
		ctx, leave := context.WithCancel(context.Background())
		joined = &channel{watching: map[chan []byte]bool{}, leave: leave}
		if h.channels == nil {
			h.channels = map[address]*channel{}
		}
		h.channels[to] = joined
		go h.run(ctx, to, joined, data)
	}
	joined.watching[packets] = true
	return packets
}

// left takes a subscriber away. The channel ends when none has come back for a while.
func (h *Hub) left(from address, packets chan []byte) {
	h.mu.Lock()
	defer h.mu.Unlock()
	known := h.channels[from]
	if known == nil {
		return
	}
	delete(known.watching, packets)
	if len(known.watching) > 0 {
		return
	}
	time.AfterFunc(lingering, func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		if len(known.watching) == 0 && h.channels[from] == known {
			delete(h.channels, from)
			known.leave()
		}
	})
}

// run has the plugin run the channel, again after failures, until nobody watches or the plugin says that it is over.
func (h *Hub) run(ctx context.Context, of address, running *channel, data json.RawMessage) {
	for wait := 100 * time.Millisecond; ; wait = min(2*wait, longestWait) {
		started := time.Now()
		err := h.stream(ctx, of, running, data)
		if ctx.Err() != nil {
			return
		}
		if err == nil {
			h.end(of, running)
			return
		}
		if time.Since(started) > longestWait {
			wait = 100 * time.Millisecond
		}
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return
		}
	}
}

func (h *Hub) stream(ctx context.Context, of address, running *channel, data json.RawMessage) error {
	source, process, ok := h.DataSources.Find(of.uid)
	if !ok {
		return nil
	}
	clients, err := process.Clients()
	if err != nil {
		return err
	}
	packets, err := clients.Stream.RunStream(ctx, backend.ToProto().RunStreamRequest(&backend.RunStreamRequest{
		PluginContext: datasources.PluginContext(source, process, nil), Path: of.path, Data: data,
	}))
	if err != nil {
		return err
	}
	for {
		packet, err := packets.Recv()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		h.publish(running, packet.Data)
	}
}

func (h *Hub) publish(to *channel, packet []byte) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for packets := range to.watching {
		select {
		case packets <- packet:
		default:
			delete(to.watching, packets)
			close(packets)
		}
	}
}

func (h *Hub) end(of address, ended *channel) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.channels[of] == ended {
		delete(h.channels, of)
	}
	ended.leave()
	for packets := range ended.watching {
		delete(ended.watching, packets)
		close(packets)
	}
}
