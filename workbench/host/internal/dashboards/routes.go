// Package dashboards answers for the provisioned dashboards.
package dashboards

import (
	"net/http"

	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/provisioning"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/reply"
)

// Store reads the files on every request, so that an edited dashboard shows after a reload.
type Store struct{ ProvisioningDir string }

// Get answers GET /api/dashboards/uid/{uid} with the file's content, unchanged.
func (s Store) Get(w http.ResponseWriter, r *http.Request) {
	all, err := provisioning.ReadDashboards(s.ProvisioningDir)
	if err != nil {
		reply.Error(w, http.StatusInternalServerError, err.Error())
		return
	}
	for _, dashboard := range all {
		if dashboard.UID == r.PathValue("uid") {
			reply.JSON(w, http.StatusOK, map[string]any{
				"dashboard": dashboard.Model,
				"meta":      map[string]any{"type": "db", "url": "/d/" + dashboard.UID, "provisioned": true},
			})
			return
		}
	}
	reply.Error(w, http.StatusNotFound, "Dashboard not found")
}

// Search answers GET /api/search with all dashboards.
func (s Store) Search(w http.ResponseWriter, _ *http.Request) {
	all, err := provisioning.ReadDashboards(s.ProvisioningDir)
	if err != nil {
		reply.Error(w, http.StatusInternalServerError, err.Error())
		return
	}
	hits := make([]map[string]any, 0, len(all))
	for _, dashboard := range all {
		hits = append(hits, map[string]any{
			"uid": dashboard.UID, "title": dashboard.Title, "tags": dashboard.Tags,
			"type": "dash-db", "url": "/d/" + dashboard.UID,
		})
	}
	reply.JSON(w, http.StatusOK, hits)
}
