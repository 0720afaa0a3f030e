package resources

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// migrate makes a query that an older version saved, which is the body, one of this version. The trace server is not
// asked.
func migrate(_ context.Context, _ Server, asked Request) (Answer, error) {
	saved, err := read[map[string]any](asked)
	if err != nil {
		return Answer{}, err
	}
	if saved == nil {
		return Answer{}, traceapi.InvalidQuery("The request's body is not the JSON object that this resource takes.")
	}
	migrated, err := savedquery.Migrate(asked.Body)
	if err != nil {
		return Answer{}, err
	}
	var answer contract.MigrateAnswer
	if err := json.Unmarshal(migrated, &answer.Query); err != nil {
		return Answer{}, err
	}
	return objectAnswer(answer)
}

// objectAnswer is an answer of the data source's own.
func objectAnswer(object any) (Answer, error) {
	text, err := json.Marshal(object)
	if err != nil {
		return Answer{}, err
	}
	return Answer{
		Status: http.StatusOK, Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(bytes.NewReader(text)),
	}, nil
}
