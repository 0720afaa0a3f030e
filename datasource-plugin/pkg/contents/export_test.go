package contents

import (
	"testing"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/contract"
)

// A column that is new in the contract must be put on one of the two sides; until then nobody without the right gets it.
func TestEveryColumnOfAnExportIsDecidedOn(t *testing.T) {
	columns, leftOut, err := Rule{}.Export(contract.Parquet)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[contract.ExportColumn]bool{}
	for _, column := range append(columns, leftOut...) {
		if seen[column] || !column.Valid() {
			t.Errorf("%s", column)
		}
		seen[column] = true
	}
	if len(seen) != contract.LimitExportColumnsMaxItems {
		t.Errorf("%d columns of %d", len(seen), contract.LimitExportColumnsMaxItems)
	}
}
