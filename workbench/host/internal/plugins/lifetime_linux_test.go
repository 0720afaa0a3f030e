package plugins

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"testing"
	"time"
)

const roleVariable = "WORKBENCH_TEST_ROLE"

// TestMain lets this test binary be a host that starts a back end, and that back end.
func TestMain(m *testing.M) {
	switch os.Getenv(roleVariable) {
	case "host":
		beHost()
	case "back end":
		fmt.Println("running")
		time.Sleep(5 * time.Second)
		fmt.Println("survived")
	default:
		os.Exit(m.Run())
	}
}

func beHost() {
	backEnd := endWithHost(exec.Command(os.Args[0]))
	backEnd.Env = append(os.Environ(), roleVariable+"=back end")
	backEnd.Stdout = os.Stdout
	if err := backEnd.Run(); err != nil {
		os.Exit(1)
	}
}

func TestNoBackEndIsLeftBehindWhenTheHostIsKilled(t *testing.T) {
	host := exec.Command(os.Args[0])
	host.Env = append(os.Environ(), roleVariable+"=host")
	output, err := host.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := host.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(output)
	if line, err := lines.ReadString('\n'); err != nil {
		t.Fatalf("the back end did not start: %q %v", line, err)
	}
	if err := host.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	// Both hold the other end of this pipe: it ends when the last of them has.
	if rest, err := io.ReadAll(lines); err != nil || len(rest) > 0 {
		t.Errorf("after the host was killed the back end said %q, %v", rest, err)
	}
	if err := host.Wait(); err == nil {
		t.Error("the host ended by itself")
	}
}
