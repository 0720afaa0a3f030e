package plugins

import (
	"os/exec"
	"syscall"
)

// endWithHost lets the kernel end the back end when the host dies without stopping it, as by kill -9.
func endWithHost(cmd *exec.Cmd) *exec.Cmd {
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	return cmd
}
