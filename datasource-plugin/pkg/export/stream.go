package export

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

const (
	// bufferBytes of a part. Two of them are all that an export holds of its file.
	bufferBytes = 256 << 10
	// alivePause is shorter than proxies usually wait for the next byte of an answer.
	alivePause = 10 * time.Second
)

// Stream is the parts of an export. It asks the trace server for no more than its reader takes.
type Stream struct {
	cancel context.CancelFunc
	parts  chan []byte
	// rest of a part that was not read yet.
	rest  []byte
	alive *time.Ticker
}

// Open begins an export. What goes wrong with it is said in the stream.
func Open(ctx context.Context, server Server, planned Plan) *Stream {
	ctx, cancel := context.WithCancel(ctx)
	opened := &Stream{cancel: cancel, parts: make(chan []byte), alive: time.NewTicker(alivePause)}
	go func() {
		defer close(opened.parts)
		from := &transfer{server: server, plan: planned, out: opened.parts, hash: sha256.New()}
		if err := from.run(ctx); err != nil && ctx.Err() == nil {
			// A part that cannot be written leaves the stream without an end, which says the same.
			if part, unwritten := errorPart(traceapi.From(err)); unwritten == nil {
				_ = from.send(ctx, part)
			}
		}
	}()
	return opened
}

// Read gives one part at most.
func (s *Stream) Read(into []byte) (int, error) {
	if len(s.rest) == 0 {
		select {
		case part, open := <-s.parts:
			if !open {
				return 0, io.EOF
			}
			s.rest = part
			s.alive.Reset(alivePause)
		case <-s.alive.C:
			s.rest = alivePart()
		}
	}
	size := copy(into, s.rest)
	s.rest = s.rest[size:]
	return size, nil
}

// Close ends the export on the trace server, too, if it is under way.
func (s *Stream) Close() error {
	s.cancel()
	s.alive.Stop()
	return nil
}

// transfer is the export's work.
type transfer struct {
	server Server
	plan   Plan
	out    chan<- []byte
	hash   interface {
		io.Writer
		Sum(behind []byte) []byte
	}
	bytes int
	// rowsTotal is how many traces matched at the beginning.
	rowsTotal int
}

func (t *transfer) run(ctx context.Context) error {
	response, err := t.server.Export(ctx, t.plan.query)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	if t.rowsTotal, err = strconv.Atoi(response.Header.Get(traceapi.HeaderTotalRows)); err != nil {
		return t.server.BrokenOff(ctx, err)
	}
	begin, err := objectPart(kindBegin, contract.ExportBegin{RowsTotal: t.rowsTotal})
	if err != nil {
		return err
	}
	if err := t.send(ctx, begin); err != nil {
		return err
	}
	if err := t.pass(ctx, response.Body); err != nil {
		return t.why(ctx, err)
	}
	proven, err := t.prove(ctx, response.Trailer)
	if err != nil {
		return err
	}
	end, err := objectPart(kindEnd, proven)
	if err != nil {
		return err
	}
	return t.send(ctx, end)
}

// pass sends the file. While the reader has one buffer the other one is filled: a part is taken only when the one before
// has been read.
func (t *transfer) pass(ctx context.Context, file io.Reader) error {
	buffers := [2][]byte{make([]byte, bufferBytes), make([]byte, bufferBytes)}
	for turn := 0; ; turn = 1 - turn {
		buffer := buffers[turn]
		size, err := file.Read(buffer[headBytes:])
		if size > 0 {
			part := buffer[:headBytes+size]
			t.bytes += size
			_, _ = t.hash.Write(part[headBytes:]) // Never fails.
			if err := t.send(ctx, putHead(part, kindData)); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func (t *transfer) send(ctx context.Context, part []byte) error {
	select {
	case t.out <- part:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// state asks the trace server how the export stands.
func (t *transfer) state(ctx context.Context) (contract.Export, error) {
	var state contract.Export
	err := t.server.JSON(ctx, traceapi.Call{Method: http.MethodGet, Path: traceapi.ExportStatePath(t.plan.id), Once: true}, &state)
	return state, err
}

func (t *transfer) sum() string {
	return hex.EncodeToString(t.hash.Sum(nil))
}
