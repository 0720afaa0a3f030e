// Package queries answers POST /api/ds/query as Grafana's HTTP API does.
package queries

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/gtime"
)

// Grafana's values for a query that does not name them.
const (
	defaultRefID         = "A"
	defaultIntervalMs    = 1000
	defaultMaxDataPoints = 100
)

type requestBody struct {
	From    string            `json:"from"`
	To      string            `json:"to"`
	Queries []json.RawMessage `json:"queries"`
}

type queryHead struct {
	RefID         string  `json:"refId"`
	QueryType     string  `json:"queryType"`
	IntervalMs    float64 `json:"intervalMs"`
	MaxDataPoints float64 `json:"maxDataPoints"`
	Datasource    struct {
		UID string `json:"uid"`
	} `json:"datasource"`
}

// parse groups the queries of a request by data source uid. Errors are for the caller (HTTP 400).
func parse(body io.Reader) (map[string][]backend.DataQuery, error) {
	var parsed requestBody
	if err := json.NewDecoder(body).Decode(&parsed); err != nil {
		return nil, fmt.Errorf("bad request data: %w", err)
	}
	if len(parsed.Queries) == 0 {
		return nil, fmt.Errorf("no queries found")
	}
	timeRange, err := parseRange(parsed.From, parsed.To)
	if err != nil {
		return nil, err
	}
	grouped := map[string][]backend.DataQuery{}
	for i, raw := range parsed.Queries {
		head := queryHead{RefID: defaultRefID, IntervalMs: defaultIntervalMs, MaxDataPoints: defaultMaxDataPoints}
		if err := json.Unmarshal(raw, &head); err != nil {
			return nil, fmt.Errorf("queries[%d] is not a query: %w", i, err)
		}
		if head.Datasource.UID == "" {
			return nil, fmt.Errorf("queries[%d].datasource.uid is missing", i)
		}
		grouped[head.Datasource.UID] = append(grouped[head.Datasource.UID], backend.DataQuery{
			RefID: head.RefID, QueryType: head.QueryType, MaxDataPoints: int64(head.MaxDataPoints),
			Interval: time.Duration(head.IntervalMs) * time.Millisecond, TimeRange: timeRange, JSON: raw,
		})
	}
	return grouped, nil
}

// parseRange reads milliseconds since 1970 or relative times such as now-1h.
func parseRange(from, to string) (backend.TimeRange, error) {
	wanted := gtime.NewTimeRange(from, to)
	start, err := wanted.ParseFrom()
	if err != nil {
		return backend.TimeRange{}, fmt.Errorf("from is not a time: %w", err)
	}
	end, err := wanted.ParseTo()
	if err != nil {
		return backend.TimeRange{}, fmt.Errorf("to is not a time: %w", err)
	}
	return backend.TimeRange{From: start, To: end}, nil
}
