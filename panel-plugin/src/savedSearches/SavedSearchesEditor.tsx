import { css } from '@emotion/css';
import type { GrafanaTheme2, StandardEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, Field, IconButton, Input, TextArea, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { LIMITS } from '../contract/constants.gen';
import { faultWords } from '../queryBar/faults';
import { useReadCondition } from '../filters/useReadCondition';
import { targetsOf } from '../frames/frameOrigin';
import { visibleText } from '../hostile/visibleText';
import type { SavedSearch } from '../options/options';
import type { PanelSource } from '../source/panelSource';
import { MAX_NAME_LENGTH, MAX_SAVED } from './savedSearch';

/** Milliseconds without a key press after which faults are looked for. */
const CHECK_PAUSE_MS = 500;

/** The searches that the panel offers to everyone, in the panel editor. */
export default function SavedSearchesEditor({ value, onChange, context }: StandardEditorProps<SavedSearch[]>) {
  const searches = Array.isArray(value) ? value : [];
  const uid = targetsOf({ series: context.data })[0]?.datasource?.uid;
  const source = useMemo<PanelSource | undefined>(
    () => (uid === undefined ? undefined : { ref: { uid }, scopedVars: undefined }),
    [uid]
  );
  const replace = (index: number, changed: SavedSearch[]) => {
    onChange([...searches.slice(0, index), ...changed, ...searches.slice(index + 1)]);
  };
  return (
    <>
      {searches.map((search, index) => (
        <SearchFields
          key={index}
          number={index + 1}
          search={search}
          isTaken={searches.findIndex(({ name }) => name === search.name) < index}
          source={source}
          onChange={(changed) => {
            replace(index, [changed]);
          }}
          onRemove={() => {
            replace(index, []);
          }}
        />
      ))}
      {searches.length < MAX_SAVED && (
        <Button
          size="sm"
          variant="secondary"
          icon="plus"
          onClick={() => {
            onChange([...searches, { name: newName(searches), query: '' }]);
          }}
        >
          {t('saved-searches.add', 'Add search')}
        </Button>
      )}
    </>
  );
}

function newName(searches: readonly SavedSearch[]): string {
  const names = new Set(searches.map(({ name }) => name));
  for (let number = searches.length + 1; ; number++) {
    const name = t('saved-searches.default-name', 'Search {{number}}', { number });
    if (!names.has(name)) {
      return name;
    }
  }
}

interface FieldsProps {
  number: number;
  search: SavedSearch;
  isTaken: boolean;
  source: PanelSource | undefined;
  onChange: (search: SavedSearch) => void;
  onRemove: () => void;
}

function SearchFields({ number, search, isTaken, source, onChange, onRemove }: FieldsProps) {
  const styles = useStyles2(getStyles);
  const fault = useReadCondition(source, search.query, CHECK_PAUSE_MS)?.answer?.diagnostics[0];
  const numbered = { number };
  return (
    <div role="group" aria-label={t('saved-searches.search', 'Search {{number}}', numbered)} className={styles.search}>
      <div className={styles.head}>
        <Field noMargin invalid={isTaken} error={t('saved-searches.taken', 'Another search has this name.')}>
          <Input
            aria-label={t('saved-searches.name-of', 'Name of search {{number}}', numbered)}
            maxLength={MAX_NAME_LENGTH}
            value={search.name}
            onChange={({ currentTarget }) => {
              onChange({ ...search, name: currentTarget.value });
            }}
          />
        </Field>
        <IconButton
          name="trash-alt"
          aria-label={t('saved-searches.remove', 'Remove search {{number}}', numbered)}
          onClick={onRemove}
        />
      </div>
      <Field noMargin invalid={fault !== undefined} error={fault && visibleText(faultWords(fault))}>
        <TextArea
          aria-label={t('saved-searches.query-of', 'Condition of search {{number}}', numbered)}
          placeholder={t('query-bar.placeholder', 'status:failed AND duration > 5s')}
          maxLength={LIMITS.QueryText.maxLength}
          rows={2}
          spellCheck={false}
          value={search.query}
          onChange={({ currentTarget }) => {
            onChange({ ...search, query: currentTarget.value });
          }}
        />
      </Field>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  search: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    marginBottom: theme.spacing(1.5),
  }),
  head: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), '& > :first-child': { flex: 1 } }),
});
