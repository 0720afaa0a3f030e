package traceapi

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
)

// maxAnswer bytes of an answer that is read whole: several times the largest frame that a dashboard can draw. Answers that
// are passed on to the browser in parts have no such limit.
const maxAnswer = 64 << 20

// tooLargeError says which limit an answer went over.
type tooLargeError struct{ limit int64 }

func (e *tooLargeError) Error() string {
	return fmt.Sprintf("the answer has more than %d bytes", e.limit)
}

func readLimited(response *http.Response) ([]byte, error) {
	if response.ContentLength > maxAnswer {
		return nil, &tooLargeError{maxAnswer}
	}
	var body bytes.Buffer
	if response.ContentLength > 0 {
		// One byte more lets ReadFrom see the end without making room for more.
		body.Grow(int(response.ContentLength) + bytes.MinRead)
	}
	if _, err := body.ReadFrom(io.LimitReader(response.Body, maxAnswer+1)); err != nil {
		return nil, err
	}
	if body.Len() > maxAnswer {
		return nil, &tooLargeError{maxAnswer}
	}
	return body.Bytes(), nil
}
