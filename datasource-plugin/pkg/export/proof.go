package export

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// Trailers of an export that is whole.
const (
	trailerRows   = "Modeltrace-Rows"
	trailerSha256 = "Modeltrace-Sha256"
)

// whyWait is how long the trace server is asked why an export broke off.
const whyWait = 5 * time.Second

// prove compares what came with what the trace server says that it sent. A trace server knows its own exports only, so
// behind a load balancer another one may be asked; then the trailers of the answer tell, which some proxies drop.
func (t *transfer) prove(ctx context.Context, trailer http.Header) (contract.ExportEnd, error) {
	proven := contract.ExportEnd{Bytes: t.bytes, Sha256: t.sum()}
	state, err := t.state(ctx)
	switch {
	case err == nil && state.State == contract.ExportStateComplete && state.Sha256 != nil:
		if *state.Sha256 != proven.Sha256 || state.BytesWritten != proven.Bytes {
			return proven, changed()
		}
		proven.Rows, proven.Skipped, proven.Remark = state.RowsWritten, state.RowsSkipped, state.Remark
		return proven, nil
	case err == nil:
		return proven, ended(state)
	}
	rows, unread := strconv.Atoi(trailer.Get(trailerRows))
	if unread != nil || trailer.Get(trailerSha256) == "" {
		return proven, traceapi.OtherVersion("The file may not be whole: the trace server could not be asked for its proof, and what is between it and Grafana drops the trailers of answers. Export again.")
	}
	if trailer.Get(trailerSha256) != proven.Sha256 {
		return proven, changed()
	}
	proven.Rows = rows
	if t.plan.format == contract.FinetuningJsonl {
		proven.Skipped = max(0, t.rowsTotal-rows)
	}
	return proven, nil
}

func changed() *traceapi.Error {
	return traceapi.OtherVersion("The file's bytes were changed between the trace server and Grafana. Export again; if it stays, look at the proxies between them.")
}

// why explains a file that ended before its end.
func (t *transfer) why(ctx context.Context, broken error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	limited, cancel := context.WithTimeout(ctx, whyWait)
	defer cancel()
	state, err := t.state(limited)
	if err == nil && state.State != contract.ExportStateRunning && state.State != contract.ExportStateComplete {
		return ended(state)
	}
	return t.server.BrokenOff(ctx, broken)
}

// ended explains an export that the trace server says has no file.
func ended(state contract.Export) *traceapi.Error {
	remark := ""
	if state.Remark != nil {
		remark = " " + traceapi.Readable(*state.Remark)
	}
	if state.State == contract.ExportStateCancelled {
		return traceapi.OtherVersion("The trace server ended the export before it was whole.%s Export again.", remark)
	}
	return traceapi.OtherVersion("The trace server could not finish the export.%s Try again; if it stays, look into the trace server's log.", remark)
}
