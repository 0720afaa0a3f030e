package live

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"time"
)

// maxEvent bytes of one event are read; a row of the list has a few thousand.
const maxEvent = 1 << 20

// lagging is the name of the event that says that traces were skipped.
const lagging = "lagging"

// event is what the trace server's stream says at once: server-sent events as HTML's standard has them, section 9.2.
type event struct {
	// id is the position after this event; the last one said.
	id   string
	name string
	data []byte
	// tooLarge says that there was more data than is read.
	tooLarge bool
	// retry is how long to wait before connecting again; 0 when not said.
	retry time.Duration
}

// readEvents passes on every event, and comments as empty ones, until the stream ends or breaks or take refuses.
func readEvents(body io.Reader, take func(event) error) error {
	lines := bufio.NewReaderSize(body, 64<<10)
	var current event
	var lastID string
	for {
		line, long, err := readLine(lines)
		if err != nil {
			return err
		}
		current.tooLarge = current.tooLarge || long
		if len(line) > 0 {
			current.field(line)
			continue
		}
		if current.id == "" {
			current.id = lastID
		}
		lastID = current.id
		if err := take(current); err != nil {
			return err
		}
		current = event{}
	}
}

// readLine reads a line without its end, of which it keeps no more than maxEvent.
func readLine(from *bufio.Reader) (line []byte, long bool, err error) {
	for {
		part, err := from.ReadSlice('\n')
		if len(line)+len(part) > maxEvent {
			long = true
		} else {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		return bytes.TrimRight(line, "\r\n"), long, err
	}
}

func (e *event) field(line []byte) {
	name, value, _ := bytes.Cut(line, []byte(":"))
	value = bytes.TrimPrefix(value, []byte(" "))
	switch string(name) {
	case "id":
		e.id = string(value)
	case "event":
		e.name = string(value)
	case "retry":
		if wait, err := time.ParseDuration(string(value) + "ms"); err == nil && wait >= 0 {
			e.retry = wait
		}
	case "data":
		if len(e.data)+len(value) > maxEvent {
			e.tooLarge = true
			return
		}
		if e.data != nil {
			e.data = append(e.data, '\n')
		}
		e.data = append(e.data, value...)
	}
}
