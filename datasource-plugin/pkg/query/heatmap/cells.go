package heatmap

import (
	"math"
	"slices"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/buckets"
)

// cells are the columns of an answer, in the form in which a frame holds them.
type cells struct {
	// starts and ends are the exact bounds; drawnEnds those of whole intervals.
	starts, ends, drawnEnds []time.Time
	// lowers are the exact bounds; drawnLowers and uppers can be drawn on a logarithmic axis.
	lowers, drawnLowers, uppers []float64
	counts, failures            []float64
	requestIDs                  []string
}

func (p plan) cellsOf(table *arrowframe.Table, span query.Range) (cells, error) {
	var c cells
	var err error
	read := func(into *[]float64, name string) {
		if err == nil {
			*into, err = table.KnownNumbers(name)
		}
	}
	if c.starts, err = table.Times("time"); err != nil {
		return cells{}, err
	}
	if c.ends, err = table.Times("time_end"); err != nil {
		return cells{}, err
	}
	if c.requestIDs, err = table.Texts("request_id"); err != nil {
		return cells{}, err
	}
	read(&c.lowers, "bucket_min_ms")
	read(&c.counts, "requests")
	read(&c.failures, "failures")
	if err != nil {
		return cells{}, err
	}
	known, err := table.Numbers("bucket_max_ms")
	if err != nil {
		return cells{}, err
	}
	factor := p.factor()
	c.uppers, c.drawnLowers = uppersOf(c.lowers, known, factor), slices.Clone(c.lowers)
	for row, lower := range c.lowers {
		if lower <= 0 {
			c.drawnLowers[row] = c.uppers[row] / factor
		}
	}
	c.drawnEnds = p.wholeEnds(c.starts, c.ends, span)
	return c, nil
}

// uppersOf gives the last bucket, which is open, the height of the others. It begins at 99 days, so whatever it holds is
// within.
func uppersOf(lowers []float64, known []*float64, factor float64) []float64 {
	uppers := make([]float64, len(lowers))
	for row, upper := range known {
		if upper != nil {
			uppers[row] = *upper
		} else {
			uppers[row] = lowers[row] * factor
		}
	}
	return uppers
}

// factor between the bounds of a bucket.
func (p plan) factor() float64 {
	return math.Exp2(1 / float64(p.perDoubling))
}

// wholeEnds are the ends of the intervals as they would be if the time range did not cut the last one: all cells are
// drawn with one width up to their end, so a cell with an early end would lie on the one before.
func (p plan) wholeEnds(starts, ends []time.Time, span query.Range) []time.Time {
	drawn := slices.Clone(ends)
	for row, end := range ends {
		// The first interval's start is cut too; when it is the only one, the range itself is the cell.
		if end.Before(span.To) || starts[row].Equal(span.From) {
			continue
		}
		drawn[row] = buckets.End(starts[row], p.width, p.zone)
	}
	return drawn
}

// withAnchor puts a row without requests before the others, one interval before the first. Grafana takes the width of
// all cells from the distance of the first two times: with one interval it would draw nothing, with a gap after the first
// it would draw all cells too wide. Cells without requests are not drawn.
func (p plan) withAnchor(c cells) cells {
	end := c.drawnEnds[0].Add(-buckets.Length(p.width))
	if start := c.starts[0]; start.Before(end) {
		end = start
	}
	return cells{
		starts: prepend(end, c.starts), drawnEnds: prepend(end, c.drawnEnds),
		lowers: prepend(c.lowers[0], c.lowers), drawnLowers: prepend(c.drawnLowers[0], c.drawnLowers), uppers: prepend(c.uppers[0], c.uppers),
		counts: prepend(0, c.counts), failures: prepend(0, c.failures), requestIDs: prepend("", c.requestIDs),
	}
}

func prepend[T any](first T, rest []T) []T {
	return append(append(make([]T, 0, len(rest)+1), first), rest...)
}
