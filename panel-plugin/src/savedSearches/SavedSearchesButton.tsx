import { t } from '@grafana/i18n';
import { Button } from '@grafana/ui';
import React, { lazy, Suspense, useState } from 'react';
import type { SavedSearch } from '../options/options';
import type { PanelSource } from '../source/panelSource';
import type { ViewStateHandle } from '../state/useViewState';

const SavedSearchesMenu = lazy(() => import('./SavedSearchesMenu'));

interface Props {
  source: PanelSource | null;
  state: ViewStateHandle;
  /** Those of the panel's options. */
  ofPanel: SavedSearch[];
  /** Saves those of the panel; undefined unless the panel is being edited, when Grafana keeps changed options. */
  onPanelChange: ((searches: SavedSearch[]) => void) | undefined;
}

/** Opens the list of saved searches. */
export function SavedSearchesButton({ source, state, ofPanel, onPanelChange }: Props) {
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        ref={setAnchor}
        icon="star"
        variant="secondary"
        fill="outline"
        aria-label={t('saved-searches.button', 'Saved searches')}
        tooltip={t('saved-searches.button', 'Saved searches')}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
        }}
      />
      {isOpen && anchor && (
        <Suspense fallback={null}>
          <SavedSearchesMenu
            anchor={anchor}
            source={source}
            state={state}
            ofPanel={ofPanel}
            onPanelChange={onPanelChange}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
