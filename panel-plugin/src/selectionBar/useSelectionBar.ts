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

/** A condition with a fault, such as one of a link that was cut, is shown as text until that is mended or put away. */
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
  const [isAsked, setAsked] = useState(false);
  const [hidden, setHidden] = useState<string>();
  const showText = useCallback(() => {
    setAsked(true);
    setHidden(undefined);
  }, []);
  const hideText = useCallback(() => {
    setAsked(false);
    setHidden(query);
  }, [query]);
  const isTextShown = isAsked || (isFaulty && hidden !== query);
  return { read, refusal, isTextShown, showText, hideText };
}
