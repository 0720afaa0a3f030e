package datasources

import (
	"encoding/json"
	"net/http"

	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/provisioning"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/reply"
)

// Settings answers GET /api/datasources/uid/{uid}. Of secrets it tells only which are set.
func (r Registry) Settings(w http.ResponseWriter, req *http.Request) {
	d, _, ok := r.Find(req.PathValue("uid"))
	if !ok {
		reply.Error(w, http.StatusNotFound, NotFound)
		return
	}
	reply.JSON(w, http.StatusOK, settingsOf(d))
}

func settingsOf(d provisioning.DataSource) map[string]any {
	configured := make(map[string]bool, len(d.Secrets))
	for key := range d.Secrets {
		configured[key] = true
	}
	return map[string]any{
		"id": d.ID, "uid": d.UID, "orgId": 1, "name": d.Name, "type": d.Type, "access": "proxy", "url": d.URL,
		"isDefault": d.IsDefault, "readOnly": true, "jsonData": json.RawMessage(d.JSONData), "secureJsonFields": configured,
	}
}
