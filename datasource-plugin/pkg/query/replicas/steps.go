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

// lineOf draws a column.
func lineOf(column string, changes []change, start, end time.Time) line {
	switch column {
	case replicasColumn:
		return replicaLine(changes, start, end)
	case maximumColumn:
		return knownLine(changes, start, end, func(change change) float64 { return change.maximum })
	default:
		return knownLine(changes, start, end, func(change change) float64 {
			if change.maximum == 0 {
				return 0
			}
			return change.replicas / change.maximum
		})
	}
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

// knownLine draws what follows from the configured maximum while replicas run; 0 means that it is not known.
func knownLine(changes []change, start, end time.Time, of func(change) float64) line {
	var drawn line
	known := 0.0
	for _, change := range changes {
		value := of(change)
		if change.replicas == 0 {
			value = 0
		}
		at := latest(change.at, start)
		switch {
		case value > 0:
			drawn.add(at, &value)
		case known > 0:
			drawn.stop(at, known, end)
		}
		known = value
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
