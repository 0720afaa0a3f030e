package traces

import (
	"encoding/json"
	"fmt"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
)

// origin says where a frame comes from. Explore shows the panel without the request that it gets in dashboards, so the
// panel reads here whom to ask for one trace and for the rows after these.
type origin struct {
	DataSourceUID string                     `json:"datasourceUid"`
	Query         map[string]json.RawMessage `json:"query"`
	// Continue is the cursor to go on with where a search stopped early, which had come to SearchedBackTo.
	Continue       string `json:"continue,omitempty"`
	SearchedBackTo string `json:"searchedBackTo,omitempty"`
	// Limited says that the frame holds as many rows as the query allows.
	Limited bool `json:"limited,omitempty"`
}

// originOf keeps the query as it was sent, with its refId.
func originOf(request query.Request) (origin, error) {
	sent := map[string]json.RawMessage{}
	if err := json.Unmarshal(request.Model, &sent); err != nil {
		return origin{}, fmt.Errorf("the query cannot be repeated to the panel: %w", err)
	}
	refID, err := json.Marshal(request.RefID)
	if err != nil {
		return origin{}, fmt.Errorf("the query's refId cannot be repeated to the panel: %w", err)
	}
	sent["refId"] = refID
	return origin{DataSourceUID: request.DataSourceUID, Query: sent}, nil
}
