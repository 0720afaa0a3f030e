import { CodeEditor, type Monaco, type MonacoEditor } from '@grafana/ui';
import React, { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { QueryDiagnostic } from '../../../resources/resources';
import { testIds } from '../../../testIds';
import { attachLanguage, type Completer } from './attachLanguage';
import { LANGUAGE_ID, registerLanguage } from './language';
import { markersOf } from './markers';

interface QueryTextEditorProps extends Completer {
  text: string;
  /** Faults of exactly this text. */
  diagnostics: QueryDiagnostic[];
  onEdit: (text: string) => void;
  /** The text is done: the field is left, or Ctrl or Cmd and Enter are pressed. */
  onDone: (text: string) => void;
}

/** Pixels: one line, and as much as is shown without scrolling. */
const HEIGHT = { min: 32, max: 180 };

const MARKERS = 'modeltrace';

/** The condition as text, with completion and faults underlined. Tab leaves the field unless suggestions are open. */
export function QueryTextEditor({ text, diagnostics, onEdit, onDone, ...completer }: QueryTextEditorProps) {
  const [height, setHeight] = useState(HEIGHT.min);
  const [mounted, setMounted] = useState<{ monaco: Monaco; editor: MonacoEditor }>();
  // Monaco keeps the functions that it is given first.
  const latest = useRef({ onEdit, completer });
  useEffect(() => {
    latest.current = { onEdit, completer };
  });
  useEffect(() => mounted && attachLanguage(mounted.monaco, mounted.editor, () => latest.current.completer), [mounted]);
  useEffect(() => {
    const model = mounted?.editor.getModel();
    if (mounted && model) {
      const severity = mounted.monaco.MarkerSeverity.Error;
      const markers = markersOf(text, diagnostics).map((marker) => ({ ...marker, severity }));
      mounted.monaco.editor.setModelMarkers(model, MARKERS, markers);
    }
  }, [mounted, text, diagnostics]);
  return (
    <div
      data-testid={testIds.conditionText}
      onKeyDownCapture={(event) => {
        if (isRun(event)) {
          event.preventDefault();
          event.stopPropagation();
          onDone(mounted?.editor.getValue() ?? text);
        } else if (leaves(event)) {
          // Monaco would write a tab; without it the browser goes on to the next field.
          event.stopPropagation();
        }
      }}
    >
      <CodeEditor
        language={LANGUAGE_ID}
        value={text}
        height={height}
        width="100%"
        showMiniMap={false}
        showLineNumbers={false}
        wordWrap
        monacoOptions={{
          ariaLabel: 'Condition as text. Control or Command and Enter run it; Escape closes suggestions, Tab leaves.',
          scrollBeyondLastLine: false,
          renderLineHighlight: 'none',
          overviewRulerLanes: 0,
          folding: false,
          wordBasedSuggestions: false,
          quickSuggestions: { other: true, comments: true, strings: true },
        }}
        onBeforeEditorMount={registerLanguage}
        onEditorDidMount={(editor, monaco) => {
          const grow = () => {
            setHeight(Math.min(Math.max(editor.getContentHeight(), HEIGHT.min), HEIGHT.max));
          };
          editor.onDidContentSizeChange(grow);
          grow();
          setMounted({ monaco, editor });
        }}
        onChange={(next) => {
          latest.current.onEdit(next);
        }}
        onBlur={onDone}
      />
    </div>
  );
}

function isRun({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Enter' && (ctrlKey || metaKey);
}

/** Whether Tab goes to another field: not while it would take a suggestion. */
function leaves({ key, currentTarget }: KeyboardEvent<HTMLElement>): boolean {
  return key === 'Tab' && currentTarget.querySelector('.suggest-widget.visible') === null;
}
