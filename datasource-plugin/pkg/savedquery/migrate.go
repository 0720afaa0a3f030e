package savedquery

import (
	"encoding/json"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

// migrations by the version that they read; each makes the next version of it. This is their only implementation:
// the editor migrates through the back end's resource query/migrate.
var migrations = map[int]func(saved map[string]any){
	1: panelIntervalToMacro,
}

// panelIntervalToMacro: version 2 names the panel's interval as Grafana does.
func panelIntervalToMacro(saved map[string]any) {
	if saved["interval"] == "panel" {
		saved["interval"] = MacroInterval
	}
}

// Read makes a saved query one of this version and says its type.
func Read(queryType string, saved json.RawMessage) (contract.QueryType, json.RawMessage, error) {
	model, err := Migrate(saved)
	if err != nil {
		return "", nil, err
	}
	known, err := typeOf(queryType, model)
	return known, model, err
}

// Migrate makes a saved query one of this version, whatever version it has. A query without a version is of the first
// one. What the query has besides, such as Grafana's own properties, stays. It refuses a query of a newer version.
func Migrate(model json.RawMessage) (json.RawMessage, error) {
	// JSON's null can be read into anything.
	var saved *envelope
	if err := json.Unmarshal(model, &saved); err != nil || saved == nil {
		return nil, notReadable(err)
	}
	if err := checkVersion(saved.SchemaVersion); err != nil {
		return nil, err
	}
	version := firstSchemaVersion
	if saved.SchemaVersion != nil {
		version = *saved.SchemaVersion
	}
	if version == contract.QuerySchemaVersion {
		return model, nil
	}
	properties := map[string]any{}
	if err := json.Unmarshal(model, &properties); err != nil {
		return nil, notReadable(err)
	}
	for ; version < contract.QuerySchemaVersion; version++ {
		if migrate, ok := migrations[version]; ok {
			migrate(properties)
		}
	}
	properties["schemaVersion"] = contract.QuerySchemaVersion
	return json.Marshal(properties)
}
