package savedquery

import "github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"

// Whole is an optional whole number of a saved query, or `otherwise` when it says none. It refuses numbers beyond the
// contract's limits by the property's name.
func Whole(name string, saved *int, otherwise, least, most int) (int, error) {
	if saved == nil {
		return otherwise, nil
	}
	if *saved < least || *saved > most {
		return 0, traceapi.InvalidQuery("%s is %d: expected a whole number from %d to %d.", name, *saved, least, most)
	}
	return *saved, nil
}
