package replicas

import (
	"fmt"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/dataplane"
)

const (
	kind           = data.FrameTypeTimeSeriesMulti
	replicasColumn = "replicas"
	maximumColumn  = "max_replicas"
	// saturationColumn is replicas divided by the configured maximum: one number for alert rules to compare.
	saturationColumn = "saturation"
	hardwareLabel    = "hardware"
)

// framesOf makes a frame per series and column.
func framesOf(p plan, refID string, history []series) data.Frames {
	frames := data.Frames{}
	varying := varyingLabels(history)
	for _, one := range history {
		for _, column := range p.columns {
			if drawn := lineOf(column, one.changes, p.start, p.end); len(drawn.times) > 0 {
				frames = append(frames, frameOf(refID, column, nameOf(column, one.name(varying)), one.labels, drawn))
			}
		}
	}
	return frames
}

// nameOf says what a line shows besides the replicas, which the panel's title names.
func nameOf(column, series string) string {
	if column == replicasColumn {
		return series
	}
	return specOf(column).Label + " " + series
}

func frameOf(refID, column, name string, labels data.Labels, drawn line) *data.Frame {
	value := data.NewField(column, labels, drawn.values)
	value.Config = &data.FieldConfig{DisplayNameFromDS: name, Unit: specOf(column).Unit}
	return dataplane.NewFrame(refID, name, kind, dataplane.Times(drawn.times, 0), value)
}

func specOf(column string) contract.FrameField {
	for _, spec := range contract.FrameFields[contract.QueryTypeReplicas] {
		if spec.Name == column {
			return spec
		}
	}
	return contract.FrameField{Name: column}
}

// varyingLabels are the labels that tell the series apart; the hardware is always one of them.
func varyingLabels(history []series) []string {
	var varying []string
	for _, label := range labelColumns {
		values := map[string]bool{}
		for _, one := range history {
			values[one.labels[label]] = true
		}
		if label == hardwareLabel || len(values) > 1 {
			varying = append(varying, label)
		}
	}
	return varying
}

func (s series) name(varying []string) string {
	var parts []string
	for _, label := range varying {
		if value := s.labels[label]; value != "" {
			parts = append(parts, value)
		}
	}
	return strings.Join(parts, ", ")
}

// noticeOf says which filters do not apply, as the lines may show more than the panels beside them.
func noticeOf(ignored []contract.Dimension) data.Notice {
	labels := make([]string, len(ignored))
	for index, dimension := range ignored {
		labels[index] = contract.Dimensions[dimension]
	}
	return data.Notice{
		Severity: data.NoticeSeverityInfo,
		Text:     fmt.Sprintf("Replicas are not narrowed by %s: deployments have no such field.", strings.Join(labels, ", ")),
	}
}
