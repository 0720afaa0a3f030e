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
	explained.Code = answer.Error.Code
	return explained
}

func (c *Client) explain(response *http.Response, answer contract.ErrorAnswer) *Error {
	status := backend.Status(response.StatusCode)
	message := sentence(answer)
	switch {
	case status == backend.StatusUnauthorized, status == backend.StatusForbidden:
		return downstream(status, StepKey, nil, "The trace server refused the API key. Enter a valid key in the data source settings.")
	case message == "" && (status == backend.StatusNotFound || status == http.StatusMethodNotAllowed):
		return downstream(backend.StatusBadGateway, StepWrongAddress, nil,
			"What answers at %s does not know the trace server's API (HTTP %d). Check the URL in the data source settings.", c.Address(), status)
	case status == statusServiceUnavailable:
		return downstream(status, StepEngine, nil, "The trace server's database engine is starting or down.%s", tryAgain(response))
	case status == backend.StatusTooManyRequests:
		return downstream(status, StepEngine, nil, "The trace server is overloaded.%s", tryAgain(response))
	case message == "":
		return downstream(backend.StatusBadGateway, StepAnswer, nil,
			"The trace server at %s answered with HTTP %d and no explanation.", c.Address(), status)
	case status >= http.StatusInternalServerError:
		return downstream(backend.StatusBadGateway, StepAnswer, nil, "The trace server failed: %s", message)
	default:
		return downstream(status, StepRequest, nil, "%s", message)
	}
}

func tryAgain(response *http.Response) string {
	seconds := readable(response.Header.Get("Retry-After"))
	if seconds == "" {
		return " Try again in a moment."
	}
	return fmt.Sprintf(" Try again in %s s.", seconds)
}

// sentence joins the parts of an error answer: message, the field it is about, what the field takes.
func sentence(answer contract.ErrorAnswer) string {
	message := strings.TrimRight(readable(answer.Error.Message), ".")
	if message == "" {
		return ""
	}
	if field := answer.Error.Field; field != nil && *field != "" && !strings.Contains(message, *field) {
		message += fmt.Sprintf(" (%s)", readable(*field))
	}
	if expected := answer.Error.Expected; expected != nil && *expected != "" {
		message += fmt.Sprintf(", expected %s", strings.TrimRight(readable(*expected), "."))
	}
	return message + "."
}

// maxReadable characters of a foreign text go into a message.
const maxReadable = 500

// readable takes control characters out of a foreign text and cuts it.
func readable(text string) string {
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
