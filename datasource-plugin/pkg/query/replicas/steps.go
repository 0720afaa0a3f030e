package replicas

import (
	"time"
)

// gapAfter a series ended: the next point Grafana draws is null, so no line is drawn until replicas run again.
const gapAfter = time.Millisecond

// change is a row of the history.
type change struct {
	at       time.Time
	replicas float64
	maximum  float64
}

// line is points for a graph that steps: a value holds until the next point; nil draws nothing.
type line struct {
	times  []time.Time
	values []*float64
}

func (l *line) add(at time.Time, value *float64) {
	if last := len(l.times) - 1; last >= 0 && !at.After(l.times[last]) {
		l.values[last] = value // Two changes at the same time: the later row holds.
		return
	}
	l.times = append(l.times, at)
	l.values = append(l.values, value)
}

// replicaLine draws the running replicas from start to end. 0 replicas end the line, and the last number is carried on
// to the end while replicas run.
func replicaLine(changes []change, start, end time.Time) line {
	var drawn line
	running := 0.0
	for _, change := range changes {
		at := latest(change.at, start)
		if change.replicas == 0 && running == 0 {
			continue // Was not running, is not running.
		}
		if change.replicas > 0 {
			drawn.add(at, &change.replicas)
		} else {
			drawn.stop(at, 0, end)
		}
		running = change.replicas
	}
	if running > 0 {
		drawn.extend(end, running)
	}
	return drawn
}

// maximumLine draws the configured maximum while replicas run; 0 means that it is not known.
func maximumLine(changes []change, start, end time.Time) line {
	var drawn line
	known := 0.0
	for _, change := range changes {
		maximum := change.maximum
		if change.replicas == 0 {
			maximum = 0
		}
		at := latest(change.at, start)
		switch {
		case maximum > 0:
			drawn.add(at, &maximum)
		case known > 0:
			drawn.stop(at, known, end)
		}
		known = maximum
	}
	if known > 0 {
		drawn.extend(end, known)
	}
	return drawn
}

// stop draws a last point and lifts the pen after it.
func (l *line) stop(at time.Time, value float64, end time.Time) {
	l.add(at, &value)
	if at.Add(gapAfter).Before(end) {
		l.add(at.Add(gapAfter), nil)
	}
}

func (l *line) extend(end time.Time, value float64) {
	if last := len(l.times) - 1; last >= 0 && l.times[last].Before(end) {
		l.add(end, &value)
	}
}

func latest(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
