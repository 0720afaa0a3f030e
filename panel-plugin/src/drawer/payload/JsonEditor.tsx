import { CodeEditor, type MonacoEditor } from '@grafana/ui';
import React, { useRef } from 'react';

const EDITOR_HEIGHT_PX = 400;

/** Nothing in a payload becomes a link, and what hides in it is shown. */
const EDITOR_OPTIONS = {
  links: false,
  renderControlCharacters: true,
  scrollBeyondLastLine: false,
  folding: true,
} as const;

/** A read-only editor. The text it held is freed with it, which Grafana's editor would keep. */
export function JsonEditor({ json }: { json: string }) {
  const model = useRef<ReturnType<MonacoEditor['getModel']>>(null);
  return (
    <CodeEditor
      value={json}
      language="json"
      height={EDITOR_HEIGHT_PX}
      readOnly
      wordWrap
      showMiniMap={false}
      showLineNumbers
      monacoOptions={EDITOR_OPTIONS}
      onEditorDidMount={(editor) => {
        model.current = editor.getModel();
      }}
      onEditorWillUnmount={() => {
        model.current?.dispose();
      }}
    />
  );
}
