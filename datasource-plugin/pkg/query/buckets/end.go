package buckets

import "time"

// End is where the bucket ends that starts at a time: where the next one begins, as the trace server cuts them
// (docs/metrics.md). Days, weeks and months are local; shorter widths that divide a day begin anew at local midnight.
func End(start time.Time, width string, zone *time.Location) time.Time {
	count, unit := split(width)
	switch unit {
	case "d":
		return midnight(start.In(zone), 0, count)
	case "w":
		return midnight(start.In(zone), 0, 7*count)
	case "M":
		return midnight(start.In(zone), count, 0)
	}
	length := Length(width)
	next := start.Add(length)
	if length == 0 || oneDay%length != 0 {
		return next
	}
	if tomorrow := midnight(start.In(zone), 0, 1); tomorrow.Before(next) {
		return tomorrow
	}
	return next
}

// midnight is where the local day begins that is so many months and days later, in UTC. Where clocks go forward at
// midnight there is no 0:00 that day: it begins at 1:00.
func midnight(local time.Time, months, days int) time.Time {
	year, month, day := local.Date()
	wanted := time.Date(year, month+time.Month(months), day+days, 12, 0, 0, 0, local.Location())
	year, month, day = wanted.Date()
	at := time.Date(year, month, day, 0, 0, 0, 0, local.Location())
	if at.Day() != day {
		at = at.Add(time.Hour)
	}
	return at.UTC()
}
