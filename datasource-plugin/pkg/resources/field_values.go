package resources

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

func fieldOf(path string) (string, bool) {
	field, ok := strings.CutPrefix(path, "fields/")
	if !ok {
		return "", false
	}
	field, ok = strings.CutSuffix(field, "/values")
	return field, ok && contract.Dimension(field).Valid()
}

// fieldValues lists the values of a field: fields/{field}/values with the parameters of the trace server's API.
func fieldValues(field string) handler {
	return func(ctx context.Context, server Server, asked Request) (Answer, error) {
		values, err := withAdHocFilters(asked.Query)
		if err != nil {
			return Answer{}, err
		}
		return pass(ctx, server, asked, traceapi.Call{Method: http.MethodGet, Path: traceapi.FieldsPath + "/" + field + "/values", Query: values})
	}
}

// adHocParameter holds a dashboard's ad hoc filters as the JSON list that saved queries have; each becomes a condition.
const adHocParameter = "adhocFilters"

func withAdHocFilters(query url.Values) (url.Values, error) {
	values := url.Values{}
	for name, given := range query {
		if name != adHocParameter {
			values[name] = given
		}
	}
	text := query.Get(adHocParameter)
	if text == "" {
		return values, nil
	}
	model, err := json.Marshal(map[string]json.RawMessage{adHocParameter: json.RawMessage(text)})
	if err != nil {
		return nil, traceapi.InvalidQuery("%s is not a JSON list.", adHocParameter)
	}
	selection, err := savedquery.SelectionOf(model)
	if err != nil {
		return nil, err
	}
	conditions := url.Values{}
	selection.AddTo(conditions)
	values["condition"] = append(values["condition"], conditions["condition"]...)
	return values, nil
}
