import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { IconButton, Input, useStyles2 } from '@grafana/ui';
import React, { type KeyboardEvent, type RefObject } from 'react';
import { formatCount } from '../../../view/formats';
import type { SearchState } from './useSearch';

interface Props {
  /** Input or output, as the user reads it. */
  title: string;
  needle: string;
  setNeedle: (needle: string) => void;
  state: SearchState;
  field: RefObject<HTMLInputElement | null>;
  /** After Escape, which leaves the search and nothing else. */
  onLeave: () => void;
}

/** Looks for a text within a payload: Enter goes to the next match, with Shift to the previous one. */
export function PayloadSearchField({ title, needle, setNeedle, state, field, onLeave }: Props) {
  const styles = useStyles2(getStyles);
  const { search, index, isRunning, go } = state;
  const count = search?.count ?? 0;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      event.nativeEvent.stopImmediatePropagation();
      setNeedle('');
      onLeave();
    }
  };
  return (
    <div role="search" className={styles.search}>
      <Input
        ref={field}
        className={styles.field}
        value={needle}
        aria-label={t('payload.search-in', 'Search in {{title}}', { title: title.toLowerCase() })}
        placeholder={t('payload.search', 'Search')}
        onChange={(event) => {
          setNeedle(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      {needle !== '' && (
        <>
          <span className={styles.count} role="status">
            {countText(index + 1, count, isRunning)}
          </span>
          <IconButton
            name="angle-up"
            aria-label={t('payload.previous-match', 'Previous match (Shift+Enter)')}
            disabled={count === 0}
            onClick={() => {
              go(-1);
            }}
          />
          <IconButton
            name="angle-down"
            aria-label={t('payload.next-match', 'Next match (Enter)')}
            disabled={count === 0}
            onClick={() => {
              go(1);
            }}
          />
        </>
      )}
    </div>
  );
}

function countText(position: number, count: number, isRunning: boolean): string {
  if (count === 0) {
    return isRunning ? t('payload.searching', 'Searching…') : t('payload.no-match', 'No match');
  }
  const values = { position: formatCount(position), total: formatCount(count) };
  return isRunning
    ? t('payload.matches-so-far', '{{position}} of {{total}} or more', values)
    : t('payload.matches', '{{position}} of {{total}}', values);
}

const getStyles = (theme: GrafanaTheme2) => ({
  search: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5), flexWrap: 'wrap' }),
  field: css({ width: theme.spacing(20), height: theme.spacing(3) }),
  // Clear of the ring around the field that has the focus.
  count: css({
    marginLeft: theme.spacing(0.5),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
  }),
});
