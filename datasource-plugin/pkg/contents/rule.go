// Package contents keeps what people wrote to models, and what models answered, from those who may not see it. All of
// it is decided here, in the back end: the browser only shows what it gets.
//
// Contents are prompts, answers, error messages, tags, and whatever else of a trace can hold them: attributes of spans,
// request parameters, the data of a workflow. What is not known to be free of them is withheld.
package contents

import (
	"fmt"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// schedulerLogin is the user as whom Grafana evaluates alert rules. It has the role Admin, but whoever gets the alert may
// have none.
const schedulerLogin = "grafana_scheduler"

// ranks of Grafana's roles in an organisation. A role that is not here, such as None, is below all of them.
var ranks = map[string]int{
	string(contract.DataSourceSettingsContentsMinRoleViewer): 1,
	string(contract.DataSourceSettingsContentsMinRoleEditor): 2,
	string(contract.DataSourceSettingsContentsMinRoleAdmin):  3,
}

// Rule is who may see contents: users with this role or a higher one.
type Rule struct {
	MinRole contract.DataSourceSettingsContentsMinRole
}

// Withholds tells whether a caller gets no contents. Nobody is no caller: a public dashboard has no user, or one without
// a role. No header takes part in this: headers can be sent by anyone.
func (r Rule) Withholds(user *backend.User) bool {
	needed, known := ranks[string(r.MinRole)]
	if !known || user == nil {
		return true
	}
	rank := ranks[user.Role]
	if user.Login == schedulerLogin {
		rank = ranks[string(contract.DataSourceSettingsContentsMinRoleViewer)]
	}
	return rank < needed
}

// Notice says in a frame why parts of it are empty.
func (r Rule) Notice() data.Notice {
	return data.Notice{Severity: data.NoticeSeverityInfo, Text: fmt.Sprintf("Prompts, answers, error messages and tags are withheld: %s.", r.allowed())}
}

// Refusal is the error for asking for contents, or about them.
func (r Rule) Refusal(what string) *traceapi.Error {
	return traceapi.Forbidden("%s is refused: %s. The data source's setting contentsMinRole says so.", what, r.allowed())
}

func (r Rule) allowed() string {
	return fmt.Sprintf("in this data source only users with the role %s or a higher one in the Grafana organisation may see them or search in them", r.MinRole)
}
