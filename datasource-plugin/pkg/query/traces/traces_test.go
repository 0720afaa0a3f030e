package traces

import (
	"context"
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

const (
	from = "2026-11-20T00:00:00Z"
	to   = "2026-11-21T00:00:00Z"
)

// answer has the server's own order of columns, which is not that of the frame; values are the same in all columns.
func answer(t *testing.T, rows int) []tracetest.Column {
	t.Helper()
	var columns []tracetest.Column
	specs := contract.FrameFields[contract.QueryTypeTraces]
	for index := range specs {
		spec := specs[len(specs)-1-index]
		texts, numbers, times, flags := make([]string, rows), make([]any, rows), make([]time.Time, rows), make([]bool, rows)
		for row := range rows {
			texts[row], times[row], flags[row] = spec.Name, tracetest.Time(t, from).Add(123456*time.Microsecond), true
			if row == 0 {
				numbers[row] = 12.5
			}
		}
		switch spec.Type {
		case "time":
			columns = append(columns, tracetest.Times(spec.Name, times...))
		case "number":
			columns = append(columns, tracetest.Floats(spec.Name, numbers...))
		case "boolean":
			columns = append(columns, tracetest.Flags(spec.Name, flags...))
		default:
			columns = append(columns, tracetest.Texts(spec.Name, texts...))
		}
	}
	return columns
}

func frame(t *testing.T, columns ...tracetest.Column) *data.Frame {
	t.Helper()
	server := &tracetest.Answers{Arrow: tracetest.Stream(t, columns...)}
	frames, err := Handle(context.Background(), server, tracetest.Request(t, `{"queryType":"traces"}`, from, to))
	if err != nil {
		t.Fatal(err)
	}
	if len(frames) != 1 {
		t.Fatalf("%d frames", len(frames))
	}
	return frames[0]
}

func TestTheTableHasEveryColumnOfTheContractInOrder(t *testing.T) {
	got := frame(t, answer(t, 2)...)
	for index, spec := range contract.FrameFields[contract.QueryTypeTraces] {
		field := got.Fields[index]
		if field.Name != spec.Name || field.Config.DisplayNameFromDS != spec.Label || field.Config.Unit != spec.Unit {
			t.Errorf("field %d is %q with %+v, want %+v", index, field.Name, field.Config, spec)
		}
		if spec.Type == "number" && (field.Type() != data.FieldTypeNullableFloat64 || !field.NilAt(1)) {
			t.Errorf("%s: an unknown number must be null, not 0", spec.Name)
		}
		if spec.Type == "string" && field.At(1) != spec.Name {
			t.Errorf("%s holds %v", spec.Name, field.At(1))
		}
	}
	at, ok := got.Fields[7].At(0).(time.Time)
	if !ok || !at.Equal(tracetest.Time(t, from).Add(123456*time.Microsecond)) || at.Location() != time.UTC {
		t.Errorf("start time %v", got.Fields[7].At(0))
	}
	if _, err := got.MarshalArrow(); err != nil {
		t.Errorf("the frame cannot be sent to Grafana: %v", err)
	}
}

func TestExploreOpensTheTracesPanel(t *testing.T) {
	meta := frame(t, answer(t, 1)...).Meta
	if meta.PreferredVisualization != data.VisTypeTable || meta.PreferredVisualizationPluginID != "modeltrace-traces-panel" || meta.ExecutedQueryString == "" {
		t.Errorf("meta %+v", meta)
	}
	if len(meta.UniqueRowIDFields) != 1 || meta.UniqueRowIDFields[0] != 1 {
		t.Errorf("rows are not told apart by their request ID: %v", meta.UniqueRowIDFields)
	}
}

func TestThePanelKnowsInExploreWhereTheRowsComeFrom(t *testing.T) {
	request := tracetest.Request(t, `{"queryType":"traces","schemaVersion":1,"interpolated":true,"search":"$name","filters":{"model":["m"]},"limit":5}`, from, to)
	request.DataSourceUID = "modeltrace-eu"
	server := &tracetest.Answers{Arrow: tracetest.Stream(t, answer(t, 1)...)}
	frames, err := Handle(context.Background(), server, request)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(frames[0].Meta.Custom)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"datasourceUid":"modeltrace-eu","query":{"filters":{"model":["m"]},"interpolated":true,"limit":5,"queryType":"traces","refId":"A","schemaVersion":1,"search":"$name"}}`
	if string(text) != want {
		t.Errorf("the panel could not ask for the next page or one trace: %s", text)
	}
}

func TestGrafanasTableShowsNoCursorAndOffersNoFilterThatDoesNothing(t *testing.T) {
	got := frame(t, answer(t, 1)...)
	for _, field := range got.Fields {
		if field.Config.Filterable != nil {
			t.Errorf("%s says whether it can be filtered by, which is the panel's to say", field.Name)
		}
		text, err := json.Marshal(field.Config.Custom)
		if err != nil {
			t.Fatal(err)
		}
		hidden := string(text) == `{"hidden":true,"hideFrom":{"viz":true}}`
		if hidden != (field.Name == "cursor") {
			t.Errorf("%s: custom %s", field.Name, text)
		}
	}
}

func TestAnEmptyTableKeepsItsColumns(t *testing.T) {
	got := frame(t, answer(t, 0)...)
	if len(got.Fields) != len(contract.FrameFields[contract.QueryTypeTraces]) || got.Rows() != 0 || got.Name != "traces" {
		t.Errorf("%d fields, %d rows", len(got.Fields), got.Rows())
	}
}

func TestAnAnswerOfAnotherVersionIsAnError(t *testing.T) {
	server := &tracetest.Answers{Arrow: tracetest.Stream(t, answer(t, 1)[1:]...)}
	if _, err := Handle(context.Background(), server, tracetest.Request(t, `{"queryType":"traces"}`, from, to)); err == nil {
		t.Error("no error although a column is missing")
	}
}

func TestRowsThatAreNotSearchedShowNoColumnForHitsInGrafanasTable(t *testing.T) {
	isHidden := func(frame *data.Frame) bool {
		field, _ := frame.FieldByName("match_preview")
		return field.Config.Custom["hidden"] == true
	}
	columns := answer(t, 2)
	if isHidden(frame(t, columns...)) {
		t.Error("where a text was found is hidden")
	}
	specs := contract.FrameFields[contract.QueryTypeTraces]
	place := slices.IndexFunc(specs, func(spec contract.FrameField) bool { return spec.Name == "match_preview" })
	place = len(specs) - 1 - place
	withoutHits := slices.Delete(columns, place, place+1)
	for name, columns := range map[string][]tracetest.Column{
		"nothing searched":  append(slices.Clone(withoutHits), tracetest.Texts("match_preview", "", "")),
		"an older server's": withoutHits,
	} {
		shown := frame(t, columns...)
		field, _ := shown.FieldByName("match_preview")
		if !isHidden(shown) || field.Len() != 2 {
			t.Errorf("%s: hidden %v, %d values", name, isHidden(shown), field.Len())
		}
	}
}
