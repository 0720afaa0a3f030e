package traceapi

import (
	"context"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"
)

const (
	// maxRetries of one call.
	maxRetries = 2
	// firstBackOff is waited when the trace server does not say how long; it doubles.
	firstBackOff = 250 * time.Millisecond
	// maxBackOff is the longest that the trace server may ask to wait. A person would rather read that it is not ready.
	maxBackOff = 10 * time.Second
)

// backOff tells whether and when to ask again after "too many requests" and "not available": all calls only read. A part
// is left to chance so that the panels of a dashboard, refused together, do not come back together.
func backOff(ctx context.Context, response *http.Response, try int) (time.Duration, bool) {
	refused := response.StatusCode == http.StatusTooManyRequests || response.StatusCode == http.StatusServiceUnavailable
	if !refused || try >= maxRetries {
		return 0, false
	}
	wait, told := retryAfter(response.Header.Get("Retry-After"))
	if !told {
		wait = firstBackOff << try
	}
	if wait > maxBackOff {
		return 0, false
	}
	wait += rand.N(wait/4 + firstBackOff)
	if deadline, limited := ctx.Deadline(); limited && time.Until(deadline) <= wait {
		return 0, false
	}
	return wait, true
}

// longestTold is the longest wait that is believed, so that a wrong clock or header ends no live stream for good.
const longestTold = time.Hour

// retryAfter reads seconds or a date.
func retryAfter(text string) (time.Duration, bool) {
	if seconds, err := strconv.Atoi(text); err == nil && seconds >= 0 {
		return time.Duration(min(seconds, int(longestTold/time.Second))) * time.Second, true
	}
	if at, err := http.ParseTime(text); err == nil {
		return min(max(0, time.Until(at)), longestTold), true
	}
	return 0, false
}

func sleep(ctx context.Context, wait time.Duration) error {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
