package queries

import (
	"context"
	"fmt"
	"maps"
	"net/http"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/datasources"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/reply"
)

// maxBodyBytes bounds a request: queries are small.
const maxBodyBytes = 4 << 20

// Handler answers POST /api/ds/query.
type Handler struct{ DataSources datasources.Registry }

// ServeHTTP runs the queries, those of one data source in one call. As in Grafana, the status is 400 when any query
// failed (the other results are in the body all the same) and 500 when the back end gave no answer at all.
func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	grouped, err := parse(http.MaxBytesReader(w, r.Body, maxBodyBytes))
	if err != nil {
		reply.Error(w, http.StatusBadRequest, err.Error())
		return
	}
	for uid := range grouped {
		if _, _, ok := h.DataSources.Find(uid); !ok {
			reply.Error(w, http.StatusNotFound, datasources.NotFound)
			return
		}
	}
	all := backend.NewQueryDataResponse()
	for uid, queries := range grouped {
		answered, err := h.run(r.Context(), uid, queries, r.Header)
		if err != nil {
			reply.Error(w, http.StatusInternalServerError, fmt.Sprintf("Query data error: %v", err))
			return
		}
		maps.Copy(all.Responses, answered.Responses)
	}
	reply.JSON(w, statusOf(all), all)
}

func (h Handler) run(ctx context.Context, uid string, queries []backend.DataQuery, headers http.Header) (*backend.QueryDataResponse, error) {
	source, process, _ := h.DataSources.Find(uid)
	clients, err := process.Clients()
	if err != nil {
		return nil, err
	}
	answer, err := clients.Data.QueryData(ctx, backend.ToProto().QueryDataRequest(&backend.QueryDataRequest{
		PluginContext: datasources.PluginContext(source, process, headers),
		Headers:       forwarded(headers),
		Queries:       queries,
	}))
	if err != nil {
		return nil, err
	}
	return backend.FromProto().QueryDataResponse(answer)
}

// forwarded are the request's headers that Grafana passes on with queries.
func forwarded(headers http.Header) map[string]string {
	passed := map[string]string{}
	for _, name := range []string{"FromAlert", "X-Cache-Skip", "X-Dashboard-Uid", "X-Panel-Id"} {
		if value := headers.Get(name); value != "" {
			passed[name] = value
		}
	}
	return passed
}

func statusOf(answer *backend.QueryDataResponse) int {
	for _, response := range answer.Responses {
		if response.Error != nil {
			return http.StatusBadRequest
		}
	}
	return http.StatusOK
}
