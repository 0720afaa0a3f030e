// Package reply writes JSON answers.
package reply

import (
	"encoding/json"
	"net/http"
)

// JSON writes value with a status.
func JSON(w http.ResponseWriter, status int, value any) {
	body, err := json.Marshal(value)
	if err != nil {
		status, body = http.StatusInternalServerError, []byte(`{"message":"The answer could not be written as JSON"}`)
	}
	w.Header().Set("Content-Type", "application/json; charset=UTF-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(body)
}

// Error writes an error as Grafana's API does: a JSON object with a message.
func Error(w http.ResponseWriter, status int, message string) {
	JSON(w, status, map[string]any{"message": message})
}
