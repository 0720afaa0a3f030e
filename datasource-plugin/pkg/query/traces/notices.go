package traces

import (
	"fmt"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/arrowframe"
)

// Headers of an answer that stopped early.
const (
	headerSearchedBackTo = "Modeltrace-Searched-Back-To"
	headerContinue       = "Modeltrace-Continue"
)

const noticeTime = "2006-01-02 15:04:05 MST"

// notices say in words why the frame may not hold everything, and the origin says it to the panel.
func (p plan) notices(table *arrowframe.Table, about *origin) []data.Notice {
	var notices []data.Notice
	if p.bucket != nil {
		notices = append(notices, data.Notice{Severity: data.NoticeSeverityInfo, Text: fmt.Sprintf(
			"Only traces of the point of the chart that led here: from %s to before %s.",
			p.bucket.From.UTC().Format(noticeTime), p.bucket.To.UTC().Format(noticeTime))})
	}
	if cursor := table.Header.Get(headerContinue); cursor != "" {
		about.Continue, about.SearchedBackTo = cursor, table.Header.Get(headerSearchedBackTo)
		return append(notices, data.Notice{Severity: data.NoticeSeverityWarning, Text: stoppedText(table.Rows(), about.SearchedBackTo)})
	}
	if table.Rows() >= p.limit {
		about.Limited = true
		notices = append(notices, data.Notice{Severity: data.NoticeSeverityInfo, Text: fmt.Sprintf(
			"The first %d traces in this order, which is the query's limit; there may be more.", p.limit)})
	}
	return notices
}

func stoppedText(rows int, searchedBackTo string) string {
	reached := ""
	if at, err := time.Parse(time.RFC3339Nano, searchedBackTo); err == nil {
		reached = " It has come to " + at.UTC().Format(noticeTime) + "."
	}
	return fmt.Sprintf("The search through inputs and outputs took too long and stopped with %d traces found.%s "+
		"Narrow the time range or add filters to see the rest, or continue it.", rows, reached)
}
