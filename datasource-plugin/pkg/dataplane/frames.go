// Package dataplane makes frames of Grafana's data plane contract, version 0.1, which alert rules and
// SQL expressions rely on: https://grafana.com/developers/dataplane/contract-spec.
package dataplane

import (
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// TimeField is the name of the time field in every time series frame.
const TimeField = "time"

var version = data.FrameTypeVersion{0, 1}

// NewFrame makes a frame of a data plane kind.
func NewFrame(refID, name string, kind data.FrameType, fields ...*data.Field) *data.Frame {
	frame := data.NewFrame(name, fields...)
	frame.RefID = refID
	frame.Meta = &data.FrameMeta{Type: kind, TypeVersion: version}
	return frame
}

// Answer puts the executed query on the first frame. Without frames it makes the contract's "no data": one frame
// of the kind without fields.
func Answer(refID string, kind data.FrameType, frames data.Frames, executed string) data.Frames {
	if len(frames) == 0 {
		frames = data.Frames{NewFrame(refID, "", kind)}
	}
	frames[0].Meta.ExecutedQueryString = executed
	return frames
}

// Times makes a time field. Grafana leaves a gap where two points are further apart than `step`; 0 leaves none.
func Times(times []time.Time, step time.Duration) *data.Field {
	field := data.NewField(TimeField, nil, times)
	if step > 0 {
		field.Config = &data.FieldConfig{Interval: float64(step.Milliseconds())}
	}
	return field
}
