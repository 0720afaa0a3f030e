package arrowframe

import (
	"fmt"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// valueAt gives the value of a row as text, float64, time.Time or bool. It is not called for nulls.
type valueAt func(row int) any

func appendValues(field *data.Field, column arrow.Array) error {
	at, err := valuesOf(column)
	if err != nil {
		return err
	}
	start, rows := field.Len(), column.Len()
	field.Extend(rows)
	for row := range rows {
		if column.IsNull(row) {
			continue // Extend has put in null, or the zero value when the schema promised none.
		}
		field.SetConcrete(start+row, at(row))
	}
	return nil
}

func valuesOf(column arrow.Array) (valueAt, error) {
	switch values := column.(type) {
	case *array.String:
		return func(row int) any { return text(values.Value(row)) }, nil
	case *array.LargeString:
		return func(row int) any { return text(values.Value(row)) }, nil
	case *array.Binary:
		return func(row int) any { return text(values.ValueString(row)) }, nil
	case *array.LargeBinary:
		return func(row int) any { return text(values.ValueString(row)) }, nil
	case *array.Boolean:
		return func(row int) any { return values.Value(row) }, nil
	case *array.Timestamp:
		return timesOf(values)
	case *array.Dictionary:
		return entriesOf(values)
	default:
		return numbersOf(column)
	}
}

func numbersOf(column arrow.Array) (valueAt, error) {
	switch values := column.(type) {
	case *array.Int8:
		return numbers(values), nil
	case *array.Int16:
		return numbers(values), nil
	case *array.Int32:
		return numbers(values), nil
	case *array.Int64:
		return numbers(values), nil
	case *array.Uint8:
		return numbers(values), nil
	case *array.Uint16:
		return numbers(values), nil
	case *array.Uint32:
		return numbers(values), nil
	case *array.Uint64:
		return numbers(values), nil
	case *array.Float32:
		return numbers(values), nil
	case *array.Float64:
		return numbers(values), nil
	default:
		return nil, fmt.Errorf("unexpected Arrow type %s", column.DataType())
	}
}

type number interface {
	~int8 | ~int16 | ~int32 | ~int64 | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~float32 | ~float64
}

func numbers[T number](values interface{ Value(int) T }) valueAt {
	return func(row int) any { return float64(values.Value(row)) }
}

func timesOf(values *array.Timestamp) (valueAt, error) {
	timestampType, ok := values.DataType().(*arrow.TimestampType)
	if !ok {
		return nil, fmt.Errorf("unexpected Arrow type %s", values.DataType())
	}
	unit := timestampType.Unit
	return func(row int) any { return values.Value(row).ToTime(unit).UTC() }, nil
}

func entriesOf(values *array.Dictionary) (valueAt, error) {
	entry, err := valuesOf(values.Dictionary())
	if err != nil {
		return nil, err
	}
	return func(row int) any { return entry(values.GetValueIndex(row)) }, nil
}

// text copies the value out of the record batch, which would stay in memory otherwise, and replaces broken UTF-8,
// which the JSON that Grafana's browser side reads cannot hold.
func text(value string) string {
	return strings.Clone(strings.ToValidUTF8(value, "\uFFFD"))
}
