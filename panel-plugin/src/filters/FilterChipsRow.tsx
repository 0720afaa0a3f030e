import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, Icon, useStyles2 } from '@grafana/ui';
import React, { Fragment, useState } from 'react';
import { errorWords } from '../errors/errorWords';
import { visibleText } from '../hostile/visibleText';
import type { PanelSource } from '../source/panelSource';
import type { ViewState } from '../state/viewState';
import { type FilterChip, type FilterChips, NOTHING_FILTERED } from './chips';
import { writeCondition } from './conditionReader';

interface Props extends FilterChips {
  source: PanelSource | null;
  onChange: (change: Partial<ViewState>) => void;
  onEditText: () => void;
}

/** What is selected, in words. Each part can be taken away. */
export function FilterChipsRow({ chips, joinedByOr, source, onChange, onEditText }: Props) {
  const styles = useStyles2(getStyles);
  const [failure, setFailure] = useState<unknown>();
  const remove = async ({ without }: FilterChip) => {
    setFailure(undefined);
    if ('change' in without) {
      onChange(without.change);
      return;
    }
    try {
      onChange({ query: await writeCondition(source, without.steps) });
    } catch (error) {
      setFailure(error);
    }
  };
  const steps = chips.filter(({ without }) => 'steps' in without);
  return (
    <div className={styles.row} role="group" aria-label={t('filters.active', 'Active filters')}>
      {chips.map((chip) => (
        <Fragment key={chip.id}>
          {joinedByOr && steps.indexOf(chip) > 0 && <span className={styles.or}>{t('filters.or', 'OR')}</span>}
          <span className={styles.chip}>
            {chip.isText === true ? (
              <button
                type="button"
                className={styles.text}
                title={t('filters.edit-text', 'Edit as text')}
                onClick={onEditText}
              >
                {visibleText(chip.words)}
              </button>
            ) : (
              <span className={styles.words}>{visibleText(chip.words)}</span>
            )}
            <button
              type="button"
              className={styles.remove}
              aria-label={t('filters.remove', 'Remove filter {{words}}', {
                words: visibleText(chip.words),
                interpolation: { escapeValue: false },
              })}
              onClick={() => void remove(chip)}
            >
              <Icon name="times" size="sm" />
            </button>
          </span>
        </Fragment>
      ))}
      {chips.some(({ id }) => id !== 'model') && (
        <Button
          size="sm"
          fill="text"
          variant="secondary"
          onClick={() => {
            onChange(NOTHING_FILTERED);
          }}
        >
          {t('filters.clear-all', 'Clear all')}
        </Button>
      )}
      {failure !== undefined && (
        <span role="alert" className={styles.failure}>
          {errorWords(failure)}
        </span>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const bare = { border: 0, background: 'none', padding: 0, color: 'inherit', font: 'inherit' };
  return {
    row: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.5) }),
    or: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
    chip: css({
      display: 'inline-flex',
      alignItems: 'center',
      maxWidth: '100%',
      minHeight: 24,
      background: theme.colors.background.secondary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.pill,
      paddingLeft: theme.spacing(1),
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    words: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
    text: css({
      ...bare,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      fontFamily: theme.typography.fontFamilyMonospace,
    }),
    remove: css({
      ...bare,
      display: 'inline-flex',
      alignItems: 'center',
      justifyContent: 'center',
      width: 24,
      height: 24,
      flexShrink: 0,
      color: theme.colors.text.secondary,
      '&:hover': { color: theme.colors.text.primary },
    }),
    failure: css({ color: theme.colors.error.text }),
  };
};
