// Package provisioning reads the files that Grafana itself would be provisioned with.
package provisioning

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"go.yaml.in/yaml/v3"
)

// DataSource is one provisioned data source with environment variables put in.
type DataSource struct {
	// ID is unique in this host; a plugin keys its instances by it.
	ID        int64
	UID       string
	Name      string
	Type      string
	URL       string
	IsDefault bool
	JSONData  json.RawMessage
	// Secrets never leave the host other than to the plugin's process.
	Secrets map[string]string
	Updated time.Time
}

type dataSourceFile struct {
	Datasources []struct {
		UID            string            `yaml:"uid"`
		Name           string            `yaml:"name"`
		Type           string            `yaml:"type"`
		URL            string            `yaml:"url"`
		IsDefault      bool              `yaml:"isDefault"`
		JSONData       map[string]any    `yaml:"jsonData"`
		SecureJSONData map[string]string `yaml:"secureJsonData"`
	} `yaml:"datasources"`
}

// ReadDataSources reads every YAML file in dir/datasources.
func ReadDataSources(dir string) ([]DataSource, error) {
	paths, err := yamlFiles(filepath.Join(dir, "datasources"))
	if err != nil {
		return nil, err
	}
	var found []DataSource
	for _, path := range paths {
		file, updated, err := readDataSourceFile(path)
		if err != nil {
			return nil, err
		}
		for _, d := range file.Datasources {
			settings, err := json.Marshal(expandAll(d.JSONData))
			if err != nil {
				return nil, fmt.Errorf("jsonData of data source %s in %s is not JSON: %w", d.UID, path, err)
			}
			secrets := make(map[string]string, len(d.SecureJSONData))
			for key, value := range d.SecureJSONData {
				// Grafana keeps no empty secret: it then counts as not configured.
				if value = expand(value); value != "" {
					secrets[key] = value
				}
			}
			found = append(found, DataSource{
				ID: int64(len(found) + 1), UID: expand(d.UID), Name: expand(d.Name), Type: d.Type, URL: expand(d.URL),
				IsDefault: d.IsDefault, JSONData: settings, Secrets: secrets, Updated: updated,
			})
		}
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("no data source is provisioned in %s", filepath.Join(dir, "datasources"))
	}
	return found, nil
}

func readDataSourceFile(path string) (dataSourceFile, time.Time, error) {
	var file dataSourceFile
	info, err := os.Stat(path)
	if err != nil {
		return file, time.Time{}, err
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return file, time.Time{}, err
	}
	if err := yaml.Unmarshal(content, &file); err != nil {
		return file, time.Time{}, fmt.Errorf("%s is not a data source file: %w", path, err)
	}
	return file, info.ModTime(), nil
}

func yamlFiles(dir string) ([]string, error) {
	var paths []string
	for _, pattern := range []string{"*.yaml", "*.yml"} {
		found, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			return nil, err
		}
		paths = append(paths, found...)
	}
	return paths, nil
}
