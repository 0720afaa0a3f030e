package metrics

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// headerPercentiles says how the percentiles of an answer were computed; absent when none were asked for.
const headerPercentiles = "Modeltrace-Percentiles"

// about is what the first frame says of all of them.
type about struct {
	// Percentiles are "exact" or "sketch; relative-error=0.01".
	Percentiles string `json:"percentiles,omitempty"`
}

// describe says in words what a reader of the numbers must know: how percentiles were computed, and that groups were
// added up.
func describe(p plan, frame *data.Frame, header http.Header, groups []rowGroup) {
	if computed := header.Get(headerPercentiles); computed != "" {
		frame.Meta.Custom = about{Percentiles: computed}
		if strings.HasPrefix(computed, "sketch") {
			frame.AppendNotices(data.Notice{Severity: data.NoticeSeverityInfo, Text: "Percentiles are estimates, off by at most 1 %: there are too many requests to sort them all."})
		}
	}
	if slices.ContainsFunc(groups, rowGroup.isOther) {
		frame.AppendNotices(data.Notice{Severity: data.NoticeSeverityInfo, Text: fmt.Sprintf(
			"Groups beyond the query's limit of %d series, those with the fewest requests, are shown together as %q.",
			p.seriesLimit, OtherGroups)})
	}
	if p.minRequests > 1 && len(frame.Fields) == 0 && len(groups) > 0 {
		frame.AppendNotices(data.Notice{Severity: data.NoticeSeverityInfo, Text: fmt.Sprintf(
			"No %s has the %d requests that the query wants at least.", p.pointWord(), p.minRequests)})
	}
}

func (p plan) pointWord() string {
	switch {
	case p.width != "":
		return "interval"
	case len(p.groupBy) > 0:
		return "group"
	default:
		return "time range"
	}
}
