// Package arrowframe turns the Arrow streams of the trace server into typed columns of a data frame.
package arrowframe

import (
	"errors"
	"fmt"
	"io"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/ipc"
	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// ErrNotArrow says that the bytes are not a complete Arrow stream.
var ErrNotArrow = errors.New("not a complete Arrow stream")

// Read reads an Arrow IPC stream to its end. Each column becomes one field: text, float64, time.Time (UTC) or bool;
// nullable when the stream's schema says so. Record batches are joined and released one by one.
func Read(stream io.Reader) (*Table, error) {
	reader, err := ipc.NewReader(stream)
	if err != nil {
		return nil, unreadable(err)
	}
	defer reader.Release()

	table, err := newTable(reader.Schema())
	if err != nil {
		return nil, err
	}
	for reader.Next() {
		if err := table.append(reader.RecordBatch()); err != nil {
			return nil, err
		}
	}
	if err := reader.Err(); err != nil && !errors.Is(err, io.EOF) {
		return nil, unreadable(err)
	}
	return table, nil
}

// unreadable keeps the cause, so that a time-out or a size limit is still recognised further up.
func unreadable(err error) error {
	return fmt.Errorf("%w: %w", ErrNotArrow, err)
}

func newTable(schema *arrow.Schema) (*Table, error) {
	table := &Table{}
	for _, column := range schema.Fields() {
		fieldType, err := fieldTypeOf(column)
		if err != nil {
			return nil, err
		}
		field := data.NewFieldFromFieldType(fieldType, 0)
		field.Name = column.Name
		table.Fields = append(table.Fields, field)
	}
	return table, nil
}

func (t *Table) append(batch arrow.RecordBatch) error {
	for index, column := range batch.Columns() {
		if err := appendValues(t.Fields[index], column); err != nil {
			return fmt.Errorf("column %q: %w", t.Fields[index].Name, err)
		}
	}
	return nil
}

func fieldTypeOf(column arrow.Field) (data.FieldType, error) {
	fieldType, ok := plainFieldType(column.Type)
	if !ok {
		return data.FieldTypeUnknown, fmt.Errorf("column %q has the Arrow type %s, which the data source does not read", column.Name, column.Type)
	}
	if column.Nullable {
		return fieldType.NullableType(), nil
	}
	return fieldType, nil
}

func plainFieldType(arrowType arrow.DataType) (data.FieldType, bool) {
	switch arrowType.ID() {
	case arrow.STRING, arrow.LARGE_STRING, arrow.BINARY, arrow.LARGE_BINARY:
		return data.FieldTypeString, true
	case arrow.TIMESTAMP:
		return data.FieldTypeTime, true
	case arrow.BOOL:
		return data.FieldTypeBool, true
	case arrow.DICTIONARY:
		dictionary, ok := arrowType.(*arrow.DictionaryType)
		if !ok {
			return data.FieldTypeUnknown, false
		}
		return plainFieldType(dictionary.ValueType)
	case arrow.INT8, arrow.INT16, arrow.INT32, arrow.INT64, arrow.UINT8, arrow.UINT16, arrow.UINT32, arrow.UINT64,
		arrow.FLOAT32, arrow.FLOAT64:
		return data.FieldTypeFloat64, true
	default:
		return data.FieldTypeUnknown, false
	}
}
