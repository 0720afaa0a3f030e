package traceapi

import (
	"context"
	"errors"
	"net/http"
	"net/url"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

const (
	exportPath     = "/api/v1/export"
	exportPlanPath = "/api/v1/export/plan"
	exportsPath    = "/api/v1/exports"
)

// ExportStatePath is the path of one export, by which it is followed and cancelled.
func ExportStatePath(exportID string) string {
	return exportsPath + "/" + url.PathEscape(exportID)
}

// Export opens a file of all traces that match. It takes no turn away from queries, and the settings' time-out does not
// hold: it is made for answers that people wait for, while a file may take an hour. Its end is the caller's, who closes
// the body.
func (c *Client) Export(ctx context.Context, query url.Values) (*http.Response, error) {
	made, err := c.prepare(ctx, Call{Method: http.MethodGet, Path: exportPath, Query: query}, "*/*")
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	request, err := c.request(ctx, made)
	if err != nil {
		cancel()
		return nil, err
	}
	response, err := c.http.Do(request)
	if err != nil {
		defer cancel()
		return nil, c.unanswered(ctx, err)
	}
	response.Body = &onClose{ReadCloser: response.Body, then: cancel}
	switch {
	case response.StatusCode != http.StatusOK:
		err = noExport(c.refused(response))
	case response.Header.Get(HeaderTotalRows) == "":
		err = c.notATraceServer(response)
	default:
		return response, nil
	}
	closeBody(response.Body)
	return nil, err
}

// ExportOutline asks what an export would be: how many traces match, and how the file is called.
func (c *Client) ExportOutline(ctx context.Context, query url.Values) (contract.ExportOutline, error) {
	var outline contract.ExportOutline
	err := c.JSON(ctx, Call{Method: http.MethodGet, Path: exportPlanPath, Query: query}, &outline)
	if refused := (*Error)(nil); errors.As(err, &refused) {
		return outline, noExport(refused)
	}
	return outline, err
}

// HeaderTotalRows of an export says how many traces match.
const HeaderTotalRows = "Modeltrace-Total-Rows"

// noExport words what is special to exports.
func noExport(refused *Error) *Error {
	switch {
	case refused.Step == StepScope:
		refused.Message = "The API key of this data source may not export. Ask an administrator to enter a key with the scopes read and export in its settings."
	case refused.Status == backend.StatusTooManyRequests && refused.Code == contract.OVERLOADED:
		refused.Message = "The trace server makes as many exports as it may at once. Try again when one of them has ended."
	}
	return refused
}
