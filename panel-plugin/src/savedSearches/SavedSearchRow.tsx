import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, ClipboardButton, FieldValidationMessage, IconButton, Input, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { visibleText } from '../hostile/visibleText';
import type { SavedSearch } from '../options/options';
import { hasName, MAX_NAME_LENGTH, searchWords } from './savedSearch';

interface Props {
  search: SavedSearch;
  isShown: boolean;
  /** Why it could not be loaded. */
  failure: string | undefined;
  onLoad: () => void;
  /** Address that shows a colleague the same. */
  link: () => string;
  /** The list it is in: names are given once. */
  takenNames: readonly SavedSearch[];
  onRename: ((name: string) => void) | undefined;
  onDelete: (() => void) | undefined;
}

/** One saved search. */
export function SavedSearchRow(props: Props) {
  const { search, isShown, failure, onLoad, link, takenNames, onRename, onDelete } = props;
  const styles = useStyles2(getStyles);
  const [newName, setNewName] = useState<string>();
  const name = visibleText(search.name);
  const named = { name, interpolation: { escapeValue: false } };
  if (newName !== undefined && onRename) {
    const isTaken = newName.trim() !== search.name && hasName(takenNames, newName);
    return (
      <li>
        <form
          className={styles.row}
          onSubmit={(event) => {
            event.preventDefault();
            if (!isTaken) {
              onRename(newName);
              setNewName(undefined);
            }
          }}
        >
          <Input
            autoFocus
            aria-label={t('saved-searches.new-name', 'New name of {{name}}', named)}
            invalid={isTaken}
            maxLength={MAX_NAME_LENGTH}
            value={newName}
            onChange={(event) => {
              setNewName(event.currentTarget.value);
            }}
          />
          <Button type="submit" size="sm" disabled={newName.trim() === '' || isTaken}>
            {t('saved-searches.rename-done', 'Rename')}
          </Button>
          <Button
            size="sm"
            fill="text"
            onClick={() => {
              setNewName(undefined);
            }}
          >
            {t('saved-searches.cancel', 'Cancel')}
          </Button>
        </form>
        {isTaken && (
          <FieldValidationMessage>{t('saved-searches.taken', 'Another search has this name.')}</FieldValidationMessage>
        )}
      </li>
    );
  }
  return (
    <li>
      <div className={styles.row}>
        <button type="button" className={styles.load} aria-current={isShown || undefined} onClick={onLoad}>
          <span className={styles.name}>{name}</span>
          <span className={styles.query}>{visibleText(searchWords(search))}</span>
        </button>
        <ClipboardButton
          size="sm"
          fill="text"
          variant="secondary"
          icon="share-alt"
          aria-label={t('saved-searches.copy-link', 'Copy a link to {{name}}', named)}
          getText={link}
        />
        {onRename && (
          <IconButton
            name="pen"
            aria-label={t('saved-searches.rename', 'Rename {{name}}', named)}
            onClick={() => {
              setNewName(search.name);
            }}
          />
        )}
        {onDelete && (
          <IconButton
            name="trash-alt"
            aria-label={t('saved-searches.delete', 'Delete {{name}}', named)}
            onClick={onDelete}
          />
        )}
      </div>
      {failure !== undefined && <FieldValidationMessage>{visibleText(failure)}</FieldValidationMessage>}
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) }),
  load: css({
    flex: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    padding: theme.spacing(0.5, 1),
    border: 0,
    borderRadius: theme.shape.radius.default,
    background: 'none',
    textAlign: 'left',
    '&:hover': { background: theme.colors.action.hover },
    '&[aria-current]': { background: theme.colors.action.selected },
  }),
  name: css({ maxWidth: '100%', overflowWrap: 'anywhere' }),
  query: css({
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: theme.colors.text.secondary,
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
