package live

import (
	"context"
	"encoding/json"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// SubscribeStream lets a browser into a channel and gives it the last rows, so that one whose connection broke for a
// moment misses none. A channel's path must be that of the query: otherwise the first subscriber could choose what all
// others get.
func (s *Streams) SubscribeStream(ctx context.Context, request *backend.SubscribeStreamRequest) (*backend.SubscribeStreamResponse, error) {
	wanted, known := askedFor(request.Path, request.Data)
	if !known {
		return &backend.SubscribeStreamResponse{Status: backend.SubscribeStreamStatusNotFound}, nil
	}
	if err := s.mayFollow(ctx, wanted, request.PluginContext.User); err != nil {
		if traceapi.From(err).Status == backend.StatusForbidden {
			return &backend.SubscribeStreamResponse{Status: backend.SubscribeStreamStatusPermissionDenied}, nil
		}
		return nil, err
	}
	frame, err := s.keptFrame(wanted)
	if err != nil {
		return nil, err
	}
	initial, err := backend.NewInitialFrame(frame, data.IncludeAll)
	if err != nil {
		return nil, err
	}
	return &backend.SubscribeStreamResponse{Status: backend.SubscribeStreamStatusOK, InitialData: initial}, nil
}

// mayFollow refuses a channel with contents to users without: the path that they are told is another one.
func (s *Streams) mayFollow(ctx context.Context, wanted asked, user *backend.User) error {
	withheld := s.options.Rule.Withholds(user)
	if withheld && wanted.full {
		return s.options.Rule.Refusal("A stream with contents")
	}
	return check(ctx, s.options.Server, s.options.Rule, withheld, wanted.selection)
}

func askedFor(path string, saved json.RawMessage) (asked, bool) {
	full, known := isFull(path)
	if !known {
		return asked{}, false
	}
	model, selection, err := selectionOf(saved)
	if err != nil || path != pathOf(full, selection) {
		return asked{}, false
	}
	return asked{path: path, model: model, full: full, selection: selection}, true
}

func (s *Streams) keptFrame(wanted asked) (*data.Frame, error) {
	found := s.channels.find(wanted.path)
	if found == nil {
		return s.frame(wanted, nil, contract.LiveMark{From: 1}, nil)
	}
	rows, mark := found.kept()
	return s.frame(wanted, rows, mark, found.notices(s.channels.now()))
}
