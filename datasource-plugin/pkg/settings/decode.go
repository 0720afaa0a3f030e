package settings

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"strings"
)

// wrong is the error for one setting, by its name in jsonData or secureJsonData.
func wrong(name, format string, values ...any) error {
	return fmt.Errorf("the data source's setting %s %s", name, fmt.Sprintf(format, values...))
}

// decode reads jsonData. Properties of another type are errors that name the property: the SDK would skip some of them
// in silence and end the whole back end at others.
func decode[T any](jsonData json.RawMessage) (T, error) {
	var saved T
	if len(jsonData) == 0 {
		return saved, nil
	}
	err := json.Unmarshal(jsonData, &saved)
	var mistyped *json.UnmarshalTypeError
	if errors.As(err, &mistyped) && mistyped.Field != "" {
		return saved, wrong(mistyped.Field, "is of the wrong kind (%s): expected %s", mistyped.Value, kindOf(mistyped))
	}
	if err != nil {
		return saved, errors.New("the data source's jsonData is not a JSON object")
	}
	return saved, nil
}

// WithoutNulls leaves out settings without a value, as YAML files have them where nothing follows a name. The SDK takes
// what is there for text and ends the back end at null.
func WithoutNulls(jsonData json.RawMessage) (json.RawMessage, error) {
	saved, err := decode[map[string]json.RawMessage](jsonData)
	if err != nil {
		return nil, err
	}
	maps.DeleteFunc(saved, func(_ string, value json.RawMessage) bool { return string(value) == "null" })
	return json.Marshal(saved)
}

func kindOf(mistyped *json.UnmarshalTypeError) string {
	switch mistyped.Type.Kind().String() {
	case "bool":
		return "true or false"
	case "int":
		return "a whole number"
	case "slice":
		return "a list of texts"
	default:
		return "text"
	}
}

// maxQuoted characters of a wrong value are repeated.
const maxQuoted = 60

func cut(text string) string {
	letters := []rune(strings.ToValidUTF8(text, "\uFFFD"))
	if len(letters) > maxQuoted {
		return string(letters[:maxQuoted]) + "…"
	}
	return string(letters)
}
