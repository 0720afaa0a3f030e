import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, Input, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React, { useId, useState } from 'react';
import type { SavedSearch } from '../options/options';
import { hasName, isWorthSaving, MAX_NAME_LENGTH, MAX_SAVED, type SearchedView, searchOf } from './savedSearch';

/** Kept for this viewer in the browser, or in the panel's options for all viewers. */
type SavePlace = 'viewer' | 'panel';

interface Props {
  view: SearchedView;
  mine: readonly SavedSearch[];
  ofPanel: readonly SavedSearch[];
  canSaveInPanel: boolean;
  onSave: (search: SavedSearch, place: SavePlace) => void;
}

/** Saves what is shown now under a name. */
export function SaveForm({ view, mine, ofPanel, canSaveInPanel, onSave }: Props) {
  const styles = useStyles2(getStyles);
  const noteId = useId();
  const [name, setName] = useState('');
  const [place, setPlace] = useState<SavePlace>('viewer');
  const list = place === 'panel' ? ofPanel : mine;
  const replaces = hasName(list, name);
  const isFull = !replaces && list.length >= MAX_SAVED;
  const canSave = isWorthSaving(view) && name.trim() !== '' && !isFull;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave) {
          onSave(searchOf(name, view), place);
          setName('');
        }
      }}
    >
      <div className={styles.row}>
        <Input
          aria-label={t('saved-searches.name', 'Name')}
          aria-describedby={noteId}
          placeholder={t('saved-searches.name-hint', 'Name for what is shown now')}
          maxLength={MAX_NAME_LENGTH}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        <Button type="submit" size="md" variant="secondary" disabled={!canSave}>
          {replaces ? t('saved-searches.replace', 'Replace') : t('saved-searches.save', 'Save')}
        </Button>
      </div>
      {canSaveInPanel && (
        <RadioButtonGroup
          size="sm"
          aria-label={t('saved-searches.place', 'Where it is saved')}
          options={[
            { value: 'viewer' as const, label: t('saved-searches.for-me', 'For me') },
            { value: 'panel' as const, label: t('saved-searches.for-everyone', 'In this panel') },
          ]}
          value={place}
          onChange={setPlace}
        />
      )}
      <span id={noteId} className={styles.note} role="status">
        {noteWords(isWorthSaving(view), isFull, canSaveInPanel)}
      </span>
    </form>
  );
}

function noteWords(isWorth: boolean, isFull: boolean, canSaveInPanel: boolean): string {
  if (!isWorth) {
    return t('saved-searches.nothing', 'Search, filter or sort first; then it can be saved here.');
  }
  if (isFull) {
    return t('saved-searches.full', 'There is no room for more searches. Delete one first.');
  }
  return canSaveInPanel
    ? t('saved-searches.with-dashboard', 'Searches in this panel are saved with the dashboard.')
    : t('saved-searches.edit-first', 'To save one for everyone, edit the panel.');
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    paddingTop: theme.spacing(1.5),
    borderTop: `1px solid ${theme.colors.border.weak}`,
  }),
  row: css({ display: 'flex', alignSelf: 'stretch', gap: theme.spacing(1) }),
  note: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
