package traceapi

import (
	"context"
	"crypto/sha256"
	"fmt"
	"sync"
)

type flightKey [sha256.Size]byte

// flights are requests under way. Who asks for what is already under way waits for that answer, which those who share it
// must not change; nothing is kept after it has come.
type flights[T any] struct {
	mutex   sync.Mutex
	running map[flightKey]*flight[T]
}

type flight[T any] struct {
	done    chan struct{}
	answer  T
	err     error
	waiters int
	cancel  context.CancelFunc
}

// do fetches once for all who ask for the same key at the same time. The fetch is cancelled when the last of them has
// left. The context given to fetch has the values of the first one's, but neither its end nor its deadline.
func (f *flights[T]) do(ctx context.Context, key flightKey, fetch func(context.Context) (T, error)) (T, error) {
	shared := f.join(ctx, key, fetch)
	select {
	case <-shared.done:
		return shared.answer, shared.err
	case <-ctx.Done():
		f.leave(key, shared)
		var none T
		return none, context.Cause(ctx)
	}
}

func (f *flights[T]) join(ctx context.Context, key flightKey, fetch func(context.Context) (T, error)) *flight[T] {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if running, ok := f.running[key]; ok {
		running.waiters++
		return running
	}
	shared, cancel := context.WithCancel(context.WithoutCancel(ctx))
	started := &flight[T]{done: make(chan struct{}), waiters: 1, cancel: cancel}
	if f.running == nil {
		f.running = map[flightKey]*flight[T]{}
	}
	f.running[key] = started
	go func() {
		defer cancel()
		started.answer, started.err = guarded(shared, fetch)
		f.forget(key, started)
		close(started.done)
	}()
	return started
}

// guarded makes a fault an error: outside of the goroutine of a handler it would end the whole back end.
func guarded[T any](ctx context.Context, fetch func(context.Context) (T, error)) (got T, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			var none T
			got, err = none, pluginError(fmt.Errorf("%v", fault))
		}
	}()
	return fetch(ctx)
}

// leave cancels the fetch when nobody waits for it any more. Who asks from then on gets a new one.
func (f *flights[T]) leave(key flightKey, left *flight[T]) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	left.waiters--
	if left.waiters > 0 {
		return
	}
	left.cancel()
	if f.running[key] == left {
		delete(f.running, key)
	}
}

func (f *flights[T]) forget(key flightKey, landed *flight[T]) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if f.running[key] == landed {
		delete(f.running, key)
	}
}
