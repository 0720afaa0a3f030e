package resources

import (
	"context"
	"net/http"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	exports "github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/export"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// exportParameter names an export.
const exportParameter = "export_id"

func planned(ctx context.Context, server Server, asked Request) (exports.Plan, contract.ExportRequest, error) {
	body, err := read[contract.ExportRequest](asked)
	if err != nil {
		return exports.Plan{}, body, err
	}
	plan, err := exports.PlanOf(ctx, server, asked.Rule, asked.Withheld, body)
	return plan, body, err
}

// export gives all traces of a query as a file, in the parts of pkg/export.
func export(ctx context.Context, server Server, asked Request) (Answer, error) {
	plan, body, err := planned(ctx, server, asked)
	if err != nil {
		return Answer{}, err
	}
	if body.ExportId == nil {
		return Answer{}, traceapi.InvalidQuery("exportId is missing: expected a UUID of the caller's choice.")
	}
	header := http.Header{"Content-Type": {"application/octet-stream"}}
	return Answer{Status: http.StatusOK, Header: header, Body: exports.Open(ctx, server, plan), AsItComes: true}, nil
}

// exportPlan says what an export would be.
func exportPlan(ctx context.Context, server Server, asked Request) (Answer, error) {
	plan, _, err := planned(ctx, server, asked)
	if err != nil {
		return Answer{}, err
	}
	described, err := plan.Describe(ctx, server)
	if err != nil {
		return Answer{}, err
	}
	return objectAnswer(described)
}

// exportStatus says how far an export is: export/status?export_id=…
func exportStatus(ctx context.Context, server Server, asked Request) (Answer, error) {
	return oneExport(ctx, server, http.MethodGet, asked.Query.Get(exportParameter))
}

// exportCancel ends an export.
func exportCancel(ctx context.Context, server Server, asked Request) (Answer, error) {
	body, err := read[contract.ExportCancelRequest](asked)
	if err != nil {
		return Answer{}, err
	}
	return oneExport(ctx, server, http.MethodDelete, body.ExportId)
}

// oneExport needs no check of contents: an export's state is numbers, and its id is known to who began it only.
func oneExport(ctx context.Context, server Server, method, exportID string) (Answer, error) {
	id, err := exports.ID(exportID)
	if err != nil {
		return Answer{}, err
	}
	response, err := server.Open(ctx, traceapi.Call{Method: method, Path: traceapi.ExportStatePath(id), Once: true})
	if err != nil {
		return Answer{}, err
	}
	return answerOf(response), nil
}
