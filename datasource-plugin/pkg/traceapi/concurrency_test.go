package traceapi_test

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/settings"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

// gate is a server that answers nobody until it is opened, and tells who came and who left.
type gate struct {
	opened  chan struct{}
	arrived chan struct{}
	left    chan struct{}
	asked   atomic.Int64
	atOnce  atomic.Int64
	most    atomic.Int64
}

func (g *gate) ServeHTTP(writer http.ResponseWriter, request *http.Request) {
	g.asked.Add(1)
	now := g.atOnce.Add(1)
	defer g.atOnce.Add(-1)
	for {
		most := g.most.Load()
		if now <= most || g.most.CompareAndSwap(most, now) {
			break
		}
	}
	g.arrived <- struct{}{}
	select {
	case <-g.opened:
		tracetest.WriteJSON(writer, http.StatusOK, `{"n":7}`)
	case <-request.Context().Done():
		g.left <- struct{}{}
	}
}

func newGate() *gate {
	return &gate{opened: make(chan struct{}), arrived: make(chan struct{}, 2000), left: make(chan struct{}, 2000)}
}

func receive(t *testing.T, from chan struct{}, what string) {
	t.Helper()
	select {
	case <-from:
	case <-time.After(20 * time.Second):
		t.Fatalf("%s did not happen", what)
	}
}

func callOf(n int) traceapi.Call {
	return traceapi.Call{Method: http.MethodGet, Path: traceapi.TracesPath, Query: url.Values{"n": {fmt.Sprint(n)}}}
}

type numbered struct{ N int }

func TestACancelledQueryIsCancelledOnTheServer(t *testing.T) {
	server := newGate()
	ctx, cancel := context.WithCancel(context.Background())
	asking := client(t, tracetest.Serve(t, server.ServeHTTP).URL, time.Minute)
	done := make(chan error, 1)
	go func() { done <- asking.JSON(ctx, callOf(1), &numbered{}) }()
	receive(t, server.arrived, "the request")
	cancel()
	receive(t, server.left, "the cancellation")
	if known := failure(t, <-done); known.Status != 499 || known.Step != traceapi.StepCancelled {
		t.Errorf("%d %s %q", known.Status, known.Step, known.Message)
	}
}

func TestIdenticalQueriesAreAskedOnceUntilTheLastOfThemLeaves(t *testing.T) {
	server := newGate()
	asking := client(t, tracetest.Serve(t, server.ServeHTTP).URL, time.Minute)
	cancels := make([]context.CancelFunc, 5)
	errs := make(chan error, len(cancels))
	ask := func(index int) {
		ctx, cancel := context.WithCancel(context.Background())
		cancels[index] = cancel
		go func() { errs <- asking.JSON(ctx, callOf(1), &numbered{}) }()
	}
	ask(0)
	receive(t, server.arrived, "the first request")
	for index := 1; index < len(cancels); index++ {
		ask(index)
	}
	time.Sleep(50 * time.Millisecond) // For the others to join; were one late, the count below would tell.
	cancels[0]()
	if known := failure(t, <-errs); known.Status != 499 {
		t.Errorf("the first: %q", known.Message)
	}
	close(server.opened)
	for index := 1; index < len(cancels); index++ {
		if err := <-errs; err != nil {
			t.Errorf("one of the others lost its answer: %v", err)
		}
	}
	if asked := server.asked.Load(); asked != 1 {
		t.Errorf("the trace server was asked %d times", asked)
	}
	if err := asking.JSON(context.Background(), callOf(1), &numbered{}); err != nil || server.asked.Load() != 2 {
		t.Errorf("an answer was kept: asked %d times, %v", server.asked.Load(), err)
	}
	for _, cancel := range cancels {
		cancel()
	}
}

func TestTheRequestEndsWhenEverybodyLeft(t *testing.T) {
	server := newGate()
	asking := client(t, tracetest.Serve(t, server.ServeHTTP).URL, time.Minute)
	ctx, cancel := context.WithCancel(context.Background())
	var all sync.WaitGroup
	for range 3 {
		all.Go(func() { _ = asking.JSON(ctx, callOf(1), &numbered{}) })
	}
	receive(t, server.arrived, "the request")
	cancel()
	receive(t, server.left, "the cancellation")
	all.Wait()
	close(server.opened)
	if err := asking.JSON(context.Background(), callOf(1), &numbered{}); err != nil {
		t.Errorf("who came after they left got their cancellation: %v", err)
	}
}

func TestCallersWhoMaySeeDifferentThingsShareNoAnswer(t *testing.T) {
	server := newGate()
	saved := settings.Settings{ForwardIdentity: true, ForwardCookies: true}
	asking := clientWith(t, tracetest.Serve(t, server.ServeHTTP).URL, saved, httpclient.Options{})
	callers := []traceapi.Caller{
		{}, {ContentsWithheld: true}, {Headers: http.Header{"Authorization": {"Bearer a"}}}, {Headers: http.Header{"Authorization": {"Bearer b"}}},
		{Headers: http.Header{"X-Id-Token": {"a"}}}, {Headers: http.Header{"Cookie": {"a=1"}}},
	}
	same := traceapi.Caller{Headers: http.Header{"X-Panel-Id": {"5"}}}
	var all sync.WaitGroup
	for _, caller := range append(callers, same) {
		all.Go(func() {
			if err := asking.JSON(traceapi.WithCaller(context.Background(), caller), callOf(1), &numbered{}); err != nil {
				t.Error(err)
			}
		})
	}
	for range callers {
		receive(t, server.arrived, "a request")
	}
	time.Sleep(50 * time.Millisecond)
	close(server.opened)
	all.Wait()
	if asked := server.asked.Load(); asked != int64(len(callers)) {
		t.Errorf("asked %d times for %d kinds of callers", asked, len(callers))
	}
}

func TestAThousandQueriesWaitTheirTurn(t *testing.T) {
	server := newGate()
	close(server.opened)
	asking := client(t, tracetest.Serve(t, server.ServeHTTP).URL, time.Minute)
	var all sync.WaitGroup
	for index := range 1000 {
		all.Go(func() {
			var got numbered
			if err := asking.JSON(context.Background(), callOf(index), &got); err != nil || got.N != 7 {
				t.Errorf("%d: %v, %v", index, got, err)
			}
		})
	}
	all.Wait()
	if most := server.most.Load(); most > 32 || server.asked.Load() != 1000 {
		t.Errorf("%d at once, %d in all", most, server.asked.Load())
	}
}

func TestWhoWaitsTooLongForATurnIsToldSo(t *testing.T) {
	server := newGate()
	asking := client(t, tracetest.Serve(t, server.ServeHTTP).URL, 300*time.Millisecond)
	var all sync.WaitGroup
	var queued atomic.Int64
	for index := range 40 {
		all.Go(func() {
			err := asking.JSON(context.Background(), callOf(index), &numbered{})
			known := failure(t, err)
			if known.Status != http.StatusGatewayTimeout {
				t.Errorf("%d %q", known.Status, known.Message)
			}
			if len(known.Message) > 0 && known.Message[:11] == "The request" {
				queued.Add(1)
			}
		})
	}
	all.Wait()
	if queued.Load() == 0 {
		t.Error("nobody was told that the data source has too many requests under way")
	}
}
