// Package tracetest holds what tests need of a trace server: real Arrow answers, saved queries and a server to ask.
package tracetest

import (
	"bytes"
	"testing"
	"time"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/ipc"
	"github.com/apache/arrow-go/v18/arrow/memory"
)

// Column is a column of an Arrow answer.
type Column struct {
	field  arrow.Field
	append func(builder array.Builder, row int)
	rows   int
}

// Texts is a column of texts, none null.
func Texts(name string, values ...string) Column {
	return Column{
		field: arrow.Field{Name: name, Type: arrow.BinaryTypes.String}, rows: len(values),
		append: func(builder array.Builder, row int) { builder.(*array.StringBuilder).Append(values[row]) },
	}
}

// Times is a column of times in microseconds, as the trace server sends them.
func Times(name string, values ...time.Time) Column {
	return Column{
		field: arrow.Field{Name: name, Type: &arrow.TimestampType{Unit: arrow.Microsecond, TimeZone: "UTC"}}, rows: len(values),
		append: func(builder array.Builder, row int) {
			builder.(*array.TimestampBuilder).Append(arrow.Timestamp(values[row].UnixMicro()))
		},
	}
}

// Floats is a nullable column of numbers; a value that is not a float64 is null.
func Floats(name string, values ...any) Column {
	return Column{
		field: arrow.Field{Name: name, Type: arrow.PrimitiveTypes.Float64, Nullable: true}, rows: len(values),
		append: func(builder array.Builder, row int) {
			if value, ok := values[row].(float64); ok {
				builder.(*array.Float64Builder).Append(value)
				return
			}
			builder.AppendNull()
		},
	}
}

// Counts is a column of whole numbers, none null.
func Counts(name string, values ...uint64) Column {
	return Column{
		field: arrow.Field{Name: name, Type: arrow.PrimitiveTypes.Uint64}, rows: len(values),
		append: func(builder array.Builder, row int) { builder.(*array.Uint64Builder).Append(values[row]) },
	}
}

// Flags is a column of booleans, none null.
func Flags(name string, values ...bool) Column {
	return Column{
		field: arrow.Field{Name: name, Type: arrow.FixedWidthTypes.Boolean}, rows: len(values),
		append: func(builder array.Builder, row int) { builder.(*array.BooleanBuilder).Append(values[row]) },
	}
}

// Stream writes an Arrow IPC stream with every row in a record batch of its own, as answers come in several.
func Stream(t testing.TB, columns ...Column) []byte {
	t.Helper()
	return Batches(t, 1, columns...)
}

// Batches writes an Arrow IPC stream with so many rows per record batch.
func Batches(t testing.TB, size int, columns ...Column) []byte {
	t.Helper()
	fields, rows := make([]arrow.Field, len(columns)), 0
	for index, column := range columns {
		fields[index] = column.field
		rows = max(rows, column.rows)
	}
	schema := arrow.NewSchema(fields, nil)
	var out bytes.Buffer
	writer := ipc.NewWriter(&out, ipc.WithSchema(schema))
	for start := 0; start < rows; start += size {
		builder := array.NewRecordBuilder(memory.DefaultAllocator, schema)
		for row := start; row < min(start+size, rows); row++ {
			for index, column := range columns {
				column.append(builder.Field(index), row)
			}
		}
		batch := builder.NewRecordBatch()
		if err := writer.Write(batch); err != nil {
			t.Fatal(err)
		}
		batch.Release()
		builder.Release()
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
