// Package arrowframe turns the Arrow streams of the trace server into typed columns of a data frame.
package arrowframe

import (
	"errors"
	"fmt"
	"io"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/ipc"
)

// ErrNotArrow says that the bytes are not a complete Arrow stream.
var ErrNotArrow = errors.New("not a complete Arrow stream")

// maxMessage bytes of one message of a stream, for which room is made before they are read. Whoever gives the stream
// limits how much there is to read; this is only for what a damaged stream pretends.
const maxMessage = 256 << 20

// Read reads an Arrow IPC stream, as it comes in, to its end. Each column becomes one slice of texts, numbers, times (UTC)
// or booleans; those of other types are left out. Record batches are joined.
func Read(stream io.Reader) (table *Table, err error) {
	// Arrow trusts the positions that a record batch holds, and panics at those of a damaged one.
	defer func() {
		if fault := recover(); fault != nil {
			table, err = nil, unreadable(fmt.Errorf("%v", fault))
		}
	}()
	messages := ipc.NewMessageReader(stream, ipc.WithMetadataSizeLimit(maxMessage), ipc.WithBodySizeLimit(maxMessage))
	reader, err := ipc.NewReaderFromMessageReader(messages)
	if err != nil {
		return nil, unreadable(err)
	}
	defer reader.Release()

	table = newTable(reader.Schema())
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

// newTable takes columns of types that are not read as well: a newer trace server may add one, which nobody asks for.
func newTable(schema *arrow.Schema) *Table {
	table := &Table{}
	for _, field := range schema.Fields() {
		values := valuesFor(field.Type)
		if values == nil {
			values = unread{arrowType: field.Type.String()}
		}
		table.columns = append(table.columns, column{name: field.Name, values: values})
	}
	return table
}

func (t *Table) append(batch arrow.RecordBatch) error {
	for index, values := range batch.Columns() {
		if err := t.columns[index].values.append(values); err != nil {
			return fmt.Errorf("column %q: %w", t.columns[index].name, err)
		}
	}
	t.rows += int(batch.NumRows())
	return nil
}

// valuesFor holds the values of an Arrow type; nil when the type is not read.
func valuesFor(arrowType arrow.DataType) values {
	switch arrowType.ID() {
	case arrow.STRING, arrow.LARGE_STRING, arrow.BINARY, arrow.LARGE_BINARY:
		return &vector[string]{kind: "text", copy: copyTexts}
	case arrow.TIMESTAMP:
		return newTimes()
	case arrow.BOOL:
		return &vector[bool]{kind: "boolean", copy: copyBools}
	case arrow.DICTIONARY:
		dictionary, ok := arrowType.(*arrow.DictionaryType)
		if !ok {
			return nil
		}
		return valuesFor(dictionary.ValueType)
	case arrow.INT8, arrow.INT16, arrow.INT32, arrow.INT64, arrow.UINT8, arrow.UINT16, arrow.UINT32, arrow.UINT64,
		arrow.FLOAT32, arrow.FLOAT64:
		if arrow.IsFloating(arrowType.ID()) {
			return &vector[float64]{kind: "number", copy: copyNumbers, unknown: notFinite}
		}
		return &vector[float64]{kind: "number", copy: copyNumbers}
	default:
		return nil
	}
}
