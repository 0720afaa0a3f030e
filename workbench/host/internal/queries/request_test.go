package queries

import (
	"strings"
	"testing"
	"time"
)

func TestAQueryWithoutNumbersGetsGrafanasDefaults(t *testing.T) {
	grouped, err := parse(strings.NewReader(`{"from":"1000","to":"2000","queries":[{"datasource":{"uid":"a"}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	query := grouped["a"][0]
	if query.RefID != "A" || query.Interval != time.Second || query.MaxDataPoints != 100 {
		t.Errorf("refId %q, interval %v, maxDataPoints %d", query.RefID, query.Interval, query.MaxDataPoints)
	}
	if query.TimeRange.From.UnixMilli() != 1000 || query.TimeRange.To.UnixMilli() != 2000 {
		t.Errorf("time range %v", query.TimeRange)
	}
}

func TestQueriesOfOneDataSourceGoToItTogether(t *testing.T) {
	grouped, err := parse(strings.NewReader(`{"from":"now-1h","to":"now","queries":[
		{"refId":"A","datasource":{"uid":"a"}},{"refId":"B","datasource":{"uid":"b"}},{"refId":"C","datasource":{"uid":"a"}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if len(grouped["a"]) != 2 || len(grouped["b"]) != 1 {
		t.Errorf("got %d and %d queries, want 2 and 1", len(grouped["a"]), len(grouped["b"]))
	}
}

func TestABadRequestIsRefusedWithWhatIsWrong(t *testing.T) {
	for body, want := range map[string]string{
		`{`: "bad request data",
		`{"from":"now-1h","to":"now","queries":[]}`:                              "no queries found",
		`{"from":"yesterday","to":"now","queries":[{"datasource":{"uid":"a"}}]}`: "from is not a time",
		`{"from":"now-1h","to":"now","queries":[{"refId":"A"}]}`:                 "queries[0].datasource.uid is missing",
		`{"from":"now-1h","to":"now","queries":[7]}`:                             "queries[0] is not a query",
	} {
		if _, err := parse(strings.NewReader(body)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("parse(%s) gave %v, want %q in it", body, err, want)
		}
	}
}
