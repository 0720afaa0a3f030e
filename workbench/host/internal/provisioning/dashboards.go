package provisioning

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// Dashboard is one provisioned dashboard.
type Dashboard struct {
	UID   string   `json:"uid"`
	Title string   `json:"title"`
	Tags  []string `json:"tags"`
	// Model is the file's content, unchanged.
	Model json.RawMessage `json:"-"`
}

// ReadDashboards reads every JSON file in dir/dashboards, ordered by title.
func ReadDashboards(dir string) ([]Dashboard, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "dashboards", "*.json"))
	if err != nil {
		return nil, err
	}
	found := make([]Dashboard, 0, len(paths))
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		var dashboard Dashboard
		if err := json.Unmarshal(content, &dashboard); err != nil {
			return nil, fmt.Errorf("%s is not a dashboard: %w", path, err)
		}
		if dashboard.UID == "" {
			return nil, fmt.Errorf("the dashboard in %s has no uid", path)
		}
		dashboard.Model = content
		found = append(found, dashboard)
	}
	slices.SortFunc(found, func(a, b Dashboard) int { return cmp.Compare(a.Title, b.Title) })
	return found, nil
}
