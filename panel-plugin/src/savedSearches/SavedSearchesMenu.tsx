import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import type { SavedSearch } from '../options/options';
import { Popover } from '../popover/Popover';
import type { PanelSource } from '../source/panelSource';
import type { ViewStateHandle } from '../state/useViewState';
import { useStoredValue } from '../viewerStorage/storedValue';
import {
  isShown,
  readSavedSearches,
  shippedSearches,
  viewOf,
  withoutSaved,
  withRenamed,
  withSaved,
} from './savedSearch';
import { SavedSearchRow } from './SavedSearchRow';
import { SaveForm } from './SaveForm';
import { searchFault } from './searchFault';
import { shareLink } from './shareLink';
import { viewerSearches } from './viewerSearches';

interface Props {
  anchor: HTMLElement;
  source: PanelSource | null;
  state: ViewStateHandle;
  ofPanel: SavedSearch[];
  onPanelChange: ((searches: SavedSearch[]) => void) | undefined;
  onClose: () => void;
}

interface Group {
  id: string;
  title: string;
  searches: SavedSearch[];
  /** Missing when they cannot be changed here. */
  save?: (searches: SavedSearch[]) => void;
}

/** Saved searches: those of this viewer, those of the panel and those that come with it. */
export default function SavedSearchesMenu({ anchor, source, state, ofPanel, onPanelChange, onClose }: Props) {
  const styles = useStyles2(getStyles);
  const mine = useStoredValue(viewerSearches);
  const [failure, setFailure] = useState<{ key: string; words: string }>();
  const [isLost, setLost] = useState(false);
  const saveMine = (searches: SavedSearch[]) => {
    setLost(!viewerSearches.write(searches));
  };
  const shared = readSavedSearches(ofPanel);
  const groups: Group[] = [
    { id: 'mine', title: t('saved-searches.mine', 'Mine, in this browser'), searches: mine, save: saveMine },
    {
      id: 'panel',
      title: t('saved-searches.panel', 'Of this panel, for everyone'),
      searches: shared,
      ...(onPanelChange && { save: onPanelChange }),
    },
    { id: 'shipped', title: t('saved-searches.shipped', 'Built in'), searches: shippedSearches() },
  ];
  const load = async (key: string, search: SavedSearch) => {
    const words = await searchFault(source, search);
    if (words === undefined) {
      state.change(viewOf(search));
      onClose();
    } else {
      setFailure({ key, words });
    }
  };
  return (
    <Popover title={t('saved-searches.button', 'Saved searches')} anchor={anchor} width={420} onClose={onClose}>
      {groups
        .filter(({ searches }) => searches.length > 0)
        .map(({ id, title, searches, save }) => (
          <section key={id} aria-label={title}>
            <h3 className={styles.group}>{title}</h3>
            <ul className={styles.list}>
              {searches.map((search) => {
                const key = `${id}-${search.name}`;
                return (
                  <SavedSearchRow
                    key={key}
                    search={search}
                    isShown={isShown(search, state.view)}
                    failure={failure?.key === key ? failure.words : undefined}
                    onLoad={() => void load(key, search)}
                    link={() => shareLink(state.parametersOf(viewOf(search)))}
                    takenNames={searches}
                    onRename={
                      save &&
                      ((name) => {
                        save(withRenamed(searches, search.name, name));
                      })
                    }
                    onDelete={
                      save &&
                      (() => {
                        save(withoutSaved(searches, search.name));
                      })
                    }
                  />
                );
              })}
            </ul>
          </section>
        ))}
      <SaveForm
        view={state.view}
        mine={mine}
        ofPanel={shared}
        canSaveInPanel={onPanelChange !== undefined}
        onSave={(search, place) => {
          if (place === 'panel') {
            onPanelChange?.(withSaved(shared, search));
          } else {
            saveMine(withSaved(mine, search));
          }
        }}
      />
      {isLost && (
        <p role="alert" className={styles.lost}>
          {t('saved-searches.not-kept', 'This browser keeps nothing for this page, so the search was not saved.')}
        </p>
      )}
    </Popover>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  group: css({
    margin: theme.spacing(0, 0, 0.5),
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
  }),
  list: css({ listStyle: 'none', margin: theme.spacing(0, 0, 1.5) }),
  lost: css({ color: theme.colors.error.text }),
});
