package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/grpcplugin"
)

// TestMain lets this test binary be the plugin that the host starts: the host hides its environment from plugins, but
// the protocol's cookie is there.
func TestMain(m *testing.M) {
	if os.Getenv(grpcplugin.MagicCookieKey) == grpcplugin.MagicCookieValue {
		servePlugin()
		return
	}
	os.Exit(m.Run())
}

// arguments are of a host with a page, a plugin and provisioning files of its own.
func arguments(t *testing.T) []string {
	t.Helper()
	dir := t.TempDir()
	write := func(name, content string) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("page/index.html", "<title>page</title>")
	write("plugin/module.js", "define([])")
	write("plugin/plugin.json", `{"id":"test-datasource","type":"datasource","backend":true,"executable":"gpx_test","info":{"version":"1.2.3"}}`)
	write("provisioning/datasources/a.yaml", "datasources: [{uid: test, name: Test, type: test-datasource, url: $WORKBENCH_TEST_URL, "+
		"jsonData: {n: 1}, secureJsonData: {key: s3cret, empty: $WORKBENCH_TEST_UNSET}}]")
	write("provisioning/dashboards/a.json", `{"uid":"dash","title":"Dash","panels":[]}`)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(self, filepath.Join(dir, "plugin", fmt.Sprintf("gpx_test_%s_%s", runtime.GOOS, runtime.GOARCH))); err != nil {
		t.Fatal(err)
	}
	return []string{"-port", "0", "-dist", dir + "/page", "-plugins", dir + "/plugin", "-provisioning", dir + "/provisioning"}
}

// startHost runs the host and gives its address. It stops when the test ends.
func startHost(t *testing.T) string {
	t.Helper()
	t.Setenv("WORKBENCH_TEST_URL", "http://trace-server")
	ctx, cancel := context.WithCancel(context.Background())
	read, write := io.Pipe()
	done := make(chan error, 1)
	args := arguments(t)
	go func() { done <- run(ctx, args, write) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Errorf("the host ended with %v", err)
		}
	})
	line, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("the host said nothing: %v", err)
	}
	_, address, _ := strings.Cut(strings.TrimSpace(line), "listens on ")
	return address
}

// ask sends a request and gives status and body.
func ask(t *testing.T, method, url, body string, headers ...string) (int, string) {
	t.Helper()
	request, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(content)
}

const oneQuery = `{"from":"1000","to":"2000","queries":[{"refId":"A","queryType":%q,"datasource":{"uid":"test"}}]}`

func TestAFailedQueryGivesStatus400AndItsMessageAsGrafanaDoes(t *testing.T) {
	host := startHost(t)
	if status, body := ask(t, "POST", host+"/api/ds/query", fmt.Sprintf(oneQuery, "who")); status != 200 {
		t.Errorf("a good query gave %d: %s", status, body)
	}
	status, body := ask(t, "POST", host+"/api/ds/query", fmt.Sprintf(oneQuery, "fail"))
	if status != 400 || !strings.Contains(body, `"error":"it failed"`) {
		t.Errorf("a failing query gave %d: %s", status, body)
	}
	if status, body := ask(t, "POST", host+"/api/ds/query", strings.ReplaceAll(fmt.Sprintf(oneQuery, "who"), `"test"`, `"other"`)); status != 404 {
		t.Errorf("an unknown data source gave %d: %s", status, body)
	}
}

func TestThePluginSeesTheCallerAndTheAlertHeader(t *testing.T) {
	host := startHost(t)
	for caller, want := range map[string]string{"": "Editor", "none": "nobody", "viewer": "Viewer"} {
		_, body := ask(t, "POST", host+"/api/ds/query", fmt.Sprintf(oneQuery, "who"), "X-Workbench-User", caller, "FromAlert", "true")
		if !strings.Contains(body, fmt.Sprintf("[%q]", want+" FromAlert=true 1.2.3")) {
			t.Errorf("as %q the plugin saw %s", caller, body)
		}
	}
}

func TestADeadBackEndIsStartedAgain(t *testing.T) {
	host := startHost(t)
	if status, _ := ask(t, "GET", host+"/api/datasources/uid/test/resources/exit", ""); status < 500 {
		t.Fatalf("the call that ended the back end gave %d", status)
	}
	deadline := time.Now().Add(20 * time.Second)
	for {
		status, body := ask(t, "GET", host+"/api/datasources/uid/test/health", "")
		if status == 200 {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("the back end was not started again: %d %s", status, body)
		}
	}
}

func TestResourcesArePassedOnAndStreamedBack(t *testing.T) {
	host := startHost(t)
	status, body := ask(t, "POST", host+"/api/datasources/uid/test/resources/a/b%20c?x=1", "sent", "Cookie", "session=1")
	if want := "POST|a/b c|a/b%20c?x=1|sent|cookie=|second part"; status != 201 || body != want {
		t.Errorf("got %d %q, want 201 %q", status, body, want)
	}
}

func TestSecretsAreSentToThePluginOnly(t *testing.T) {
	host := startHost(t)
	_, health := ask(t, "GET", host+"/api/datasources/uid/test/health", "")
	if !strings.Contains(health, "http://trace-server key=s3cret secrets=1") {
		t.Errorf("the plugin got %s", health)
	}
	for _, path := range []string{"/api/datasources/uid/test", "/api/frontend/settings"} {
		if _, body := ask(t, "GET", host+path, ""); strings.Contains(body, "s3cret") {
			t.Errorf("%s tells the secret: %s", path, body)
		}
	}
	var settings struct{ SecureJSONFields map[string]bool }
	_, body := ask(t, "GET", host+"/api/datasources/uid/test", "")
	if err := json.Unmarshal([]byte(body), &settings); err != nil || !settings.SecureJSONFields["key"] {
		t.Errorf("the settings do not tell which secret is set: %s", body)
	}
}

func TestSavedSettingsReachThePluginAndSecretsStayUntilTheyAreReset(t *testing.T) {
	host := startHost(t)
	save := func(settings string) {
		t.Helper()
		if status, body := ask(t, "PUT", host+"/api/datasources/uid/test", settings); status != 200 || strings.Contains(body, "s3cret") {
			t.Fatalf("saving gave %d: %s", status, body)
		}
	}
	expect := func(want string) {
		t.Helper()
		if _, health := ask(t, "GET", host+"/api/datasources/uid/test/health", ""); !strings.Contains(health, want) {
			t.Errorf("the plugin got %s, want %s", health, want)
		}
	}
	save(`{"name":"Changed","url":"http://other","jsonData":{"n":2},"secureJsonFields":{"key":true}}`)
	expect("http://other key=s3cret secrets=1")
	save(`{"url":"http://other","secureJsonData":{"key":"n3w"}}`)
	expect("http://other key=n3w secrets=1")
	save(`{"url":"http://other","secureJsonFields":{}}`)
	expect("http://other key= secrets=0")
	if _, body := ask(t, "GET", host+"/api/frontend/settings", ""); !strings.Contains(body, `"Changed"`) {
		t.Errorf("the page is told the old settings: %s", body)
	}
	if status, _ := ask(t, "PUT", host+"/api/datasources/uid/none", "{}"); status != 404 {
		t.Errorf("an unknown data source gave %d", status)
	}
	if status, _ := ask(t, "PUT", host+"/api/datasources/uid/test", "no JSON"); status != 400 {
		t.Errorf("settings that are no JSON gave %d", status)
	}
}

func TestPluginFilesAreServedWithoutTheBinaryAndNothingOutside(t *testing.T) {
	host := startHost(t)
	binary := fmt.Sprintf("gpx_test_%s_%s", runtime.GOOS, runtime.GOARCH)
	for path, want := range map[string]int{
		"/public/plugins/test-datasource/module.js":                  200,
		"/public/plugins/test-datasource/" + binary:                  404,
		"/public/plugins/test-datasource/%2e%2e/page/index.html":     404,
		"/public/plugins/test-datasource/%2e%2e%2fpage%2findex.html": 404,
		"/public/plugins/other/module.js":                            404,
		"/d/dash":                                                    200,
		"/explore":                                                   200,
		"/settings":                                                  200,
		"/api/dashboards/uid/dash":                                   200,
		"/api/dashboards/uid/none":                                   404,
		"/api/unknown":                                               404,
		"/public/build/img/icons/unicons/an-icon-grafana-does-not-ship.svg": 200,
	} {
		if status, body := ask(t, "GET", host+path, ""); status != want {
			t.Errorf("%s gave %d, want %d: %s", path, status, want, body)
		}
	}
}

func TestAChannelTellsFirstWhatThePluginSaysAndThenWhatItStreams(t *testing.T) {
	host := startHost(t)
	response, err := http.Post(host+"/api/live/stream", "application/json", strings.NewReader(`{"stream":"test","path":"p","data":{"q":1}}`))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	lines := bufio.NewScanner(response.Body)
	for _, want := range []string{`{"state":"connected","message":{"who":"Editor"}}`, `{"message":{"data":{"q":1}}}`, `{"message":{"data":{"q":1}}}`} {
		if !lines.Scan() || lines.Text() != want {
			t.Fatalf("got %s, want %s", lines.Text(), want)
		}
	}
}

func TestAChannelThatIsRefusedOrUnknownIsNoStream(t *testing.T) {
	host := startHost(t)
	if status, body := ask(t, "POST", host+"/api/live/stream", `{"stream":"test","path":"no"}`); status != 200 || body != "{\"state\":\"disconnected\"}\n" {
		t.Errorf("refused: %d %s", status, body)
	}
	if status, _ := ask(t, "POST", host+"/api/live/stream", `{"stream":"other","path":"p"}`); status != 404 {
		t.Errorf("an unknown data source gave %d", status)
	}
	if status, _ := ask(t, "POST", host+"/api/live/stream", `no JSON`); status != 400 {
		t.Errorf("no JSON gave %d", status)
	}
}

func TestAHostThatCannotStartSaysWhyInOneSentence(t *testing.T) {
	args := arguments(t)
	replaced := func(flag, value string) []string {
		changed := append([]string{}, args...)
		for i := range changed {
			if changed[i] == flag {
				changed[i+1] = value
			}
		}
		return changed
	}
	taken := strings.TrimPrefix(startHost(t), "http://127.0.0.1:")
	withoutBinary := t.TempDir()
	if err := os.WriteFile(filepath.Join(withoutBinary, "plugin.json"), []byte(`{"id":"b","backend":true,"executable":"gpx_b"}`), 0o644); err != nil {
		t.Fatal(err)
	}
	for want, args := range map[string][]string{
		"is taken by another program":         replaced("-port", taken),
		"the built page was not found":        replaced("-dist", t.TempDir()),
		"no built plugin was found":           replaced("-plugins", t.TempDir()),
		"the back end of b was not found":     replaced("-plugins", withoutBinary),
		"no data source is provisioned":       replaced("-provisioning", t.TempDir()),
		"the options are -host, -port, -dist": {"-nonsense"},
	} {
		err := run(context.Background(), args, io.Discard)
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("got %v, want one line with %q", err, want)
		}
	}
}
