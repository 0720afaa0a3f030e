package live

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contents"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// Prefixes of channel paths. A channel is shared by all who know its path and runs for no user of its own, so the path
// says what its frames hold, and who may not see all of it may not subscribe to the full one.
const (
	fullPrefix     = "tail/full/"
	withheldPrefix = "tail/withheld/"
)

// hashBytes of a selection name its channel: Grafana limits the length of channels.
const hashBytes = 16

// Checker is what is needed of the trace server to tell whether a query can be followed.
type Checker interface {
	JSON(ctx context.Context, call traceapi.Call, target any) error
	CanStream() bool
}

// Path names the channel in which a caller gets the new traces of a saved query. Withheld callers get no contents by
// the rule. Errors are in words for the caller.
func Path(ctx context.Context, server Checker, rule contents.Rule, withheld bool, saved json.RawMessage) (string, error) {
	_, selection, err := selectionOf(saved)
	if err != nil {
		return "", err
	}
	if err := check(ctx, server, rule, withheld, selection); err != nil {
		return "", err
	}
	return pathOf(!withheld, selection), nil
}

func check(ctx context.Context, server Checker, rule contents.Rule, withheld bool, selection url.Values) error {
	if !server.CanStream() {
		return traceapi.Forbidden("Live is not available: this data source sends the identity of its users on to the trace server, and a stream is shared by many users.")
	}
	if !withheld {
		return nil
	}
	return rule.CheckCall(ctx, server, traceapi.Call{Method: http.MethodGet, Path: traceapi.TracesPath, Query: selection})
}

// pathOf names the channel of a selection. Queries that select the same share it.
func pathOf(full bool, selection url.Values) string {
	sum := sha256.Sum256([]byte(selection.Encode()))
	prefix := withheldPrefix
	if full {
		prefix = fullPrefix
	}
	return prefix + hex.EncodeToString(sum[:hashBytes])
}

// isFull tells whether a path is one of a channel with contents, and whether it is a channel's at all.
func isFull(path string) (full, known bool) {
	if strings.HasPrefix(path, fullPrefix) {
		return true, true
	}
	return false, strings.HasPrefix(path, withheldPrefix)
}
