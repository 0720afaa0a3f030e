package arrowframe

import (
	"fmt"
	"math"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
)

// unread is a column of a type that no frame has.
type unread struct{ arrowType string }

func (u unread) kindOf() string           { return u.arrowType }
func (u unread) append(arrow.Array) error { return nil }

func unexpected(batch arrow.Array) error {
	return fmt.Errorf("unexpected Arrow type %s", batch.DataType())
}

// copyTexts leaves the bytes where the stream was read to: they are the greater part of most answers. Broken UTF-8 is
// replaced, which the JSON that Grafana's browser side reads cannot hold; it is looked for in all rows at once, and then
// only at the ends of each.
func copyTexts(out []string, batch arrow.Array) error {
	var all []byte
	var at func(row int) string
	switch texts := batch.(type) {
	case *array.String:
		all, at = texts.ValueBytes(), texts.Value
	case *array.LargeString:
		all, at = texts.ValueBytes(), texts.Value
	case *array.Binary:
		all, at = texts.ValueBytes(), texts.ValueString
	case *array.LargeBinary:
		all, at = texts.ValueBytes(), texts.ValueString
	default:
		return unexpected(batch)
	}
	batch.Retain() // For as long as the texts are used, which the garbage collector knows.
	start := 0
	whole := utf8.Valid(all)
	for row := range out {
		text := at(row)
		end := start + len(text)
		if !whole || !cleanCut(all, start) || !cleanCut(all, end) {
			text = strings.ToValidUTF8(text, "\uFFFD")
		}
		out[row], start = text, end
	}
	return nil
}

// cleanCut tells whether no character of valid UTF-8 is cut there.
func cleanCut(text []byte, at int) bool {
	return at >= len(text) || utf8.RuneStart(text[at])
}

func copyBools(out []bool, batch arrow.Array) error {
	flags, ok := batch.(*array.Boolean)
	if !ok {
		return unexpected(batch)
	}
	for row := range out {
		out[row] = flags.Value(row)
	}
	return nil
}

func newTimes() values {
	return &vector[time.Time]{kind: "time", copy: func(out []time.Time, batch arrow.Array) error {
		stamps, ok := batch.(*array.Timestamp)
		if !ok {
			return unexpected(batch)
		}
		timestamp, ok := batch.DataType().(*arrow.TimestampType)
		if !ok {
			return unexpected(batch)
		}
		unit := timestamp.Unit
		for row, stamp := range stamps.Values() {
			out[row] = stamp.ToTime(unit)
		}
		return nil
	}}
}

type number interface {
	~int8 | ~int16 | ~int32 | ~int64 | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~float32 | ~float64
}

func convert[T number](out []float64, in []T) error {
	for row, value := range in {
		out[row] = float64(value)
	}
	return nil
}

func copyNumbers(out []float64, batch arrow.Array) error {
	switch numbers := batch.(type) {
	case *array.Int8:
		return convert(out, numbers.Values())
	case *array.Int16:
		return convert(out, numbers.Values())
	case *array.Int32:
		return convert(out, numbers.Values())
	case *array.Int64:
		return convert(out, numbers.Values())
	case *array.Uint8:
		return convert(out, numbers.Values())
	case *array.Uint16:
		return convert(out, numbers.Values())
	case *array.Uint32:
		return convert(out, numbers.Values())
	case *array.Uint64:
		return convert(out, numbers.Values())
	case *array.Float32:
		return convert(out, numbers.Values())
	case *array.Float64:
		return convert(out, numbers.Values())
	default:
		return unexpected(batch)
	}
}

// notFinite is true of what JSON cannot hold, such as an average over nothing.
func notFinite(value float64) bool {
	return math.IsNaN(value) || math.IsInf(value, 0)
}
