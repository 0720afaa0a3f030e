// Package export passes files of the trace server on to the browser, in parts by which the browser knows that it has all.
package export

import (
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"net/url"
	"regexp"

	"github.com/grafana/grafana-plugin-sdk-go/config"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contents"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/traces"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// Server is what exports need of the trace server.
type Server interface {
	JSON(ctx context.Context, call traceapi.Call, target any) error
	ExportOutline(ctx context.Context, query url.Values) (contract.ExportOutline, error)
	Export(ctx context.Context, query url.Values) (*http.Response, error)
	BrokenOff(ctx context.Context, err error) *traceapi.Error
}

// Plan is an export that its caller may have.
type Plan struct {
	id      string
	format  contract.ExportFormat
	query   url.Values
	leftOut []contract.ExportColumn
}

// PlanOf reads what is asked for. A caller from whom contents are withheld gets columns without them, and nothing where
// the selection, or the format, is about contents.
func PlanOf(ctx context.Context, server Server, rule contents.Rule, withheld bool, asked contract.ExportRequest) (Plan, error) {
	planned, err := read(asked)
	if err != nil {
		return Plan{}, err
	}
	if !withheld {
		return planned, nil
	}
	columns, leftOut, err := rule.Export(planned.format)
	if err != nil {
		return Plan{}, err
	}
	if err := rule.CheckCall(ctx, server, traceapi.Call{Method: http.MethodGet, Query: planned.query}); err != nil {
		return Plan{}, err
	}
	for _, column := range columns {
		planned.query.Add("columns", string(column))
	}
	planned.leftOut = leftOut
	return planned, nil
}

func read(asked contract.ExportRequest) (Plan, error) {
	format := contract.ExportFormat(asked.Format)
	if !format.Valid() {
		return Plan{}, traceapi.InvalidQuery("format is %q: expected csv, jsonl, parquet or finetuning-jsonl.", traceapi.Readable(asked.Format))
	}
	saved, err := json.Marshal(asked.Query)
	if err != nil {
		return Plan{}, traceapi.InvalidQuery("The query is not a JSON object of the data source.")
	}
	kind, model, err := savedquery.Read("", saved)
	if err != nil {
		return Plan{}, err
	}
	if kind != contract.QueryTypeTraces {
		return Plan{}, traceapi.InvalidQuery("Only the traces table can be exported.")
	}
	if !asked.From.Before(asked.To) {
		return Plan{}, traceapi.InvalidQuery("from is not before to.")
	}
	selection, span, err := traces.Selected(model, query.Range{From: asked.From, To: asked.To})
	if err != nil {
		return Plan{}, err
	}
	values := span.Values()
	selection.AddTo(values)
	values.Set("format", string(format))
	planned := Plan{format: format, query: values}
	if asked.ExportId != nil {
		if planned.id, err = ID(*asked.ExportId); err != nil {
			return Plan{}, err
		}
		values.Set("export_id", planned.id)
	}
	return planned, nil
}

var idPattern = regexp.MustCompile(contract.LimitExportIdPattern)

// ID checks the id of an export.
func ID(text string) (string, error) {
	if !idPattern.MatchString(text) {
		return "", traceapi.InvalidQuery("The export's id is not a UUID in lower case.")
	}
	return text, nil
}

// Describe counts what matches now and says what the file will lack.
func (p Plan) Describe(ctx context.Context, server Server) (contract.ExportPlan, error) {
	asked := maps.Clone(p.query)
	for _, ofFile := range []string{"columns", "export_id"} {
		asked.Del(ofFile)
	}
	outline, err := server.ExportOutline(ctx, asked)
	if err != nil {
		return contract.ExportPlan{}, err
	}
	described := contract.ExportPlan{Rows: outline.Rows, FileName: outline.FileName, LeftOut: []string{}}
	for _, column := range p.leftOut {
		described.LeftOut = append(described.LeftOut, string(column))
	}
	if limit := int(config.GrafanaConfigFromContext(ctx).ResponseLimit()); limit > 0 {
		described.MaxBytes = &limit
	}
	return described, nil
}
