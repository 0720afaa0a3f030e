package traceapi

import (
	"context"
	"errors"
	"fmt"
	"net"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
	"github.com/grafana/grafana-plugin-sdk-go/config"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
)

// BrokenOff explains an answer that began well and could not be read to its end.
func (c *Client) BrokenOff(ctx context.Context, err error) *Error {
	return c.brokenOff(ctx, err)
}

func (c *Client) brokenOff(ctx context.Context, err error) *Error {
	var network net.Error
	var column *arrowframe.ColumnError
	var own *tooLargeError
	switch {
	case errors.As(err, &own):
		return downstream(backend.StatusBadGateway, StepAnswer, err,
			"The answer is larger than the data source takes (%s). Choose a shorter time range or a lower limit.", mebibytes(own.limit))
	case errors.Is(err, httpclient.ErrResponseBodyTooLarge):
		return downstream(backend.StatusBadGateway, StepAnswer, err,
			"The answer is larger than Grafana's limit for data sources (%sresponse_limit in its configuration). Choose a shorter time range or a lower limit.", grafanaLimit(ctx))
	case errors.Is(err, errTimeout), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return c.unanswered(ctx, err)
	case errors.As(err, &network) && network.Timeout():
		return c.timedOut(err)
	case errors.As(err, &column):
		return From(err)
	default:
		return downstream(backend.StatusBadGateway, StepAnswer, err,
			"The trace server's answer broke off or is damaged. Try again; if it stays, look into the trace server's log.")
	}
}

func grafanaLimit(ctx context.Context) string {
	limit := config.GrafanaConfigFromContext(ctx).ResponseLimit()
	if limit <= 0 {
		return ""
	}
	return fmt.Sprintf("%d bytes, ", limit)
}

func mebibytes(size int64) string {
	return fmt.Sprintf("%d MiB", size>>20)
}
