package traceapi

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

const (
	statusGatewayTimeout     = backend.Status(http.StatusGatewayTimeout)
	statusClientClosed       = backend.Status(499) // Nginx's number for a request its sender gave up; Grafana uses it too.
	statusServiceUnavailable = backend.Status(http.StatusServiceUnavailable)
)

// Step names what failed, for the data source's health check.
type Step string

// Steps of an exchange with the trace server.
const (
	StepSettings     Step = "settings"
	StepRequest      Step = "request"
	StepDNS          Step = "DNS"
	StepConnect      Step = "connect"
	StepTLS          Step = "TLS"
	StepTimeout      Step = "timeout"
	StepCancelled    Step = "cancelled"
	StepWrongAddress Step = "wrong address"
	StepKey          Step = "api key"
	StepScope        Step = "scope of the api key"
	StepVersion      Step = "version"
	StepEngine       Step = "engine"
	StepAnswer       Step = "answer"
	StepRole         Step = "role"
	StepPlugin       Step = "plugin"
)

// Error is a failed request with a sentence a person can act on. It holds no keys and no payloads.
type Error struct {
	// Status is what Grafana reports for the query.
	Status backend.Status
	// Source tells Grafana whose fault it is.
	Source backend.ErrorSource
	Step   Step
	// Code of the trace server's error answer; empty when there was none.
	Code contract.ErrorCode
	// Field and Position say what the trace server's error answer is about, and where in that text, in UTF-16 code units;
	// nil when it does not say.
	Field    *string
	Position *int
	Message  string
	cause    error
}

func (e *Error) Error() string { return e.Message }

// Unwrap gives the technical cause, for logs and the health check's details.
func (e *Error) Unwrap() error { return e.cause }

// AnswerCode is the code of the trace server's error answer, or the one that says the same best.
func (e *Error) AnswerCode() contract.ErrorCode {
	switch {
	case e.Code != "":
		return e.Code
	case e.Source == backend.ErrorSourcePlugin:
		return contract.INTERNAL
	case e.Step == StepKey:
		return contract.UNAUTHENTICATED
	case e.Step == StepScope, e.Step == StepRole:
		return contract.FORBIDDEN
	case e.Status == backend.StatusBadRequest:
		return contract.INVALIDARGUMENT
	default:
		return contract.ENGINEUNAVAILABLE
	}
}

// InvalidQuery is the error for a saved query that cannot be sent.
func InvalidQuery(format string, values ...any) *Error {
	return downstream(backend.StatusBadRequest, StepRequest, nil, format, values...)
}

// InvalidSettings is the error for every call to a data source whose settings cannot be used.
func InvalidSettings(cause error) *Error {
	text := cause.Error()
	// Go writes errors in lower case; what people read is a sentence.
	message := strings.ToUpper(text[:1]) + text[1:]
	return &Error{Status: backend.StatusBadRequest, Source: backend.ErrorSourceDownstream, Step: StepSettings, Message: message}
}

// Forbidden is the error for what the caller's role does not allow.
func Forbidden(format string, values ...any) *Error {
	return downstream(backend.StatusForbidden, StepRole, nil, format, values...)
}

// OtherVersion is the error for a trace server that this data source does not fit.
func OtherVersion(format string, values ...any) *Error {
	return downstream(backend.StatusBadGateway, StepVersion, nil, format, values...)
}

// Refused is an error about the data source's own resources, in the form of the trace server's.
func Refused(status int, code contract.ErrorCode, message string) *Error {
	return &Error{
		Status: backend.Status(status), Source: backend.ErrorSourceDownstream, Step: StepRequest, Code: code, Message: message,
	}
}

// From gives any error a status and a source; what is not an Error yet is a fault of the plugin.
func From(err error) *Error {
	var known *Error
	if errors.As(err, &known) {
		return known
	}
	var column *arrowframe.ColumnError
	if errors.As(err, &column) {
		return downstream(backend.StatusBadGateway, StepAnswer, err,
			"The trace server's answer is not what this version of the data source reads (%s). Use matching versions of both.", column)
	}
	if errors.Is(err, context.Canceled) {
		return cancelled(err)
	}
	return pluginError(err)
}

func cancelled(cause error) *Error {
	return downstream(statusClientClosed, StepCancelled, cause, "The request was cancelled before the trace server answered.")
}

func downstream(status backend.Status, step Step, cause error, format string, values ...any) *Error {
	return &Error{Status: status, Source: backend.ErrorSourceDownstream, Step: step, Message: fmt.Sprintf(format, values...), cause: cause}
}

func pluginError(cause error) *Error {
	return &Error{
		Status: backend.StatusInternal, Source: backend.ErrorSourcePlugin, Step: StepPlugin,
		Message: fmt.Sprintf("The data source failed: %s.", cause), cause: cause,
	}
}
