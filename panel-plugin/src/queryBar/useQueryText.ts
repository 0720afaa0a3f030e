import type { TimeRange } from '@grafana/data';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { errorWords } from '../errors/errorWords';
import { type QueryDiagnostic, readCondition } from '../filters/conditionReader';
import { useReadCondition } from '../filters/useReadCondition';
import type { Narrowing } from '../filters/narrowing';
import type { PanelSource } from '../source/panelSource';
import { completed, type EditedText, listed } from './completion';
import { faultWords } from './faults';
import { useCompletion } from './useCompletion';

/** Milliseconds without a key press after which faults are looked for. */
const CHECK_PAUSE_MS = 300;

interface Options {
  source: PanelSource | null;
  range: TimeRange;
  narrowing: Narrowing;
  /** The condition that is applied. */
  query: string;
  onApply: (query: string) => void;
}

/** The text of a condition while it is edited, what could stand at its caret, and its faults. */
export function useQueryText(
  field: RefObject<HTMLTextAreaElement | null>,
  { source, range, narrowing, query, onApply }: Options
) {
  const [edited, setEdited] = useState<EditedText>({ text: query, caret: query.length });
  const [seenQuery, setSeenQuery] = useState(query);
  if (query !== seenQuery) {
    setSeenQuery(query);
    setEdited({ text: query, caret: query.length });
  }
  const [isListWanted, setListWanted] = useState(false);
  const [failure, setFailure] = useState<string>();
  const { text } = edited;
  const read = useReadCondition(source, text, text === query ? 0 : CHECK_PAUSE_MS);
  const answer = useCompletion(source, range, narrowing, edited, isListWanted);
  const suggestions = answer ? listed(text, answer) : [];
  const faults: QueryDiagnostic[] = read?.answer?.diagnostics ?? [];

  // Where the caret goes once React has written the text.
  const nextCaret = useRef<number>(undefined);
  useEffect(() => {
    if (nextCaret.current !== undefined) {
      field.current?.setSelectionRange(nextCaret.current, nextCaret.current);
      nextCaret.current = undefined;
    }
  }, [edited, field]);
  const write = (next: EditedText) => {
    nextCaret.current = next.caret;
    setFailure(undefined);
    setEdited(next);
  };

  return {
    edited,
    faults,
    suggestions: isListWanted ? suggestions : [],
    /** What is wrong, in words. */
    fault: failure ?? (faults[0] && faultWords(faults[0])),
    setListWanted,
    /** A key was pressed: the text field holds the text already. */
    edit: (next: EditedText) => {
      setFailure(undefined);
      setListWanted(true);
      setEdited(next);
    },
    moveCaret: (caret: number) => {
      setEdited({ text, caret });
    },
    revert: () => {
      write({ text: query, caret: query.length });
    },
    complete: (index: number) => {
      const suggestion = suggestions[index];
      if (answer && suggestion) {
        write(completed(text, answer, suggestion));
      }
    },
    /**
     * Applies the text unless it has a fault: then what is wrong is completed where only one thing could stand there, else
     * the caret is put there.
     */
    apply: async () => {
      const only = isListWanted && suggestions.length === 1 ? suggestions[0] : undefined;
      setListWanted(false);
      setFailure(undefined);
      try {
        const [fault] = (read?.answer ?? (await readCondition(source, text))).diagnostics;
        if (fault && answer && only && fault.position + fault.length >= answer.position) {
          write(completed(text, answer, only));
        } else if (fault) {
          setFailure(faultWords(fault));
          field.current?.focus();
          field.current?.setSelectionRange(fault.position, fault.position + fault.length);
        } else {
          onApply(text.trim());
        }
      } catch (error) {
        setFailure(errorWords(error));
      }
    },
  };
}
