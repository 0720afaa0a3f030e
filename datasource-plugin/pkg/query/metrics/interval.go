package metrics

import (
	"regexp"
	"strconv"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// Words that a saved query may hold in place of a bucket width.
const (
	intervalAuto = "auto"
	intervalNone = "none"
)

const (
	hour = "1h"
	// Day is the width of buckets of a local day.
	Day = "1d"
)

const oneDay = 24 * time.Hour

// DayGap is the longest distance of two days in a row: 25 hours when clocks go back.
const DayGap = oneDay + time.Hour

// panelWidths are the widths that "$__interval" chooses from: those in which people read clocks and calendars.
var panelWidths = []string{"1s", "2s", "5s", "10s", "15s", "30s", "1m", "2m", "5m", "10m", "15m", "30m", hour, "2h", "3h", "6h", "12h", Day, "1w", "1M"}

// widthPattern matches a number and a unit of one letter.
var widthPattern = regexp.MustCompile(contract.LimitMetricsRequestIntervalPattern)

// unitLengths are the longest lengths of the units; days, weeks and months are local ones.
var unitLengths = map[string]time.Duration{
	"s": time.Second, "m": time.Minute, "h": time.Hour, "d": oneDay, "w": 7 * oneDay, "M": 31 * oneDay,
}

// bucketWidth turns the saved interval into what the trace server takes; nothing means one number per group.
func bucketWidth(interval string, request query.Request, zone *time.Location) (string, error) {
	switch interval {
	case intervalNone:
		return "", nil
	case savedquery.MacroInterval:
		return panelWidth(request), nil
	case "", intervalAuto:
		if request.Range.WithinDays(1, zone) {
			return hour, nil
		}
		return Day, nil
	}
	if !widthPattern.MatchString(interval) {
		return "", traceapi.InvalidQuery("interval is %q: expected auto, none, $__interval or a width such as 5m, 1h, 1d.", interval)
	}
	return interval, nil
}

// panelWidth is the narrowest width that is no narrower than the panel's interval and keeps to its number of points.
func panelWidth(request query.Request) string {
	for _, width := range panelWidths {
		length := lengthOf(width)
		if length < request.Interval {
			continue
		}
		if request.MaxDataPoints <= 0 || bucketsIn(request.Range, length) <= request.MaxDataPoints {
			return width
		}
	}
	return panelWidths[len(panelWidths)-1]
}

// bucketsIn counts the buckets that a range touches, the partly covered ones at both ends too.
func bucketsIn(span query.Range, length time.Duration) int64 {
	if span.Duration() <= 0 {
		return 0
	}
	first := span.From.UTC().Truncate(length)
	return int64((span.To.Sub(first) + length - 1) / length)
}

// gapOf is the distance of two points above which a bucket is missing between them.
func gapOf(width string) time.Duration {
	length := lengthOf(width)
	if length >= oneDay {
		return length + time.Hour // Clocks may go back within it.
	}
	return length
}

func lengthOf(width string) time.Duration {
	if !widthPattern.MatchString(width) {
		return 0
	}
	number, unit := width[:len(width)-1], width[len(width)-1:]
	count, err := strconv.Atoi(number)
	if err != nil {
		return 0
	}
	return time.Duration(count) * unitLengths[unit]
}
