package plugin

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// SubscribeStream lets a browser follow new traces, see pkg/live.
func (d *Datasource) SubscribeStream(ctx context.Context, request *backend.SubscribeStreamRequest) (*backend.SubscribeStreamResponse, error) {
	if d.settingsError != nil {
		return nil, d.settingsError
	}
	return d.live.SubscribeStream(ctx, request)
}

// PublishStream is refused.
func (d *Datasource) PublishStream(context.Context, *backend.PublishStreamRequest) (*backend.PublishStreamResponse, error) {
	return &backend.PublishStreamResponse{Status: backend.PublishStreamStatusPermissionDenied}, nil
}

// RunStream follows new traces for all who subscribed to the same path.
func (d *Datasource) RunStream(ctx context.Context, request *backend.RunStreamRequest, sender *backend.StreamSender) error {
	if d.settingsError != nil {
		return d.settingsError
	}
	return d.live.RunStream(ctx, request, sender)
}
