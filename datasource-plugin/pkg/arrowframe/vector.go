package arrowframe

import (
	"slices"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
)

// values are those of a column, of one type.
type values interface {
	append(batch arrow.Array) error
	kindOf() string
}

// vector holds a column's values side by side. A null is the type's zero value, and `null` says that it is one.
type vector[T any] struct {
	kind   string
	values []T
	// null is nil while no value is null.
	null []bool
	// copy writes a batch into `out`, which has as many places; the places of nulls may hold anything afterwards.
	copy func(out []T, batch arrow.Array) error
	// unknown tells of a value that it is no value; nil when all are.
	unknown func(value T) bool
}

func (v *vector[T]) kindOf() string { return v.kind }

func (v *vector[T]) append(batch arrow.Array) error {
	start, rows := len(v.values), batch.Len()
	v.values = slices.Grow(v.values, rows)[:start+rows]
	if err := v.fill(v.values[start:], batch); err != nil {
		return err
	}
	if v.null != nil {
		v.null = slices.Grow(v.null, rows)[:start+rows]
	}
	v.markNulls(start, batch)
	return nil
}

// markNulls looks at the rows of a batch only where one can be null: most columns have none.
func (v *vector[T]) markNulls(start int, batch arrow.Array) {
	if batch.NullN() > 0 {
		for row := range batch.Len() {
			if batch.IsNull(row) {
				v.setNull(start + row)
			}
		}
	}
	if v.unknown == nil {
		return
	}
	for row, value := range v.values[start:] {
		if v.unknown(value) {
			v.setNull(start + row)
		}
	}
}

func (v *vector[T]) fill(out []T, batch arrow.Array) error {
	entries, ok := batch.(*array.Dictionary)
	if !ok {
		return v.copy(out, batch)
	}
	known := make([]T, entries.Dictionary().Len())
	if err := v.copy(known, entries.Dictionary()); err != nil {
		return err
	}
	for row := range out {
		if entries.IsValid(row) {
			out[row] = known[entries.GetValueIndex(row)]
		}
	}
	return nil
}

func (v *vector[T]) setNull(row int) {
	if v.null == nil {
		v.null = make([]bool, len(v.values), cap(v.values))
	}
	var zero T
	v.values[row], v.null[row] = zero, true
}

// pointers to the values, which are not copied; nil is null.
func (v *vector[T]) pointers() []*T {
	out := make([]*T, len(v.values))
	for row := range v.values {
		if v.null == nil || !v.null[row] {
			out[row] = &v.values[row]
		}
	}
	return out
}

func (v *vector[T]) hasNull() bool {
	return slices.Contains(v.null, true)
}
