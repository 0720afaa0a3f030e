package contents_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

func TestTheTracesTableKeepsItsColumnsWithoutContents(t *testing.T) {
	shared := []string{"SECRET", "SECRET"}
	frame := data.NewFrame("traces",
		data.NewField("request_id", nil, []string{"a", "b"}), data.NewField("input_preview", nil, shared),
		data.NewField("output_preview", nil, shared), data.NewField("tags_preview", nil, []*string{&shared[0], nil}), data.NewField("error_type", nil, []string{"timeout", ""}),
	)
	frame.Fields[1].SetConfig(&data.FieldConfig{DisplayNameFromDS: "Input"})
	editors.Withhold(contract.QueryTypeTraces, data.Frames{frame})
	text, err := json.Marshal(frame)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(text), "SECRET") || !strings.Contains(string(text), "timeout") {
		t.Errorf("%s", text)
	}
	if len(frame.Fields) != 5 || frame.Rows() != 2 || frame.Fields[1].Config.DisplayNameFromDS != "Input" || frame.Fields[1].At(0) != "" {
		t.Errorf("columns %v", frame.Fields)
	}
	if len(frame.Meta.Notices) != 1 || !strings.Contains(frame.Meta.Notices[0].Text, "role Editor") {
		t.Errorf("the table does not say why columns are empty: %+v", frame.Meta)
	}
	if shared[0] != "SECRET" {
		t.Error("values that others may share were changed")
	}
}

func TestAColumnThatIsNotKnownToBePlainIsEmptied(t *testing.T) {
	frame := data.NewFrame("traces", data.NewField("reasoning_preview", nil, []string{"SECRET"}), data.NewField("request_id", nil, []string{"a"}))
	editors.Withhold(contract.QueryTypeTraces, data.Frames{frame})
	if frame.Fields[0].At(0) != "" || frame.Fields[1].At(0) != "a" {
		t.Errorf("%v, %v", frame.Fields[0].At(0), frame.Fields[1].At(0))
	}
	withheld := 0
	for _, spec := range contract.FrameFields[contract.QueryTypeTraces] {
		frame := data.NewFrame("traces", data.NewField(spec.Name, nil, []string{"x"}))
		editors.Withhold(contract.QueryTypeTraces, data.Frames{frame})
		isMarked := frame.Fields[0].Config != nil && frame.Fields[0].Config.Custom["withheld"] == true
		if isMarked != (frame.Fields[0].At(0) == "") {
			t.Errorf("%s: marked as withheld %v", spec.Name, isMarked)
		}
		if isMarked {
			withheld++
		}
	}
	if withheld != 4 {
		t.Errorf("%d columns of the contract are withheld, want input, output, tags and where a text was found", withheld)
	}
}

func TestTheTraceViewKeepsOnlyTagsThatAreKnownToBePlain(t *testing.T) {
	tags := json.RawMessage(`[{"key":"gen_ai.request.model","value":"gpt"},{"key":"gen_ai.usage.input_tokens","value":12},{"key":"gen_ai.usage.note","value":"SECRET"},{"key":"llm.usage.x","value":"[\"SECRET\"]"},{"key":"gen_ai.input.messages","value":"SECRET"},{"key":"anything","value":"SECRET"}]`)
	logs := json.RawMessage(`[{"timestamp":5,"name":"exception","fields":[{"key":"exception.type","value":"T"},{"key":"exception.message","value":"SECRET"}]}]`)
	frame := data.NewFrame("Trace",
		data.NewField("spanID", nil, []string{"s"}), data.NewField("statusMessage", nil, []string{"SECRET"}), data.NewField("newField", nil, []string{"SECRET"}),
		data.NewField("tags", nil, []json.RawMessage{tags}), data.NewField("logs", nil, []json.RawMessage{logs}),
		data.NewField("serviceTags", nil, []json.RawMessage{json.RawMessage(`[{"key":"service.name","value":"shop"},{"key":"host.secret","value":"SECRET"}]`)}),
		data.NewField("warnings", nil, []json.RawMessage{json.RawMessage(`["SECRET"]`)}), data.NewField("duration", nil, []float64{3}),
	)
	editors.Withhold(contract.QueryTypeTrace, data.Frames{frame})
	text, err := json.Marshal(frame)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(text), "SECRET") {
		t.Errorf("%s", text)
	}
	for _, want := range []string{`"gen_ai.request.model","value":"gpt"`, `"value":12`, `"timestamp":5,"name":"exception"`, `"exception.type"`, `"shop"`, "withheld"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("%s is missing: %s", want, text)
		}
	}
}

func TestTagsThatCannotBeReadAreLeftOut(t *testing.T) {
	for _, text := range []string{`{"SECRET":1}`, `"SECRET"`, `[["SECRET"]]`, `[SECRET`, ``, `null`} {
		frame := data.NewFrame("Trace", data.NewField("tags", nil, []json.RawMessage{json.RawMessage(text)}), data.NewField("logs", nil, []json.RawMessage{json.RawMessage(text)}))
		editors.Withhold(contract.QueryTypeTrace, data.Frames{frame})
		for _, field := range frame.Fields {
			if got, _ := field.At(0).(json.RawMessage); string(got) != "[]" {
				t.Errorf("%s of %q: %s", field.Name, text, got)
			}
		}
	}
}

func TestFramesOfAQueryTypeThatNobodyDecidedOnAreEmptied(t *testing.T) {
	frame := data.NewFrame("", data.NewField("text", nil, []string{"SECRET"}))
	editors.Withhold("sessions", data.Frames{frame})
	if frame.Fields[0].At(0) != "" || len(frame.Meta.Notices) != 1 {
		t.Errorf("%v", frame.Fields[0].At(0))
	}
}

func TestMeasuresStayAsTheyAre(t *testing.T) {
	frame := data.NewFrame("", data.NewField("requests", nil, []float64{3}))
	editors.Withhold(contract.QueryTypeMetrics, data.Frames{frame})
	if frame.Fields[0].At(0) != 3.0 || frame.Meta != nil {
		t.Errorf("%+v", frame)
	}
}
