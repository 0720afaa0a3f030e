package datasources

import (
	"bytes"
	"encoding/json"
	"maps"
	"net/http"
	"time"

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

// maxSettingsBytes bounds what is saved: settings and secrets are small.
const maxSettingsBytes = 1 << 20

// savedSettings are what an editor of settings may change.
type savedSettings struct {
	Name           string            `json:"name"`
	URL            string            `json:"url"`
	JSONData       json.RawMessage   `json:"jsonData"`
	SecureJSONData map[string]string `json:"secureJsonData"`
	// SecureJSONFields are the secrets that the editor knows to be set. One that it leaves out was reset.
	SecureJSONFields map[string]bool `json:"secureJsonFields"`
}

// Save answers PUT /api/datasources/uid/{uid}. The settings last until the host ends; the provisioning file stays.
func (r Registry) Save(w http.ResponseWriter, req *http.Request) {
	var wanted savedSettings
	if err := json.NewDecoder(http.MaxBytesReader(w, req.Body, maxSettingsBytes)).Decode(&wanted); err != nil {
		reply.Error(w, http.StatusBadRequest, "The settings are not JSON of a data source")
		return
	}
	if data := bytes.TrimSpace(wanted.JSONData); len(data) == 0 || data[0] != '{' {
		wanted.JSONData = json.RawMessage("{}")
	}
	d, ok := r.change(req.PathValue("uid"), wanted.appliedTo)
	if !ok {
		reply.Error(w, http.StatusNotFound, NotFound)
		return
	}
	reply.JSON(w, http.StatusOK, map[string]any{
		"id": d.ID, "name": d.Name, "message": "Datasource updated", "datasource": settingsOf(d),
	})
}

// appliedTo gives the data source with these settings. Secrets that are not sent stay unless they were reset.
func (s savedSettings) appliedTo(d provisioning.DataSource) provisioning.DataSource {
	if s.Name != "" {
		d.Name = s.Name
	}
	d.URL, d.JSONData = s.URL, s.JSONData
	kept := maps.Clone(d.Secrets)
	maps.DeleteFunc(kept, func(key, _ string) bool { return s.SecureJSONFields != nil && !s.SecureJSONFields[key] })
	maps.Copy(kept, s.SecureJSONData)
	maps.DeleteFunc(kept, func(_, secret string) bool { return secret == "" })
	d.Secrets = kept
	// By this a plugin sees that its settings changed.
	d.Updated = time.Now()
	return d
}

func settingsOf(d provisioning.DataSource) map[string]any {
	configured := make(map[string]bool, len(d.Secrets))
	for key := range d.Secrets {
		configured[key] = true
	}
	return map[string]any{
		"id": d.ID, "uid": d.UID, "orgId": 1, "name": d.Name, "type": d.Type, "access": "proxy", "url": d.URL,
		"isDefault": d.IsDefault, "readOnly": false, "jsonData": json.RawMessage(d.JSONData), "secureJsonFields": configured,
	}
}
