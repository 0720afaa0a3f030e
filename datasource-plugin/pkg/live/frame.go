package live

import (
	"encoding/json"
	"net/url"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query/traces"
)

type meta struct {
	Live contract.LiveMark `json:"live"`
}

// asked is what a channel was asked for.
type asked struct {
	path  string
	model json.RawMessage
	// full says that frames hold prompts and answers.
	full bool
	// selection are the parameters of the trace server's tail.
	selection url.Values
}

// frame holds rows of a channel, where they are in it, and what people should know.
func (s *Streams) frame(wanted asked, rows []traces.Row, mark contract.LiveMark, notices []data.Notice) (*data.Frame, error) {
	frame, err := traces.StreamFrame(query.Request{
		DataSourceUID: s.options.DataSourceUID, Model: wanted.model, Now: time.Now(), Links: s.options.Links,
	}, rows)
	if err != nil {
		return nil, err
	}
	frame.Meta.Custom = meta{Live: mark}
	frame.Meta.Notices = notices
	if !wanted.full {
		s.options.Rule.Withhold(contract.QueryTypeTraces, data.Frames{frame})
	}
	return frame, nil
}
