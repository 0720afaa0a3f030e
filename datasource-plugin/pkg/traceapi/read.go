package traceapi

import (
	"fmt"
	"io"
	"net/http"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
)

// maxAnswer bytes of an answer that is read whole: several times the largest frame that a dashboard can draw. Answers that
// are passed on to the browser in parts have no such limit.
const maxAnswer = 64 << 20

// tooLargeError says which limit an answer went over.
type tooLargeError struct{ limit int64 }

func (e *tooLargeError) Error() string {
	return fmt.Sprintf("the answer has more than %d bytes", e.limit)
}

// readTable reads columns while they come in.
func readTable(response *http.Response) (*arrowframe.Table, error) {
	body, err := limited(response)
	if err != nil {
		return nil, err
	}
	table, err := arrowframe.Read(body)
	if err != nil {
		return nil, err
	}
	// To the end of the body: only then can the connection be used again, and is it known that nothing broke off.
	if _, err := io.Copy(io.Discard, body); err != nil {
		return nil, err
	}
	table.Header = response.Header
	return table, nil
}

func readText(response *http.Response) ([]byte, error) {
	body, err := limited(response)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(body)
}

// limited is the body up to the limit; reading beyond it is an error.
func limited(response *http.Response) (io.Reader, error) {
	if response.ContentLength > maxAnswer {
		return nil, &tooLargeError{maxAnswer}
	}
	return &limitedReader{from: response.Body, left: maxAnswer}, nil
}

type limitedReader struct {
	from io.Reader
	left int64
}

func (r *limitedReader) Read(into []byte) (int, error) {
	size, err := r.from.Read(into)
	if r.left -= int64(size); r.left < 0 {
		return size, &tooLargeError{maxAnswer}
	}
	return size, err
}
