// The back end of the Modeltrace data source, started by Grafana.
package main

import (
	"os"
	"runtime"

	"github.com/grafana/grafana-plugin-sdk-go/backend/datasource"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/plugin"
)

func main() {
	if err := serve(plugin.NewDatasource); err != nil {
		log.DefaultLogger.Error("The data source stopped", "error", err.Error())
		os.Exit(1)
	}
}

// unusedBytes are kept and never touched, so that the operating system gives no memory for them. They count for the
// garbage collector, which begins when the heap has doubled: without them that is every few megabytes, several times
// within one answer of 100,000 points. The price is at most as much garbage more.
const unusedBytes = 32 << 20

// serve answers Grafana until it ends the process.
func serve(newInstance datasource.InstanceFactoryFunc) error {
	unused := make([]byte, unusedBytes)
	defer runtime.KeepAlive(unused)
	return datasource.Manage(plugin.ID, newInstance, datasource.ManageOpts{})
}
