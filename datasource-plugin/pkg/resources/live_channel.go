package resources

import (
	"context"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/live"
)

// liveChannel names the channel of Grafana Live for a query, which is the body.
func liveChannel(ctx context.Context, server Server, asked Request) (Answer, error) {
	if _, err := read[map[string]any](asked); err != nil {
		return Answer{}, err
	}
	path, err := live.Path(ctx, server, asked.Rule, asked.Withheld, asked.Body)
	if err != nil {
		return Answer{}, err
	}
	return objectAnswer(contract.LiveChannelAnswer{Path: path})
}
