package annotations

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/query"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/savedquery"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// plan is which events are wanted.
type plan struct {
	kinds     []contract.AnnotationKind
	selection savedquery.Selection
	span      query.Range
	zone      *time.Location
	// failureRate from which on an interval is a burst, 0 to 1, if it has so many requests.
	failureRate float64
	minRequests float64
}

// asking is one query while its events are found: what several kinds need is asked once.
type asking struct {
	plan
	server query.Server
	models []contract.Model
	// matching are the deployments with requests that fit the selection; nil until it was asked for.
	matching map[deploymentKey]bool
	notices  []data.Notice
	executed []string
}

func planOf(request query.Request) (plan, error) {
	saved, err := savedquery.Decode[contract.AnnotationsQuery](request.Model)
	if err != nil {
		return plan{}, err
	}
	planned := plan{span: query.Range{From: request.Range.From, To: request.Range.To}}
	if request.Now.Before(planned.span.To) {
		planned.span.To = request.Now
	}
	if planned.kinds, err = kindsOf(saved.Kinds); err != nil {
		return plan{}, err
	}
	if planned.selection, err = savedquery.SelectionOf(request.Model); err != nil {
		return plan{}, err
	}
	if planned.zone, err = query.Zone(saved.TimeZone); err != nil {
		return plan{}, err
	}
	return planned, planned.readLimits(saved)
}

func kindsOf(saved []contract.AnnotationKind) ([]contract.AnnotationKind, error) {
	var kinds []contract.AnnotationKind
	for _, kind := range saved {
		if !kind.Valid() {
			return nil, traceapi.InvalidQuery("kinds: there are no events of the kind %q.", kind)
		}
		if !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	if len(kinds) == 0 {
		return nil, traceapi.InvalidQuery("kinds is empty: choose at least one kind of event.")
	}
	return kinds, nil
}

func (p *plan) readLimits(saved contract.AnnotationsQuery) error {
	percent := float64(contract.LimitAnnotationsQueryBurstFailureRateDefault)
	if saved.BurstFailureRate != nil {
		percent = float64(*saved.BurstFailureRate)
	}
	if percent < contract.LimitAnnotationsQueryBurstFailureRateMin || percent > contract.LimitAnnotationsQueryBurstFailureRateMax {
		return traceapi.InvalidQuery("burstFailureRate is %g: expected a number from %g to %d.", percent,
			contract.LimitAnnotationsQueryBurstFailureRateMin, contract.LimitAnnotationsQueryBurstFailureRateMax)
	}
	requests, err := savedquery.Whole("burstMinRequests", saved.BurstMinRequests, contract.LimitAnnotationsQueryBurstMinRequestsDefault,
		contract.LimitAnnotationsQueryBurstMinRequestsMin, contract.LimitAnnotationsQueryBurstMinRequestsMax)
	if err != nil {
		return err
	}
	p.failureRate, p.minRequests = percent/100, float64(requests)
	return nil
}

func (p plan) holds(at time.Time) bool {
	return !at.Before(p.span.From) && at.Before(p.span.To)
}

// columns asks the trace server and keeps what was asked, which Grafana's inspector shows.
func (a *asking) columns(ctx context.Context, call traceapi.Call) (*arrowframe.Table, error) {
	a.executed = append(a.executed, call.String())
	return a.server.Columns(ctx, call)
}

// modelList asks for the models once.
func (a *asking) modelList(ctx context.Context) ([]contract.Model, error) {
	if a.models != nil {
		return a.models, nil
	}
	call := traceapi.Call{Method: http.MethodGet, Path: traceapi.ModelsPath}
	a.executed = append(a.executed, call.String())
	var answer contract.ModelList
	if err := a.server.JSON(ctx, call, &answer); err != nil {
		return nil, err
	}
	a.models = answer.Models
	return a.models, nil
}

func (a *asking) notice(severity data.NoticeSeverity, text string) {
	if !slices.ContainsFunc(a.notices, func(known data.Notice) bool { return known.Text == text }) {
		a.notices = append(a.notices, data.Notice{Severity: severity, Text: text})
	}
}

func (a *asking) executedText() string {
	return strings.Join(a.executed, "\n")
}
