package page

import (
	"bytes"
	"errors"
	"io/fs"
	"net/http"
	"os"
	"path"
	"strings"

	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/plugins"
	"github.com/modeltrace/modeltrace-grafana/workbench/host/internal/reply"
)

// contentTypes are the kinds of files served. Any other (a plugin's binaries above all) is answered with 404.
var contentTypes = map[string]string{
	".css": "text/css; charset=utf-8", ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".map": "application/json", ".md": "text/markdown; charset=utf-8",
	".png": "image/png", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8",
	".webp": "image/webp", ".woff2": "font/woff2", ".ttf": "font/ttf",
}

// blankIcon stands for the icons that @grafana/ui names but does not ship.
const blankIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"></svg>`

// policy keeps the page, and whatever a trace may hold, to this origin. Libraries in the page probe for eval, which
// Grafana's own policy allows too.
const policy = "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
	"font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'"

// Files serves the page's folder.
func Files(dir string) http.HandlerFunc {
	root := os.DirFS(dir)
	return func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		if strings.HasPrefix(name, "public/build/img/icons/") {
			if _, err := fs.Stat(root, name); errors.Is(err, fs.ErrNotExist) {
				w.Header().Set("Content-Type", contentTypes[".svg"])
				_, _ = w.Write([]byte(blankIcon))
				return
			}
		}
		serve(w, r, root, name)
	}
}

// Index serves the page itself, at every address that the page gives a meaning.
func Index(dir string) http.HandlerFunc {
	root := os.DirFS(dir)
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("Cache-Control", "no-store")
		serve(w, r, root, "index.html")
	}
}

// PluginFiles serves /public/plugins/{id}/{path...} from the built plugins.
func PluginFiles(manifests []plugins.Manifest) http.HandlerFunc {
	roots := make(map[string]fs.FS, len(manifests))
	for _, manifest := range manifests {
		roots[manifest.ID] = os.DirFS(manifest.Dir)
	}
	return func(w http.ResponseWriter, r *http.Request) {
		root, ok := roots[r.PathValue("id")]
		if !ok {
			reply.Error(w, http.StatusNotFound, "Plugin not found")
			return
		}
		// Plugins are rebuilt in place under the same names.
		w.Header().Set("Cache-Control", "no-cache")
		serve(w, r, root, path.Clean(r.PathValue("path")))
	}
}

func serve(w http.ResponseWriter, r *http.Request, root fs.FS, name string) {
	contentType, known := contentTypes[path.Ext(name)]
	info, err := fs.Stat(root, name)
	if !known || err != nil || info.IsDir() {
		reply.Error(w, http.StatusNotFound, "Not found")
		return
	}
	content, err := fs.ReadFile(root, name)
	if err != nil {
		reply.Error(w, http.StatusInternalServerError, "The file could not be read")
		return
	}
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("X-Content-Type-Options", "nosniff")
	http.ServeContent(w, r, "", info.ModTime(), bytes.NewReader(content))
}
