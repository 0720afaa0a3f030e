import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const require = createRequire(import.meta.url);
const folderOf = (packageName: string) => dirname(require.resolve(`${packageName}/package.json`));

/** Files that @grafana/ui asks its host for, at the addresses that Grafana serves them. */
function grafanaAssets(): Plugin {
  const emitted: { fileName: string; path: string }[] = [];
  const icons = join(folderOf('@grafana/ui'), 'dist', 'public', 'img', 'icons');
  for (const entry of readdirSync(icons, { recursive: true, encoding: 'utf8' })) {
    if (entry.endsWith('.svg')) {
      emitted.push({ fileName: `public/build/img/icons/${entry}`, path: join(icons, entry) });
    }
  }
  for (const weight of ['Regular', 'Medium', 'Italic', 'MediumItalic']) {
    const name = `Inter-${weight}.woff2`;
    emitted.push({ fileName: `public/fonts/inter/${name}`, path: join(folderOf('inter-ui'), 'web', name) });
  }
  emitted.push({
    fileName: 'public/fonts/roboto/L0xTDF4xlVMF-BfR8bXMIhJHg45mwgGEFl0_3vrtSM1J-gEPT5Ese6hmHSh0mQ.woff2',
    path: join(folderOf('@fontsource/roboto-mono'), 'files', 'roboto-mono-latin-400-normal.woff2'),
  });
  return {
    name: 'grafana-assets',
    generateBundle() {
      for (const { fileName, path } of emitted) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(path) });
      }
    },
  };
}

/**
 * @grafana/ui links through a compatibility layer over react-router 5, @grafana/scenes through react-router 6. npm puts
 * 6 on top, so the layer is led to the 5 that came with @grafana/ui, and to the one 6 that the page's router is from.
 */
function oneRouter(): Plugin {
  const importerOf: Record<string, string> = {
    'react-router-dom': join(folderOf('@grafana/ui'), 'package.json'),
    'react-router': join(folderOf('react-router-dom'), 'package.json'),
  };
  return {
    name: 'one-router',
    enforce: 'pre',
    resolveId(id, importer) {
      const from = importer?.includes('react-router-dom-v5-compat') ? importerOf[id] : undefined;
      return from === undefined ? null : this.resolve(id, from, { skipSelf: true });
    },
  };
}

/**
 * @grafana/ui, whose files are .mjs, imports the default of a CommonJS package. By the rules of Node.js, which the
 * bundler follows, that is all of its exports in place of the component, and no table could be drawn.
 */
function scrollbarsByName(): Plugin {
  return {
    name: 'scrollbars-by-name',
    enforce: 'pre',
    transform: (code, id) =>
      id.includes('CustomScrollbar.mjs')
        ? code.replace(
            "import Scrollbars from 'react-custom-scrollbars-2'",
            "import { Scrollbars } from 'react-custom-scrollbars-2'",
          )
        : null,
  };
}

export default defineConfig({
  plugins: [grafanaAssets(), oneRouter(), scrollbarsByName()],
  // SystemJS makes the page look like an AMD loader, to which libraries loaded later would hand themselves over.
  define: { 'define.amd': 'undefined' },
  resolve: {
    alias: {
      // Grafana gives plugins its "No data" view through this setter, which the package does not export.
      'panel-data-error-view': join(
        folderOf('@grafana/runtime'),
        'dist',
        'esm',
        'components',
        'PanelDataErrorView.mjs',
      ),
    },
  },
  build: { target: 'es2022', outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 8000, sourcemap: false },
});
