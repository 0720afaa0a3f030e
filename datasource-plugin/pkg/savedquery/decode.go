// Package savedquery reads the queries that dashboards, alert rules and Explore save, and refuses what cannot be sent.
package savedquery

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// firstSchemaVersion is meant when a query says none.
const firstSchemaVersion = 1

type envelope struct {
	QueryType     string `json:"queryType"`
	SchemaVersion *int   `json:"schemaVersion"`
	Interpolated  bool   `json:"interpolated"`
}

// typeOf checks what all saved queries share and returns the query's type. `queryType` is Grafana's own property, which
// provisioned alert rules may lack; the saved JSON then names the type.
func typeOf(queryType string, model json.RawMessage) (contract.QueryType, error) {
	var saved envelope
	if err := json.Unmarshal(model, &saved); err != nil {
		return "", notReadable(err)
	}
	if !saved.Interpolated {
		if err := refuseVariables(model); err != nil {
			return "", err
		}
	}
	if queryType == "" {
		queryType = saved.QueryType
	}
	if !contract.QueryType(queryType).Valid() {
		return "", traceapi.InvalidQuery("queryType is %q: expected one of %s.", queryType, knownTypes())
	}
	return contract.QueryType(queryType), nil
}

func knownTypes() string {
	names := make([]string, len(contract.QueryTypes))
	for index, known := range contract.QueryTypes {
		names[index] = string(known)
	}
	return strings.Join(names, ", ")
}

func checkVersion(saved *int) error {
	version := firstSchemaVersion
	if saved != nil {
		version = *saved
	}
	if version > contract.QuerySchemaVersion {
		return traceapi.InvalidQuery("This query was saved by a newer version of the data source (schemaVersion %d, this one reads up to %d). Update the plugin.",
			version, contract.QuerySchemaVersion)
	}
	if version < firstSchemaVersion {
		return traceapi.InvalidQuery("schemaVersion is %d: expected a whole number from %d to %d.", version, firstSchemaVersion, contract.QuerySchemaVersion)
	}
	return nil
}

// Decode reads a saved query into the type of its kind. What is not part of the kind is left out.
func Decode[T any](model json.RawMessage) (T, error) {
	var saved T
	if err := json.Unmarshal(model, &saved); err != nil {
		return saved, notReadable(err)
	}
	return saved, nil
}

func notReadable(err error) error {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) && wrong.Field != "" {
		return traceapi.InvalidQuery("%s: found %s, expected %s.", wrong.Field, wrong.Value, kindOf(wrong))
	}
	return traceapi.InvalidQuery("The query is not a JSON object of the data source.")
}

func kindOf(wrong *json.UnmarshalTypeError) string {
	switch kind := wrong.Type.Kind().String(); kind {
	case "bool":
		return "true or false"
	case "int":
		return "a whole number"
	case "string":
		return "text"
	case "slice":
		return "a list"
	case "map", "struct":
		return "an object"
	default:
		return fmt.Sprintf("a %s", kind)
	}
}
