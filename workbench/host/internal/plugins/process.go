package plugins

import (
	"fmt"
	"os"
	"os/exec"
	"sync"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/grpcplugin"
	"github.com/hashicorp/go-hclog"
	goplugin "github.com/hashicorp/go-plugin"
)

// Clients are the plugin protocol's services that this host calls.
type Clients struct {
	Data        grpcplugin.DataClient
	Resource    grpcplugin.ResourceClient
	Diagnostics grpcplugin.DiagnosticsClient
	Stream      grpcplugin.StreamClient
}

// Process is a plugin's back end. It is started again on the next call after it died.
type Process struct {
	manifest Manifest
	log      hclog.Logger

	mu      sync.Mutex
	client  *goplugin.Client
	clients Clients
	stopped bool
}

// Start starts the back end and waits until it answers.
func Start(manifest Manifest) (*Process, error) {
	p := &Process{
		manifest: manifest,
		log:      hclog.New(&hclog.LoggerOptions{Name: manifest.ID, Level: hclog.Warn, Output: os.Stderr}),
	}
	_, err := p.Clients()
	return p, err
}

// Clients are connected to the running back end, which is started when it is not running.
func (p *Process) Clients() (Clients, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.stopped {
		return Clients{}, fmt.Errorf("the back end of %s was stopped", p.manifest.ID)
	}
	if p.client != nil && !p.client.Exited() {
		return p.clients, nil
	}
	if p.client != nil {
		p.log.Warn("The back end died and is started again.")
		p.client.Kill()
		p.client = nil
	}
	return p.clients, p.start()
}

func (p *Process) start() error {
	binary, err := p.manifest.binary()
	if err != nil {
		return err
	}
	client := goplugin.NewClient(&goplugin.ClientConfig{
		HandshakeConfig: goplugin.HandshakeConfig{
			ProtocolVersion:  grpcplugin.ProtocolVersion,
			MagicCookieKey:   grpcplugin.MagicCookieKey,
			MagicCookieValue: grpcplugin.MagicCookieValue,
		},
		VersionedPlugins: map[int]goplugin.PluginSet{
			grpcplugin.ProtocolVersion: {
				"data":        &grpcplugin.DataGRPCPlugin{},
				"resource":    &grpcplugin.ResourceGRPCPlugin{},
				"diagnostics": &grpcplugin.DiagnosticsGRPCPlugin{},
				"stream":      &grpcplugin.StreamGRPCPlugin{},
			},
		},
		AllowedProtocols: []goplugin.Protocol{goplugin.ProtocolGRPC},
		Cmd:              endWithHost(exec.Command(binary)),
		// Grafana hides its own environment from plugins; one that needs a variable must fail here as there.
		SkipHostEnv:  true,
		StartTimeout: 20 * time.Second,
		Logger:       p.log,
	})
	clients, err := connect(client)
	if err != nil {
		client.Kill()
		return fmt.Errorf("the back end of %s did not start: %w", p.manifest.ID, err)
	}
	p.client, p.clients = client, clients
	return nil
}

func connect(client *goplugin.Client) (Clients, error) {
	var clients Clients
	protocol, err := client.Client()
	if err != nil {
		return clients, err
	}
	for name, use := range map[string]func(any) bool{
		"data":        func(v any) (ok bool) { clients.Data, ok = v.(grpcplugin.DataClient); return },
		"resource":    func(v any) (ok bool) { clients.Resource, ok = v.(grpcplugin.ResourceClient); return },
		"diagnostics": func(v any) (ok bool) { clients.Diagnostics, ok = v.(grpcplugin.DiagnosticsClient); return },
		"stream":      func(v any) (ok bool) { clients.Stream, ok = v.(grpcplugin.StreamClient); return },
	} {
		raw, err := protocol.Dispense(name)
		if err != nil {
			return clients, err
		}
		if !use(raw) {
			return clients, fmt.Errorf("its service %q has another type than the plugin SDK's", name)
		}
	}
	return clients, nil
}

// Version is the plugin's, from its manifest.
func (p *Process) Version() string { return p.manifest.Info.Version }

// Stop ends the back end for good.
func (p *Process) Stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stopped = true
	if p.client != nil {
		p.client.Kill()
	}
}
