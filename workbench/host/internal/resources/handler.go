// Package resources answers /api/datasources/uid/{uid}/resources/{path...} from the plugin's back end.
package resources

import (
	"errors"
	"io"
	"net/http"
	"net/url"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/genproto/pluginv2"

	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/datasources"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/reply"
)

const maxBodyBytes = 16 << 20

// Handler passes a call on and streams the answer back.
type Handler struct{ DataSources datasources.Registry }

func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	source, process, ok := h.DataSources.Find(r.PathValue("uid"))
	if !ok {
		reply.Error(w, http.StatusNotFound, datasources.NotFound)
		return
	}
	clients, err := process.Clients()
	if err != nil {
		reply.Error(w, http.StatusServiceUnavailable, "Plugin unavailable")
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBodyBytes))
	if err != nil {
		reply.Error(w, http.StatusBadRequest, "The request's body could not be read")
		return
	}
	target, err := targetOf(r)
	if err != nil {
		reply.Error(w, http.StatusBadRequest, "The resource's address could not be read")
		return
	}
	stream, err := clients.Resource.CallResource(r.Context(), backend.ToProto().CallResourceRequest(&backend.CallResourceRequest{
		PluginContext: datasources.PluginContext(source, process, r.Header),
		Path:          target.Path,
		Method:        r.Method,
		URL:           target.String(),
		Headers:       passedHeaders(r.Header),
		Body:          body,
	}))
	if err != nil {
		reply.Error(w, http.StatusInternalServerError, "Failed to call resource")
		return
	}
	send(w, stream)
}

// targetOf is the address that the plugin sees. As in Grafana's router the path is unescaped once and then read as an
// address, so an escaped "?", "#" or "%" in it does not arrive as it was meant.
func targetOf(r *http.Request) (*url.URL, error) {
	address := r.PathValue("path")
	if r.URL.RawQuery != "" {
		address += "?" + r.URL.RawQuery
	}
	return url.Parse(address)
}

// passedHeaders leaves out what Grafana keeps from plugins: who the browser is and where it comes from.
func passedHeaders(headers http.Header) map[string][]string {
	passed := headers.Clone()
	for _, name := range []string{"Cookie", "Authorization", "Origin", "Referer", "Connection", datasources.CallerHeader} {
		passed.Del(name)
	}
	return passed
}

// send writes each part of the answer as it comes. Status and headers come with the first part.
func send(w http.ResponseWriter, stream pluginv2.Resource_CallResourceClient) {
	for first := true; ; first = false {
		received, err := stream.Recv()
		if err != nil {
			if first {
				reply.Error(w, http.StatusInternalServerError, "Failed to call resource")
			} else if !errors.Is(err, io.EOF) {
				// Half an answer must not look whole.
				panic(http.ErrAbortHandler)
			}
			return
		}
		part := backend.FromProto().CallResourceResponse(received)
		if first {
			writeHead(w, part)
		}
		if _, err := w.Write(part.Body); err != nil {
			return
		}
		_ = http.NewResponseController(w).Flush()
	}
}

func writeHead(w http.ResponseWriter, part *backend.CallResourceResponse) {
	for name, values := range part.Headers {
		for _, value := range values {
			w.Header().Add(name, value)
		}
	}
	// Grafana does not let plugins set cookies.
	w.Header().Del("Set-Cookie")
	if w.Header().Get("Content-Type") == "" && part.Status != http.StatusNoContent {
		w.Header().Set("Content-Type", "application/json")
	}
	w.WriteHeader(part.Status)
}
