package export

import (
	"encoding/binary"
	"encoding/json"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// A stream is a sequence of parts: a byte that says which kind, the length of what follows as four bytes, the most
// significant first, and that many bytes. Grafana ends an answer that broke off in the back end as it ends a whole one,
// so the end of the answer says nothing: a file is whole when an end part has come, and not otherwise.
type kind byte

const (
	// kindBegin holds an ExportBegin as JSON.
	kindBegin kind = 'b'
	// kindData holds bytes of the file.
	kindData kind = 'd'
	// kindEnd holds an ExportEnd as JSON.
	kindEnd kind = 'e'
	// kindError holds an ErrorAnswer as JSON: there is no file.
	kindError kind = 'x'
	// kindAlive is empty. It keeps proxies from giving up a connection in which nothing comes for long.
	kindAlive kind = 'k'
)

// headBytes are before what a part holds.
const headBytes = 5

// putHead writes the head of a part that fills the rest of the buffer.
func putHead(part []byte, of kind) []byte {
	part[0] = byte(of)
	binary.BigEndian.PutUint32(part[1:headBytes], uint32(len(part)-headBytes)) // Far below 4 GiB.
	return part
}

func alivePart() []byte {
	return putHead(make([]byte, headBytes), kindAlive)
}

func objectPart(of kind, object any) ([]byte, error) {
	text, err := json.Marshal(object)
	if err != nil {
		return nil, err
	}
	return putHead(append(make([]byte, headBytes), text...), of), nil
}

func errorPart(known *traceapi.Error) ([]byte, error) {
	var answer contract.ErrorAnswer
	answer.Error.Code, answer.Error.Message = known.AnswerCode(), known.Message
	answer.Error.Field, answer.Error.Position = known.Field, known.Position
	return objectPart(kindError, answer)
}
