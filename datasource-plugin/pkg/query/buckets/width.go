// Package buckets knows the widths of time buckets, as queries save them and the trace server takes them.
package buckets

import (
	"regexp"
	"strconv"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
)

const (
	// Hour is the width of an hour.
	Hour = "1h"
	// Day is the width of a local day.
	Day = "1d"
)

const oneDay = 24 * time.Hour

// DayGap is the longest distance of two days in a row: 25 hours when clocks go back.
const DayGap = oneDay + time.Hour

// panelWidths are the widths that "$__interval" chooses from: those in which people read clocks and calendars.
var panelWidths = []string{"1s", "2s", "5s", "10s", "15s", "30s", "1m", "2m", "5m", "10m", "15m", "30m", Hour, "2h", "3h", "6h", "12h", Day, "1w", "1M"}

// widthPattern matches a number and a unit of one letter.
var widthPattern = regexp.MustCompile(contract.LimitMetricsRequestIntervalPattern)

// unitLengths are the longest lengths of the units; days, weeks and months are local ones.
var unitLengths = map[string]time.Duration{
	"s": time.Second, "m": time.Minute, "h": time.Hour, "d": oneDay, "w": 7 * oneDay, "M": 31 * oneDay,
}

// Valid tells whether the trace server takes the width.
func Valid(width string) bool {
	return widthPattern.MatchString(width)
}

// ForPanel is the narrowest width that is no narrower than the panel's interval and keeps to so many buckets; 0 is any
// number of them.
func ForPanel(request query.Request, most int64) string {
	for _, width := range panelWidths {
		length := Length(width)
		if length < request.Interval {
			continue
		}
		if most <= 0 || Count(request.Range, length) <= most {
			return width
		}
	}
	return panelWidths[len(panelWidths)-1]
}

// Count is how many buckets a range touches, the partly covered ones at both ends too.
func Count(span query.Range, length time.Duration) int64 {
	if span.Duration() <= 0 {
		return 0
	}
	first := span.From.UTC().Truncate(length)
	return int64((span.To.Sub(first) + length - 1) / length)
}

// Gap is the distance of two points above which a bucket is missing between them.
func Gap(width string) time.Duration {
	length := Length(width)
	if length >= oneDay {
		return length + time.Hour // Clocks may go back within it.
	}
	return length
}

// longest is what wider buckets count as, which the trace server takes too: none of them ends within a time range, and
// Go's durations end at 292 years.
const longest = 100 * 365 * oneDay

// Length of a bucket, at most; 0 for what is no width.
func Length(width string) time.Duration {
	count, unit := split(width)
	if count == 0 {
		return 0
	}
	return min(time.Duration(count), longest/unitLengths[unit]) * unitLengths[unit]
}

func split(width string) (int, string) {
	if !Valid(width) {
		return 0, ""
	}
	number, unit := width[:len(width)-1], width[len(width)-1:]
	count, err := strconv.Atoi(number)
	if err != nil {
		return 0, ""
	}
	return count, unit
}
