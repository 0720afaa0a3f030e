import type { PanelData } from '@grafana/data';
import { useCallback, useState } from 'react';
import { errorWords } from '../errors/errorWords';
import { type ReadCondition, useReadCondition } from '../filters/useReadCondition';
import type { PanelSource } from '../source/panelSource';
import type { ViewStateHandle } from '../state/useViewState';

/** The viewer's condition, and whether it is shown as text. */
export interface SelectionBar {
  /** The condition as the trace server reads it; undefined while it is being read. */
  read: ReadCondition | undefined;
  /** Why the trace server gives no rows for what is searched for or filtered by. */
  refusal: string | undefined;
  isTextShown: boolean;
  showText: () => void;
  hideText: () => void;
}

/** A condition with a fault, such as one of a link that was cut, is shown as text without being asked for. */
export function useSelectionBar(
  { view }: ViewStateHandle,
  source: PanelSource | null | undefined,
  panelData: Pick<PanelData, 'errors'>
): SelectionBar {
  const { query } = view;
  const read = useReadCondition(source, query);
  const error = panelData.errors?.[0];
  const refusal = error && query.trim() !== '' ? errorWords(error) : undefined;
  const isFaulty = (read?.answer?.diagnostics.length ?? 0) > 0;
  const [isTextShown, setTextShown] = useState(false);
  const [shownFor, setShownFor] = useState<string>();
  if (isFaulty && shownFor !== query) {
    setShownFor(query);
    setTextShown(true);
  }
  const showText = useCallback(() => {
    setTextShown(true);
  }, []);
  const hideText = useCallback(() => {
    setTextShown(false);
  }, []);
  return { read, refusal, isTextShown, showText, hideText };
}
