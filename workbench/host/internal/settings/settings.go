// Package settings reads the host's command line.
package settings

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// Settings say where the host listens and what it serves.
type Settings struct {
	Host string
	// Port 0 lets the system choose; the chosen one is in the line that the host prints when it is ready.
	Port int
	// PageDir holds the built page (index.html).
	PageDir string
	// PluginDirs are the built plugins, one folder with a plugin.json each.
	PluginDirs []string
	// ProvisioningDir has the folders datasources and dashboards, as Grafana's provisioning folder.
	ProvisioningDir string
}

// Parse reads the command line. The error is one sentence for the person who started the host.
func Parse(args []string) (Settings, error) {
	var s Settings
	var plugins string
	flags := flag.NewFlagSet("workbench-host", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&s.Host, "host", "127.0.0.1", "address to listen on")
	flags.IntVar(&s.Port, "port", 3000, "port to listen on, 0 for any free one")
	flags.StringVar(&s.PageDir, "dist", "workbench/dist", "folder of the built page")
	flags.StringVar(&plugins, "plugins", "datasource-plugin/dist,panel-plugin/dist", "folders of built plugins, separated by commas")
	flags.StringVar(&s.ProvisioningDir, "provisioning", "provisioning", "provisioning folder")
	if err := flags.Parse(args); err != nil {
		return s, fmt.Errorf("%w; the options are -host, -port, -dist, -plugins and -provisioning", err)
	}
	s.PluginDirs = strings.Split(plugins, ",")
	return s, s.check()
}

func (s Settings) check() error {
	if s.Port < 0 || s.Port > 65535 {
		return fmt.Errorf("-port must be from 0 to 65535; it is %d", s.Port)
	}
	if _, err := os.Stat(filepath.Join(s.PageDir, "index.html")); err != nil {
		return fmt.Errorf("the built page was not found at %s; build it with \"npm run build -w workbench\"", s.PageDir)
	}
	if info, err := os.Stat(s.ProvisioningDir); err != nil || !info.IsDir() {
		return fmt.Errorf("the provisioning folder was not found at %s", s.ProvisioningDir)
	}
	return nil
}
