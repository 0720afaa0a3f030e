package main

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"sync"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/grpcplugin"
	"github.com/grafana/grafana-plugin-sdk-go/backend/instancemgmt"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/plugin"
)

// The floor is a plugin that asks the trace server for the same, throws the answer away and sends frames that it has
// made long before. What it adds is the price of Grafana's plugin protocol: the SDK that writes frames as Arrow, and gRPC.

// floorEnv makes the test binary the floor.
const floorEnv = "MODELTRACE_BENCH_FLOOR"

func TestMain(m *testing.M) {
	if os.Getenv(floorEnv) == "" {
		os.Exit(m.Run())
	}
	if err := serve(newFloor); err != nil {
		os.Exit(1)
	}
}

func startFloor(b *testing.B) grpcplugin.DataClient {
	b.Helper()
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	command := exec.CommandContext(b.Context(), self)
	command.Env = []string{floorEnv + "=1"}
	protocol, _ := startCommand(b, command)
	return dispense[grpcplugin.DataClient](b, protocol, "data")
}

type floor struct {
	address string
	source  *plugin.Datasource
	mutex   sync.Mutex
	ready   map[string]*backend.QueryDataResponse
}

func newFloor(ctx context.Context, saved backend.DataSourceInstanceSettings) (instancemgmt.Instance, error) {
	made, err := plugin.NewDatasource(ctx, saved)
	source, _ := made.(*plugin.Datasource)
	return &floor{address: saved.URL, source: source, ready: map[string]*backend.QueryDataResponse{}}, err
}

// QueryData takes queries of one bench case each, whose name is in them.
func (f *floor) QueryData(ctx context.Context, request *backend.QueryDataRequest) (*backend.QueryDataResponse, error) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	asked := request.Queries[0]
	var named struct{ BenchCase string }
	if err := json.Unmarshal(asked.JSON, &named); err != nil {
		return nil, err
	}
	if ready, ok := f.ready[named.BenchCase]; ok {
		return ready, caseNamed(named.BenchCase).fetch(ctx, f.address, asked.TimeRange.From, asked.TimeRange.To)
	}
	made, err := f.source.QueryData(ctx, request)
	f.ready[named.BenchCase] = made
	return made, err
}
