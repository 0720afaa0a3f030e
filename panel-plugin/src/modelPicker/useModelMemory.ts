import { useEffect } from 'react';
import type { PanelSource } from '../source/panelSource';
import type { ViewStateHandle } from '../state/useViewState';
import { lastModel, rememberModel } from './lastModel';

interface Setup {
  askForModel: boolean;
  source: PanelSource | null | undefined;
  state: ViewStateHandle;
}

/**
 * Shows the model of the last visit again where none is chosen, and remembers the one that is shown. A link that says
 * what to look for is shown as it is.
 * @returns whether a model must be chosen first
 */
export function useModelMemory({ askForModel, source, state }: Setup): boolean {
  const { view, change } = state;
  const uid = source?.ref?.uid;
  const isOpen = askForModel && view.model === '' && view.search === '' && view.query === '' && !view.live;
  const before = isOpen && uid !== undefined ? lastModel(uid) : undefined;

  useEffect(() => {
    if (before !== undefined) {
      change({ model: before }, 'replace');
    }
  }, [before, change]);

  useEffect(() => {
    if (askForModel && uid !== undefined && view.model !== '') {
      rememberModel(uid, view.model);
    }
  }, [askForModel, uid, view.model]);

  return isOpen && before === undefined;
}
