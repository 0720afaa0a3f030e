import editorWorker from 'monaco-editor/esm/vs/editor/editor.worker?worker';
import jsonWorker from 'monaco-editor/esm/vs/language/json/json.worker?worker';

/** The code editor of @grafana/ui works in web workers that its host provides. */
export function provideEditorWorkers(): void {
  Object.assign(window, {
    MonacoEnvironment: {
      getWorker: (_module: string, label: string) => (label === 'json' ? new jsonWorker() : new editorWorker()),
    },
  });
}
