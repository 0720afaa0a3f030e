package traceapi

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"unicode"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

// maxErrorAnswer bytes are read of an error answer; the contract's ones are far smaller.
const maxErrorAnswer = 64 << 10

// refused explains an answer with an error status.
func (c *Client) refused(response *http.Response) *Error {
	var answer contract.ErrorAnswer
	if hasMediaType(response, mediaJSON) {
		if err := json.NewDecoder(io.LimitReader(response.Body, maxErrorAnswer)).Decode(&answer); err != nil {
			answer = contract.ErrorAnswer{}
		}
	}
	explained := c.explain(response, answer)
	explained.Code, explained.Field, explained.Position = answer.Error.Code, answer.Error.Field, answer.Error.Position
	return explained
}

func (c *Client) explain(response *http.Response, answer contract.ErrorAnswer) *Error {
	status := backend.Status(response.StatusCode)
	message := sentence(answer)
	switch {
	case status == backend.StatusUnauthorized, status == backend.StatusForbidden:
		return c.notAllowed(response, message)
	case status >= http.StatusMultipleChoices && status < http.StatusBadRequest:
		return c.redirected(response)
	case message == "" && (status == backend.StatusNotFound || status == http.StatusMethodNotAllowed):
		return downstream(backend.StatusBadGateway, StepWrongAddress, nil,
			"What answers at %s does not know the trace server's API (HTTP %d). Check the URL in the data source settings.", c.Address(), status)
	case status == statusServiceUnavailable, status == backend.StatusTooManyRequests:
		return c.notNow(response, answer.Error.Code)
	case message == "":
		return downstream(backend.StatusBadGateway, StepAnswer, nil,
			"The trace server at %s answered with HTTP %d and no explanation.", c.Address(), status)
	case status >= http.StatusInternalServerError:
		return downstream(backend.StatusBadGateway, StepAnswer, nil, "The trace server failed: %s", message)
	default:
		return downstream(status, StepRequest, nil, "%s", message)
	}
}

// notNow is said when asking again did not help either.
func (c *Client) notNow(response *http.Response, code contract.ErrorCode) *Error {
	status := backend.Status(response.StatusCode)
	switch {
	case code == contract.SHUTTINGDOWN:
		return downstream(status, StepEngine, nil, "The trace server is shutting down.%s", tryAgain(response))
	case code == contract.RATELIMITED:
		return downstream(status, StepEngine, nil, "The API key has used up its requests for now.%s If it stays, raise the key's limit on the trace server.", tryAgain(response))
	case status == backend.StatusTooManyRequests:
		return downstream(status, StepEngine, nil, "The trace server is overloaded.%s", tryAgain(response))
	case code == "":
		return downstream(status, StepEngine, nil, "What answers at %s says that the trace server is not available (HTTP 503).%s", c.Address(), tryAgain(response))
	default:
		return downstream(status, StepEngine, nil, "The trace server's database engine is starting or down.%s", tryAgain(response))
	}
}

// notAllowed tells a missing key from a wrong one and from one that may not read.
func (c *Client) notAllowed(response *http.Response, message string) *Error {
	status := backend.Status(response.StatusCode)
	sent := ""
	if response.Request != nil {
		sent = response.Request.Header.Get(authorizationHeader)
	}
	switch {
	case status == backend.StatusForbidden && message != "":
		return downstream(status, StepScope, nil, "The trace server does not let this API key read: %s Enter a key with the scope read in the data source settings.", message)
	case status == backend.StatusForbidden:
		return downstream(status, StepKey, nil, "Access to %s is forbidden (HTTP 403). Check the API key in the data source settings and what stands between Grafana and the trace server.", c.Address())
	case sent == "":
		return downstream(status, StepKey, nil, "The trace server asks for an API key. Enter one with the scope read in the data source settings.")
	case sent != bearer(c.settings.APIKey):
		return downstream(status, StepKey, nil, "What answers at %s refused the identity or password that was sent. Check the authentication in the data source settings.", c.Address())
	default:
		return downstream(status, StepKey, nil, "The trace server refused the API key. Enter a valid key in the data source settings.")
	}
}

// redirected names the host only: the rest of such an address often holds tokens of a login.
func (c *Client) redirected(response *http.Response) *Error {
	target := "elsewhere"
	if location, err := response.Location(); err == nil {
		target = "to " + location.Scheme + "://" + Readable(location.Host)
	}
	return downstream(backend.StatusBadGateway, StepWrongAddress, nil,
		"What answers at %s sends callers %s (HTTP %d). Enter the trace server's own address as URL in the data source settings, or, if that is a login page, let Grafana's server pass.",
		c.Address(), target, response.StatusCode)
}

func tryAgain(response *http.Response) string {
	seconds := Readable(response.Header.Get("Retry-After"))
	if seconds == "" {
		return " Try again in a moment."
	}
	return fmt.Sprintf(" Try again in %s s.", seconds)
}

// sentence joins the parts of an error answer: message, the field it is about, what the field takes.
func sentence(answer contract.ErrorAnswer) string {
	message := strings.TrimRight(Readable(answer.Error.Message), ".")
	if message == "" {
		return ""
	}
	if field := answer.Error.Field; field != nil && *field != "" && !strings.Contains(message, *field) {
		message += fmt.Sprintf(" (%s)", Readable(*field))
	}
	if expected := answer.Error.Expected; expected != nil && *expected != "" {
		message += fmt.Sprintf(", expected %s", strings.TrimRight(Readable(*expected), "."))
	}
	return message + "."
}

// maxReadable characters of a foreign text go into a message.
const maxReadable = 500

// Readable takes control characters out of a foreign text and cuts it.
func Readable(text string) string {
	clean := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	if letters := []rune(clean); len(letters) > maxReadable {
		clean = string(letters[:maxReadable]) + "…"
	}
	return strings.TrimSpace(clean)
}
