package live

import (
	"encoding/json"
	"net/http"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/datasources"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/reply"
)

// maxBodyBytes bounds a subscription: its data is a query.
const maxBodyBytes = 1 << 20

// subscription is the body of a request.
type subscription struct {
	// Stream is the data source's uid.
	Stream string          `json:"stream"`
	Path   string          `json:"path"`
	Data   json.RawMessage `json:"data"`
}

// line of the answer. A state is one of Grafana's LiveChannelConnectionState.
type line struct {
	State   string          `json:"state,omitempty"`
	Error   string          `json:"error,omitempty"`
	Message json.RawMessage `json:"message,omitempty"`
}

// ServeHTTP answers POST /api/live/stream with a line of JSON for each thing that happens in the channel, until the caller
// goes. What the plugin refuses is no error of HTTP: in Grafana it comes through the open websocket.
func (h *Hub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var wanted subscription
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBodyBytes)).Decode(&wanted); err != nil {
		reply.Error(w, http.StatusBadRequest, "The subscription is not JSON with stream, path and data")
		return
	}
	if _, _, ok := h.DataSources.Find(wanted.Stream); !ok {
		reply.Error(w, http.StatusNotFound, datasources.NotFound)
		return
	}
	w.Header().Set("Content-Type", "application/x-ndjson")
	w.Header().Set("Cache-Control", "no-store")
	begin := h.subscribe(r, wanted)
	if begin.State != "connected" {
		write(w, begin)
		return
	}
	of := address{wanted.Stream, wanted.Path}
	packets := h.join(of, wanted.Data)
	defer h.left(of, packets)
	if !write(w, begin) {
		return
	}
	for {
		select {
		case packet, open := <-packets:
			if !open || !write(w, line{Message: packet}) {
				return
			}
		case <-r.Context().Done():
			return
		}
	}
}

// subscribe asks the plugin whether the caller may, and for the channel's first message.
func (h *Hub) subscribe(r *http.Request, wanted subscription) line {
	failed := line{State: "connecting", Error: "internal server error"}
	source, process, _ := h.DataSources.Find(wanted.Stream)
	clients, err := process.Clients()
	if err != nil {
		return failed
	}
	answer, err := clients.Stream.SubscribeStream(r.Context(), backend.ToProto().SubscribeStreamRequest(&backend.SubscribeStreamRequest{
		PluginContext: datasources.PluginContext(source, process, r.Header), Path: wanted.Path, Data: wanted.Data,
	}))
	if err != nil {
		return failed
	}
	said := backend.FromProto().SubscribeStreamResponse(answer)
	if said.Status != backend.SubscribeStreamStatusOK {
		return line{State: "disconnected"}
	}
	begin := line{State: "connected"}
	if said.InitialData != nil && len(said.InitialData.Data()) > 0 {
		begin.Message = said.InitialData.Data()
	}
	return begin
}

func write(w http.ResponseWriter, said line) bool {
	text, err := json.Marshal(said)
	if err != nil {
		return false
	}
	if _, err := w.Write(append(text, '\n')); err != nil {
		return false
	}
	return http.NewResponseController(w).Flush() == nil
}
