// The workbench host serves the workbench page and answers what the page and the built plugins ask of Grafana's HTTP
// API, with the data source's built back end running behind it. It is not Grafana.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/datasources"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/plugins"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/provisioning"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/settings"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintf(os.Stderr, "workbench-host: %v.\n", err)
		os.Exit(1)
	}
}

// run serves until ctx ends, and writes the address once it listens. Every back end that it started has ended when it
// returns.
func run(ctx context.Context, args []string, out io.Writer) error {
	s, err := settings.Parse(args)
	if err != nil {
		return err
	}
	manifests, err := plugins.ReadManifests(s.PluginDirs)
	if err != nil {
		return err
	}
	sources, err := provisioning.ReadDataSources(s.ProvisioningDir)
	if err != nil {
		return err
	}
	listener, err := listen(s)
	if err != nil {
		return err
	}
	running, err := plugins.StartAll(manifests)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	defer running.Stop()

	registry := datasources.NewRegistry(sources, running)
	server := &http.Server{Handler: routes(s, manifests, registry), ReadHeaderTimeout: 10 * time.Second}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	if _, err := fmt.Fprintf(out, "The workbench listens on http://%s\n", listener.Addr()); err != nil {
		return errors.Join(err, server.Close())
	}
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		// Open requests are cut off: nobody waits for a workbench that was told to stop.
		return server.Close()
	}
}

func listen(s settings.Settings) (net.Listener, error) {
	address := net.JoinHostPort(s.Host, strconv.Itoa(s.Port))
	listener, err := net.Listen("tcp", address)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("port %d is taken by another program; choose another with -port", s.Port)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot listen on %s: %w", address, err)
	}
	return listener, nil
}
