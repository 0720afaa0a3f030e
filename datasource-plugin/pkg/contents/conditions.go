package contents

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// contentFields are the fields of the query language that hold contents. Tags and JSONPaths, which are no such fields,
// hold them too.
var contentFields = map[contract.QueryField]bool{
	contract.QueryFieldInput: true, contract.QueryFieldOutput: true, contract.QueryFieldErrorMessage: true, contract.QueryFieldErrorParam: true,
}

// mostConditions are the query and as many further conditions as the trace server takes: each is a call of its own.
const mostConditions = 1 + contract.LimitFurtherConditionsMaxItems

// reader is what is needed of the trace server to read conditions.
type reader interface {
	JSON(ctx context.Context, call traceapi.Call, target any) error
}

// Server is the trace server for callers without contents: a call whose selection reads contents is refused before it is
// sent. Whoever may search in contents can guess them, word by word.
type Server struct {
	Rule Rule
	Next interface {
		reader
		Columns(ctx context.Context, call traceapi.Call) (*arrowframe.Table, error)
	}
}

// Columns asks for columns unless that would tell about contents.
func (s Server) Columns(ctx context.Context, call traceapi.Call) (*arrowframe.Table, error) {
	if err := s.Rule.CheckCall(ctx, s.Next, call); err != nil {
		return nil, err
	}
	return s.Next.Columns(ctx, call)
}

// JSON asks for an object unless that would tell about contents.
func (s Server) JSON(ctx context.Context, call traceapi.Call, target any) error {
	if err := s.Rule.CheckCall(ctx, s.Next, call); err != nil {
		return err
	}
	return s.Next.JSON(ctx, call, target)
}

// selection is what a call, as query string or body, selects by texts.
type selection struct {
	Q         string   `json:"q"`
	Query     string   `json:"query"`
	Condition []string `json:"condition"`
}

// CheckCall refuses a call whose search or conditions read contents. Conditions are read by the trace server itself, so
// that both understand them alike. A condition that cannot be read is refused.
func (r Rule) CheckCall(ctx context.Context, server reader, call traceapi.Call) error {
	asked, err := selectionOf(call)
	if err != nil {
		return err
	}
	if asked.Q != "" {
		return r.Refusal("The search text")
	}
	texts := slices.Concat([]string{asked.Query}, asked.Condition)
	texts = slices.DeleteFunc(texts, func(text string) bool { return text == "" })
	if len(texts) > mostConditions {
		return traceapi.InvalidQuery("There are too many conditions: expected at most %d besides the query.", contract.LimitFurtherConditionsMaxItems)
	}
	for _, text := range texts {
		if err := r.checkCondition(ctx, server, text); err != nil {
			return err
		}
	}
	return nil
}

func selectionOf(call traceapi.Call) (selection, error) {
	var inBody selection
	if call.Body != nil {
		text, err := json.Marshal(call.Body)
		if err == nil {
			err = json.Unmarshal(text, &inBody)
		}
		if err != nil {
			return selection{}, traceapi.InvalidQuery("The request's q, query or condition is of the wrong kind.")
		}
	}
	// A parameter that is given twice is refused by the trace server; all of them are read here.
	texts := slices.Concat(inBody.Condition, call.Query["condition"], call.Query["query"])
	for _, search := range call.Query["q"] {
		inBody.Q += search
	}
	return selection{Q: inBody.Q, Query: inBody.Query, Condition: texts}, nil
}

func (r Rule) checkCondition(ctx context.Context, server reader, text string) error {
	call := traceapi.Call{Method: http.MethodPost, Path: traceapi.ParsePath, Body: contract.QueryParseRequest{Text: text}}
	var answer contract.QueryParseAnswer
	if err := server.JSON(ctx, call, &answer); err != nil {
		return err
	}
	if len(answer.Diagnostics) > 0 {
		fault := answer.Diagnostics[0]
		return traceapi.InvalidQuery("The condition has a fault at character %d: %s", fault.Position+1, traceapi.Readable(fault.Message))
	}
	if answer.Ast == nil {
		return nil // A text without a condition, such as white space.
	}
	if what := readsContents(*answer.Ast); what != "" {
		return r.Refusal(what)
	}
	return nil
}

// readsContents names what of a condition reads contents; it is empty when nothing does.
func readsContents(node contract.QueryNode) string {
	switch node.Kind {
	case contract.QueryNodeKindAnd, contract.QueryNodeKindOr, contract.QueryNodeKindNot:
		if node.Nodes == nil {
			return "A condition that cannot be read"
		}
		for _, part := range *node.Nodes {
			if what := readsContents(part); what != "" {
				return what
			}
		}
		return ""
	case contract.QueryNodeKindCompare:
		if node.Field == nil {
			return "A condition that cannot be read"
		}
		if field := contract.QueryField(*node.Field); !field.Valid() || contentFields[field] {
			return "A condition on " + traceapi.Readable(*node.Field)
		}
		return ""
	case contract.QueryNodeKindText:
		return "A condition with words to search for"
	default:
		return "A condition that cannot be read"
	}
}
