package arrowframe

import (
	"fmt"
	"net/http"
	"slices"
	"time"
)

// Table is the columns of one answer; all have the same length. It does not change once it is read, so several queries
// may share it; what its methods return is to be read only.
type Table struct {
	// Header of the answer that the columns came with: an Arrow stream has no place for what concerns all of them.
	Header  http.Header
	columns []column
	rows    int
}

type column struct {
	name   string
	values values
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
	return t.rows
}

// Has tells whether there is a column of this name.
func (t *Table) Has(name string) bool {
	return slices.ContainsFunc(t.columns, func(c column) bool { return c.name == name })
}

// Texts returns a text column; null is empty text.
func (t *Table) Texts(name string) ([]string, error) {
	texts, err := vectorOf[string](t, name, "text")
	if err != nil {
		return nil, err
	}
	return texts.values, nil
}

// Times returns a time column in UTC. A null is refused: no row of the contract lacks its time.
func (t *Table) Times(name string) ([]time.Time, error) {
	times, err := vectorOf[time.Time](t, name, "time")
	if err != nil {
		return nil, err
	}
	if times.hasNull() {
		return nil, &ColumnError{Column: name, Expected: "a time in every row", Got: "null"}
	}
	return times.values, nil
}

// Numbers returns a numeric column; nil is null. What is not finite, such as an average over nothing, is null too.
func (t *Table) Numbers(name string) ([]*float64, error) {
	numbers, err := vectorOf[float64](t, name, "number")
	if err != nil {
		return nil, err
	}
	return numbers.pointers(), nil
}

// SomeNumbers is Numbers for columns that are taken apart, where a pointer to each value would cost more than the values.
func (t *Table) SomeNumbers(name string) (SomeNumbers, error) {
	numbers, err := vectorOf[float64](t, name, "number")
	if err != nil {
		return SomeNumbers{}, err
	}
	return SomeNumbers{Values: numbers.values, null: numbers.null}, nil
}

// SomeNumbers are numbers of which some may be null.
type SomeNumbers struct {
	// Values has 0 where the number is null.
	Values []float64
	// null is nil when no value is.
	null []bool
}

// Known tells whether the number in a row is not null.
func (n SomeNumbers) Known(row int) bool { return n.null == nil || !n.null[row] }

// AllKnown tells whether no number from row `from` to before row `to` is null.
func (n SomeNumbers) AllKnown(from, to int) bool {
	return n.null == nil || !slices.Contains(n.null[from:to], true)
}

// KnownNumbers returns a numeric column in which no row is null. A null is refused.
func (t *Table) KnownNumbers(name string) ([]float64, error) {
	numbers, err := vectorOf[float64](t, name, "number")
	if err != nil {
		return nil, err
	}
	if numbers.hasNull() {
		return nil, &ColumnError{Column: name, Expected: "a number in every row", Got: "null"}
	}
	return numbers.values, nil
}

// Bools returns a boolean column; null is false.
func (t *Table) Bools(name string) ([]bool, error) {
	flags, err := vectorOf[bool](t, name, "boolean")
	if err != nil {
		return nil, err
	}
	return flags.values, nil
}

func vectorOf[T any](t *Table, name, expected string) (*vector[T], error) {
	for _, column := range t.columns {
		if column.name != name {
			continue
		}
		if found, ok := column.values.(*vector[T]); ok {
			return found, nil
		}
		return nil, &ColumnError{Column: name, Expected: expected, Got: column.values.kindOf()}
	}
	return nil, &ColumnError{Column: name, Expected: expected, Got: "no such column"}
}
