package arrowframe

import (
	"fmt"
	"math"
	"net/http"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// Table is the columns of one answer; all have the same length.
type Table struct {
	Fields []*data.Field
	// Header of the answer that the columns came with: an Arrow stream has no place for what concerns all of them.
	Header http.Header
}

// ColumnError says that an answer lacks a column or has it with another type than the contract says.
type ColumnError struct {
	Column, Expected, Got string
}

func (e *ColumnError) Error() string {
	return fmt.Sprintf("column %q: expected %s, got %s", e.Column, e.Expected, e.Got)
}

// Rows is the number of rows.
func (t *Table) Rows() int {
	if len(t.Fields) == 0 {
		return 0
	}
	return t.Fields[0].Len()
}

// Texts returns a text column; null is empty text.
func (t *Table) Texts(name string) ([]string, error) {
	return valuesByName[string](t, name, "text")
}

// Times returns a time column in UTC. A null is refused: no row of the contract lacks its time.
func (t *Table) Times(name string) ([]time.Time, error) {
	times, err := pointersByName[time.Time](t, name, "time")
	if err != nil {
		return nil, err
	}
	out := make([]time.Time, len(times))
	for row, value := range times {
		if value == nil {
			return nil, &ColumnError{Column: name, Expected: "a time in every row", Got: "null"}
		}
		out[row] = *value
	}
	return out, nil
}

// Numbers returns a numeric column; nil is null. What is not finite, such as an average over nothing, is null too.
func (t *Table) Numbers(name string) ([]*float64, error) {
	numbers, err := pointersByName[float64](t, name, "number")
	for row, value := range numbers {
		if value != nil && (math.IsNaN(*value) || math.IsInf(*value, 0)) {
			numbers[row] = nil
		}
	}
	return numbers, err
}

// Bools returns a boolean column; null is false.
func (t *Table) Bools(name string) ([]bool, error) {
	return valuesByName[bool](t, name, "boolean")
}

func valuesByName[T any](t *Table, name, expected string) ([]T, error) {
	pointers, err := pointersByName[T](t, name, expected)
	if err != nil {
		return nil, err
	}
	out := make([]T, len(pointers))
	for row, value := range pointers {
		if value != nil {
			out[row] = *value
		}
	}
	return out, nil
}

func pointersByName[T any](t *Table, name, expected string) ([]*T, error) {
	field := t.field(name)
	if field == nil {
		return nil, &ColumnError{Column: name, Expected: expected, Got: "no such column"}
	}
	out := make([]*T, field.Len())
	for row := range out {
		value, known := field.ConcreteAt(row)
		if !known {
			continue
		}
		typed, ok := value.(T)
		if !ok {
			return nil, &ColumnError{Column: name, Expected: expected, Got: field.Type().ItemTypeString()}
		}
		out[row] = &typed
	}
	return out, nil
}

func (t *Table) field(name string) *data.Field {
	for _, field := range t.Fields {
		if field.Name == name {
			return field
		}
	}
	return nil
}
