package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/datasource"
	"github.com/grafana/grafana-plugin-sdk-go/backend/instancemgmt"
	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// testPlugin tells what it was called with.
type testPlugin struct {
	settings backend.DataSourceInstanceSettings
}

func servePlugin() {
	err := datasource.Manage("test-datasource", func(_ context.Context, s backend.DataSourceInstanceSettings) (instancemgmt.Instance, error) {
		return &testPlugin{s}, nil
	}, datasource.ManageOpts{})
	if err != nil {
		os.Exit(1)
	}
}

func (p *testPlugin) QueryData(_ context.Context, req *backend.QueryDataRequest) (*backend.QueryDataResponse, error) {
	answer := backend.NewQueryDataResponse()
	who := "nobody"
	if req.PluginContext.User != nil {
		who = req.PluginContext.User.Role
	}
	text := fmt.Sprintf("%s FromAlert=%s %s", who, req.Headers["FromAlert"], req.PluginContext.PluginVersion)
	for _, query := range req.Queries {
		if query.QueryType == "fail" {
			answer.Responses[query.RefID] = backend.ErrDataResponse(backend.StatusBadRequest, "it failed")
			continue
		}
		frame := data.NewFrame("who", data.NewField("who", nil, []string{text}))
		answer.Responses[query.RefID] = backend.DataResponse{Frames: data.Frames{frame}}
	}
	return answer, nil
}

func (p *testPlugin) CheckHealth(context.Context, *backend.CheckHealthRequest) (*backend.CheckHealthResult, error) {
	secrets := p.settings.DecryptedSecureJSONData
	message := fmt.Sprintf("%s key=%s secrets=%d", p.settings.URL, secrets["key"], len(secrets))
	return &backend.CheckHealthResult{Status: backend.HealthStatusOk, Message: message}, nil
}

func (p *testPlugin) CallResource(_ context.Context, req *backend.CallResourceRequest, sender backend.CallResourceResponseSender) error {
	if req.Path == "exit" {
		os.Exit(3)
	}
	first := fmt.Sprintf("%s|%s|%s|%s|cookie=%s|", req.Method, req.Path, req.URL, req.Body, req.GetHTTPHeader("Cookie"))
	return errors.Join(
		sender.Send(&backend.CallResourceResponse{Status: 201, Body: []byte(first)}),
		sender.Send(&backend.CallResourceResponse{Body: []byte("second part")}),
	)
}

// SubscribeStream refuses the path "no" and tells who subscribes.
func (p *testPlugin) SubscribeStream(_ context.Context, req *backend.SubscribeStreamRequest) (*backend.SubscribeStreamResponse, error) {
	if req.Path == "no" {
		return &backend.SubscribeStreamResponse{Status: backend.SubscribeStreamStatusPermissionDenied}, nil
	}
	initial, err := backend.NewInitialData(fmt.Appendf(nil, `{"who":%q}`, req.PluginContext.User.Role))
	return &backend.SubscribeStreamResponse{Status: backend.SubscribeStreamStatusOK, InitialData: initial}, err
}

func (p *testPlugin) PublishStream(context.Context, *backend.PublishStreamRequest) (*backend.PublishStreamResponse, error) {
	return &backend.PublishStreamResponse{Status: backend.PublishStreamStatusPermissionDenied}, nil
}

// RunStream repeats the subscription's data until nobody watches.
func (p *testPlugin) RunStream(ctx context.Context, req *backend.RunStreamRequest, sender *backend.StreamSender) error {
	for ctx.Err() == nil {
		if err := sender.SendJSON(fmt.Appendf(nil, `{"data":%s}`, req.Data)); err != nil {
			return err
		}
		time.Sleep(20 * time.Millisecond)
	}
	return nil
}
