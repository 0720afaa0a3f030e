package main

import (
	"context"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/grpcplugin"
	"github.com/grafana/grafana-plugin-sdk-go/genproto/pluginv2"
	"github.com/hashicorp/go-hclog"
	goplugin "github.com/hashicorp/go-plugin"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/plugin"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

// builtBinary is the one of MODELTRACE_PLUGIN_BINARY, or is built as the plugin's build does.
func builtBinary(t testing.TB) string {
	t.Helper()
	if built := os.Getenv("MODELTRACE_PLUGIN_BINARY"); built != "" {
		return built
	}
	binary := filepath.Join(t.TempDir(), "gpx_modeltrace_traces")
	build := exec.CommandContext(t.Context(), "go", "build", "-tags", "arrow_json_stdlib", "-o", binary, ".")
	if output, err := build.CombinedOutput(); err != nil {
		t.Fatalf("the back end does not build: %v\n%s", err, output)
	}
	return binary
}

// start runs the binary as Grafana does, over go-plugin and gRPC.
func start(t testing.TB) (goplugin.ClientProtocol, *goplugin.Client) {
	t.Helper()
	return startCommand(t, exec.CommandContext(t.Context(), builtBinary(t)))
}

func startCommand(t testing.TB, command *exec.Cmd) (goplugin.ClientProtocol, *goplugin.Client) {
	t.Helper()
	client := goplugin.NewClient(&goplugin.ClientConfig{
		HandshakeConfig: goplugin.HandshakeConfig{
			ProtocolVersion: grpcplugin.ProtocolVersion, MagicCookieKey: grpcplugin.MagicCookieKey, MagicCookieValue: grpcplugin.MagicCookieValue,
		},
		VersionedPlugins: map[int]goplugin.PluginSet{grpcplugin.ProtocolVersion: {
			"diagnostics": &grpcplugin.DiagnosticsGRPCPlugin{}, "resource": &grpcplugin.ResourceGRPCPlugin{}, "data": &grpcplugin.DataGRPCPlugin{},
		}},
		AllowedProtocols: []goplugin.Protocol{goplugin.ProtocolGRPC},
		Cmd:              command,
		SkipHostEnv:      true,
		Logger:           hclog.NewNullLogger(),
	})
	t.Cleanup(client.Kill)
	protocol, err := client.Client()
	if err != nil {
		t.Fatalf("the binary does not speak Grafana's plugin protocol: %v", err)
	}
	return protocol, client
}

func dispense[T any](t testing.TB, protocol goplugin.ClientProtocol, name string) T {
	t.Helper()
	raw, err := protocol.Dispense(name)
	if err != nil {
		t.Fatal(err)
	}
	client, ok := raw.(T)
	if !ok {
		t.Fatalf("%s is a %T", name, raw)
	}
	return client
}

func pluginContext(url string) backend.PluginContext {
	return backend.PluginContext{
		Namespace: "default", PluginID: plugin.ID,
		DataSourceInstanceSettings: &backend.DataSourceInstanceSettings{
			ID: 1, UID: "modeltrace", Type: plugin.ID, Name: "Modeltrace", URL: url, JSONData: []byte(`{"timeoutSeconds":20}`),
			DecryptedSecureJSONData: map[string]string{"apiKey": "key-1"}, Updated: time.Now(),
		},
	}
}

func TestTheBinaryAnswersGrafana(t *testing.T) {
	server := tracetest.Serve(t, func(writer http.ResponseWriter, request *http.Request) {
		if request.Header.Get("Authorization") != "Bearer key-1" {
			t.Errorf("%s came without the API key", request.URL.Path)
		}
		switch request.URL.Path {
		case "/healthz":
			tracetest.WriteJSON(writer, http.StatusOK, `{"status":"ok","version":"0.9","engine":{"kind":"clickhouse","version":"26.3"}}`)
		case "/api/v1/models":
			tracetest.WriteJSON(writer, http.StatusOK, `{"models":[]}`)
		case "/api/v1/traces":
			tracetest.WriteArrow(writer, tracetest.Stream(t, tracetest.Texts("request_id")))
		default:
			tracetest.WriteArrow(writer, tracetest.Stream(t, tracetest.Texts("model", "a", "b"), tracetest.Counts("requests", 3, 4)))
		}
	})
	protocol, _ := start(t)
	context := pluginContext(server.URL)
	t.Run("queries", func(t *testing.T) { queries(t, dispense[grpcplugin.DataClient](t, protocol, "data"), context) })
	t.Run("health", func(t *testing.T) {
		health, err := dispense[grpcplugin.DiagnosticsClient](t, protocol, "diagnostics").CheckHealth(t.Context(),
			&pluginv2.CheckHealthRequest{PluginContext: backend.ToProto().PluginContext(context)})
		if err != nil || health.GetMessage() != "Connected to trace server 0.9 with ClickHouse 26.3." {
			t.Errorf("%v, %v", health, err)
		}
	})
	t.Run("resources", func(t *testing.T) {
		request := &backend.CallResourceRequest{PluginContext: context, Path: "models", Method: http.MethodGet, URL: "models"}
		answers, err := dispense[grpcplugin.ResourceClient](t, protocol, "resource").CallResource(t.Context(), backend.ToProto().CallResourceRequest(request))
		if err != nil {
			t.Fatal(err)
		}
		first, err := answers.Recv()
		if err != nil || first.GetCode() != http.StatusOK || string(first.GetBody()) != `{"models":[]}` {
			t.Errorf("%v, %v", first, err)
		}
	})
}

func queries(t *testing.T, client grpcplugin.DataClient, grafana backend.PluginContext) {
	t.Helper()
	request := &backend.QueryDataRequest{PluginContext: grafana, Queries: []backend.DataQuery{
		{RefID: "A", QueryType: "metrics", JSON: []byte(`{"measures":["requests"],"groupBy":["model"],"interval":"none"}`), TimeRange: lastHour()},
		{RefID: "B", QueryType: "metrics", JSON: []byte(`{"measures":["requests"],"filters":{"model":["$model"]}}`), TimeRange: lastHour()},
	}}
	raw, err := client.QueryData(context.Background(), backend.ToProto().QueryDataRequest(request))
	if err != nil {
		t.Fatal(err)
	}
	answer, err := backend.FromProto().QueryDataResponse(raw)
	if err != nil {
		t.Fatal(err)
	}
	if got := answer.Responses["A"]; got.Error != nil || tracetest.Numerics(t, got.Frames) != 2 {
		t.Errorf("A: %+v", got)
	}
	if got := answer.Responses["B"]; got.Error == nil || got.Status != backend.StatusBadRequest || got.ErrorSource != backend.ErrorSourceDownstream {
		t.Errorf("B: %+v", got)
	}
}

func lastHour() backend.TimeRange {
	return backend.TimeRange{From: time.Now().Add(-time.Hour), To: time.Now()}
}
