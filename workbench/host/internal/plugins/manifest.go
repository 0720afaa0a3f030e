// Package plugins finds built plugins and runs their back ends.
package plugins

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// Manifest is a built plugin: its folder and its plugin.json.
type Manifest struct {
	Dir        string `json:"-"`
	ID         string `json:"id"`
	Type       string `json:"type"`
	Backend    bool   `json:"backend"`
	Executable string `json:"executable"`
	Info       struct {
		Version string `json:"version"`
	} `json:"info"`
	// Raw is the whole plugin.json.
	Raw json.RawMessage `json:"-"`
}

// ReadManifests reads the plugin.json of every folder.
func ReadManifests(dirs []string) ([]Manifest, error) {
	found := make([]Manifest, 0, len(dirs))
	for _, dir := range dirs {
		path := filepath.Join(dir, "plugin.json")
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("no built plugin was found at %s; build it first", dir)
		}
		manifest := Manifest{Dir: dir, Raw: content}
		if err := json.Unmarshal(content, &manifest); err != nil {
			return nil, fmt.Errorf("%s is not a plugin manifest: %w", path, err)
		}
		found = append(found, manifest)
	}
	return found, nil
}

// binary is the path of the back end for this machine, named as Grafana's build names it.
func (m Manifest) binary() (string, error) {
	name := fmt.Sprintf("%s_%s_%s", m.Executable, runtime.GOOS, runtime.GOARCH)
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	path, err := filepath.Abs(filepath.Join(m.Dir, name))
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(path); err != nil {
		return "", fmt.Errorf("the back end of %s was not found at %s; build it with mage", m.ID, path)
	}
	return path, nil
}
