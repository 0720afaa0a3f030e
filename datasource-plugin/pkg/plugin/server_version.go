package plugin

import (
	"strconv"
	"strings"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
)

// The trace server's version that this data source needs. Servers of the same major version with this minor version or
// a later one answer all that it asks.
const neededMajor, neededMinor = 0, 1

// checkVersion refuses a trace server whose API is another one. A version that is no number, as of a server built by
// hand, is taken.
func checkVersion(version string) error {
	major, minor, known := versionOf(version)
	switch {
	case !known:
		return nil
	case major > neededMajor:
		return traceapi.OtherVersion("The trace server is version %s, which this data source does not know yet (it needs %d.%d or a later %d.x). Update the data source plugin in Grafana.",
			traceapi.Readable(version), neededMajor, neededMinor, neededMajor)
	case major < neededMajor || minor < neededMinor:
		return traceapi.OtherVersion("The trace server is version %s, which is too old for this data source: it needs %d.%d or a later %d.x. Update the trace server.",
			traceapi.Readable(version), neededMajor, neededMinor, neededMajor)
	default:
		return nil
	}
}

func versionOf(text string) (major, minor int, known bool) {
	parts := strings.SplitN(strings.TrimPrefix(text, "v"), ".", 3)
	if len(parts) < 2 {
		return 0, 0, false
	}
	major, errMajor := strconv.Atoi(parts[0])
	minor, errMinor := strconv.Atoi(parts[1])
	return major, minor, errMajor == nil && errMinor == nil
}
