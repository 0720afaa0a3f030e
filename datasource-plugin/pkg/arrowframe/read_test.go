package arrowframe_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/ipc"
	"github.com/apache/arrow-go/v18/arrow/memory"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

// stream writes one column of any Arrow type, built from JSON values.
func stream(t *testing.T, arrowType arrow.DataType, nullable bool, values string) []byte {
	t.Helper()
	column, _, err := array.FromJSON(memory.DefaultAllocator, arrowType, bytes.NewReader([]byte(values)))
	if err != nil {
		t.Fatal(err)
	}
	schema := arrow.NewSchema([]arrow.Field{{Name: "c", Type: arrowType, Nullable: nullable}}, nil)
	var out bytes.Buffer
	writer := ipc.NewWriter(&out, ipc.WithSchema(schema))
	batch := array.NewRecordBatch(schema, []arrow.Array{column}, int64(column.Len()))
	if err := writer.Write(batch); err != nil {
		t.Fatal(err)
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestEveryNumberTypeOfTheEngineIsRead(t *testing.T) {
	for _, arrowType := range []arrow.DataType{
		arrow.PrimitiveTypes.Int8, arrow.PrimitiveTypes.Int16, arrow.PrimitiveTypes.Int32, arrow.PrimitiveTypes.Int64,
		arrow.PrimitiveTypes.Uint8, arrow.PrimitiveTypes.Uint16, arrow.PrimitiveTypes.Uint32, arrow.PrimitiveTypes.Uint64,
		arrow.PrimitiveTypes.Float32, arrow.PrimitiveTypes.Float64,
	} {
		table, err := arrowframe.Read(bytes.NewReader(stream(t, arrowType, true, "[7, null]")))
		if err != nil {
			t.Fatalf("%s: %v", arrowType, err)
		}
		numbers, err := table.Numbers("c")
		if err != nil || len(numbers) != 2 || numbers[0] == nil || *numbers[0] != 7 || numbers[1] != nil {
			t.Errorf("%s: %v, %v", arrowType, numbers, err)
		}
	}
}

func TestEveryTextTypeOfTheEngineIsRead(t *testing.T) {
	dictionary := &arrow.DictionaryType{IndexType: arrow.PrimitiveTypes.Int8, ValueType: arrow.BinaryTypes.String}
	for _, arrowType := range []arrow.DataType{arrow.BinaryTypes.String, arrow.BinaryTypes.LargeString, dictionary} {
		table, err := arrowframe.Read(bytes.NewReader(stream(t, arrowType, true, `["gpt", null]`)))
		if err != nil {
			t.Fatalf("%s: %v", arrowType, err)
		}
		if texts, err := table.Texts("c"); err != nil || len(texts) != 2 || texts[0] != "gpt" || texts[1] != "" {
			t.Errorf("%s: %v, %v", arrowType, texts, err)
		}
	}
}

func TestTimesAreUTCInEveryUnit(t *testing.T) {
	want := tracetest.Time(t, "2026-11-21T08:00:00Z")
	for _, unit := range []arrow.TimeUnit{arrow.Second, arrow.Millisecond, arrow.Microsecond, arrow.Nanosecond} {
		arrowType := &arrow.TimestampType{Unit: unit, TimeZone: "Europe/Berlin"}
		table, err := arrowframe.Read(bytes.NewReader(stream(t, arrowType, false, `["2026-11-21 08:00:00Z"]`)))
		if err != nil {
			t.Fatal(err)
		}
		if times, err := table.Times("c"); err != nil || times[0] != want {
			t.Errorf("%s: %v, %v", unit, times, err)
		}
	}
}

func TestBrokenTextIsRepairedAndNotDropped(t *testing.T) {
	table, err := arrowframe.Read(bytes.NewReader(tracetest.Stream(t, tracetest.Texts("c", "ok\xff\xfeend", "a\x00b"))))
	if err != nil {
		t.Fatal(err)
	}
	if texts, _ := table.Texts("c"); texts[0] != "ok\uFFFDend" || texts[1] != "a\x00b" {
		t.Errorf("%q", texts)
	}
}

func TestWhatIsNoNumberIsNull(t *testing.T) {
	table, err := arrowframe.Read(bytes.NewReader(tracetest.Stream(t, tracetest.Floats("c", math.NaN(), math.Inf(1), 0.0))))
	if err != nil {
		t.Fatal(err)
	}
	if numbers, _ := table.Numbers("c"); numbers[0] != nil || numbers[1] != nil || numbers[2] == nil {
		t.Errorf("%v", numbers)
	}
}

func TestAStreamThatIsNotWholeIsAnError(t *testing.T) {
	whole := tracetest.Stream(t, tracetest.Texts("c", "a", "b", "c"))
	for _, broken := range [][]byte{nil, []byte("<html>"), []byte(`{"error":{}}`), whole[:len(whole)/2], bytes.Repeat([]byte{0xff}, 64)} {
		if _, err := arrowframe.Read(bytes.NewReader(broken)); !errors.Is(err, arrowframe.ErrNotArrow) {
			t.Errorf("%.20q: %v", broken, err)
		}
	}
}

func TestARecordBatchWithWrongPositionsIsAnErrorAndEndsNothing(t *testing.T) {
	whole := tracetest.Batches(t, 3, tracetest.Texts("c", "a", "bb", "ccc"), tracetest.Floats("n", 1.0, nil, 3.0))
	positions := []byte{0, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, 6, 0, 0, 0}
	at := bytes.Index(whole, positions)
	if at < 0 {
		t.Fatal("the stream has no positions of texts")
	}
	for _, wrong := range []uint32{5, 1 << 20, math.MaxUint32} {
		damaged := bytes.Clone(whole)
		binary.LittleEndian.PutUint32(damaged[at+4:], wrong)
		if _, err := arrowframe.Read(bytes.NewReader(damaged)); !errors.Is(err, arrowframe.ErrNotArrow) {
			t.Errorf("%d: %v", wrong, err)
		}
	}
}

func TestAStreamThatPretendsToBeHugeGetsNoRoom(t *testing.T) {
	whole := tracetest.Stream(t, tracetest.Texts("c", "a"))
	// The length of the first message's metadata comes after four bytes that begin a message.
	binary.LittleEndian.PutUint32(whole[4:], math.MaxInt32)
	if _, err := arrowframe.Read(bytes.NewReader(whole)); !errors.Is(err, arrowframe.ErrNotArrow) || !strings.Contains(err.Error(), "exceeds limit") {
		t.Errorf("%v", err)
	}
}

func TestAColumnOfAnotherTypeNamesItself(t *testing.T) {
	table, err := arrowframe.Read(bytes.NewReader(tracetest.Stream(t, tracetest.Texts("c", "a"), tracetest.Floats("n", nil))))
	if err != nil {
		t.Fatal(err)
	}
	var wrong *arrowframe.ColumnError
	if _, err := table.Numbers("c"); !errors.As(err, &wrong) || wrong.Column != "c" {
		t.Errorf("text as number: %v", err)
	}
	if _, err := table.Texts("missing"); !errors.As(err, &wrong) || wrong.Column != "missing" {
		t.Errorf("missing: %v", err)
	}
	if _, err := table.Times("n"); err == nil {
		t.Error("null as time was taken")
	}
}

func TestAColumnThatANewerServerAddsSpoilsNoOther(t *testing.T) {
	table, err := arrowframe.Read(bytes.NewReader(stream(t, arrow.ListOf(arrow.PrimitiveTypes.Int8), true, "[[1],[2]]")))
	if err != nil || table.Rows() != 2 {
		t.Fatalf("a column of lists: %v", err)
	}
	var wrong *arrowframe.ColumnError
	if _, err := table.Texts("c"); !errors.As(err, &wrong) || wrong.Column != "c" || wrong.Got == "" {
		t.Errorf("lists as texts: %v", err)
	}
}

func TestNullsStayInTheirRowsWhenBatchesAreJoined(t *testing.T) {
	columns := []tracetest.Column{tracetest.Floats("n", 1.0, 2.0, nil, 4.0, 5.0), tracetest.Texts("t", "a", "b", "\xe2", "\x82\xac", "e")}
	for _, size := range []int{1, 2, 3, 5} {
		table, err := arrowframe.Read(bytes.NewReader(tracetest.Batches(t, size, columns...)))
		if err != nil || table.Rows() != 5 {
			t.Fatalf("%d rows, %v", table.Rows(), err)
		}
		numbers, err := table.Numbers("n")
		if err != nil || len(numbers) != 5 || numbers[2] != nil || *numbers[1] != 2 || *numbers[3] != 4 {
			t.Errorf("batches of %d: %v, %v", size, numbers, err)
		}
		if _, err := table.KnownNumbers("n"); err == nil {
			t.Error("null as a known number was taken")
		}
		some, err := table.SomeNumbers("n")
		if err != nil || some.Known(2) || !some.Known(3) || some.Values[3] != 4 || some.AllKnown(1, 3) || !some.AllKnown(3, 5) {
			t.Errorf("batches of %d: %v, %v", size, some, err)
		}
		// Two broken texts beside each other are a whole character only when they are taken for one text.
		if texts, err := table.Texts("t"); err != nil || texts[2] != "\uFFFD" || texts[3] != "\uFFFD" || texts[4] != "e" {
			t.Errorf("batches of %d: %q, %v", size, texts, err)
		}
	}
}
