package datasources

import (
	"net/http"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// CallerHeader chooses who calls: a role of Grafana, or "none" for a call without a user, as Grafana's own jobs make.
// Grafana has no such header; there, the session says who calls.
const CallerHeader = "X-Workbench-User"

// caller is Grafana's anonymous user with the role Editor unless the header says otherwise.
func caller(headers http.Header) *backend.User {
	switch wanted := strings.ToLower(headers.Get(CallerHeader)); wanted {
	case "none":
		return nil
	case "viewer", "admin":
		return &backend.User{Role: strings.ToUpper(wanted[:1]) + wanted[1:]}
	default:
		return &backend.User{Role: "Editor"}
	}
}
