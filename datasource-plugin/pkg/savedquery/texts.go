package savedquery

import "slices"

// Distinct leaves out empty and repeated values and keeps the order.
func Distinct(values []string) []string {
	var kept []string
	for _, value := range values {
		if value != "" && !slices.Contains(kept, value) {
			kept = append(kept, value)
		}
	}
	return kept
}

// Text is an optional text; empty when absent.
func Text(saved *string) string {
	if saved == nil {
		return ""
	}
	return *saved
}
