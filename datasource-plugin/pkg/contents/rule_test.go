package contents_test

import (
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contents"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

func TestContentsAreForTheRoleOfTheSettingsAndHigherOnes(t *testing.T) {
	callers := map[string]*backend.User{
		"nobody": nil, "public dashboard": {}, "None": {Login: "n", Role: "None"}, "unknown role": {Login: "u", Role: "Owner"}, "lower case": {Login: "l", Role: "admin"},
		"anonymous viewer": {Role: "Viewer"}, "Viewer": {Login: "v", Role: "Viewer"}, "Editor": {Login: "e", Role: "Editor"}, "Admin": {Login: "a", Role: "Admin"},
		"alert rules": {Login: "grafana_scheduler", Role: "Admin"},
	}
	for minRole, allowed := range map[contract.DataSourceSettingsContentsMinRole][]string{
		"Viewer": {"anonymous viewer", "Viewer", "Editor", "Admin", "alert rules"},
		"Editor": {"Editor", "Admin"},
		"Admin":  {"Admin"},
		"":       {},
		"Nobody": {},
	} {
		sees := map[string]bool{}
		for _, name := range allowed {
			sees[name] = true
		}
		for name, user := range callers {
			if got := (contents.Rule{MinRole: minRole}).Withholds(user); got == sees[name] {
				t.Errorf("contentsMinRole %q: contents withheld from %s: %v", minRole, name, got)
			}
		}
	}
}
