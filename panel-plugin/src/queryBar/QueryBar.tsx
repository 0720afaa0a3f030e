import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeRange } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, Icon, IconButton, useStyles2 } from '@grafana/ui';
import React, { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { visibleText } from '../hostile/visibleText';
import type { Narrowing } from '../filters/narrowing';
import type { PanelSource } from '../source/panelSource';
import { activeIndexAfter } from '../suggestions/activeIndex';
import { suggestionId } from '../suggestions/suggestion';
import SuggestionList from '../suggestions/SuggestionList';
import { visuallyHidden } from '../view/visuallyHidden';
import { listItem } from './completion';
import { segmentsOf } from './faults';
import { MarkedTextarea } from './MarkedTextarea';
import { useQueryText } from './useQueryText';

interface Props {
  source: PanelSource | null;
  range: TimeRange;
  /** What holds besides the condition. */
  narrowing: Narrowing;
  /** The condition that is applied. */
  query: string;
  /** Why the trace server refuses the condition that is applied. */
  refusal: string | undefined;
  onApply: (query: string) => void;
  onClose: () => void;
}

/** The condition as text: Enter applies it unless it has a fault, Escape goes back to the one that is applied. */
export default function QueryBar({ source, range, narrowing, query, refusal, onApply, onClose }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const listId = `${id}-list`;
  const field = useRef<HTMLTextAreaElement>(null);
  const condition = useQueryText(field, { source, range, narrowing, query, onApply });
  const { edited, faults, suggestions } = condition;
  const { text } = edited;
  const [choice, setChoice] = useState({ of: edited, index: -1 });
  // Other text has other suggestions.
  const active = choice.of === edited ? choice.index : -1;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const isListed = suggestions.length > 0;
  const isChanged = text !== query;

  useEffect(() => {
    field.current?.focus();
  }, []);

  const escape = () => {
    if (isListed) {
      condition.setListWanted(false);
    } else if (isChanged) {
      condition.revert();
    } else {
      onClose();
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const moved = activeIndexAfter(event.key, active, suggestions.length);
    if (moved !== undefined) {
      event.preventDefault();
      setChoice({ of: edited, index: moved });
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (active >= 0) {
        condition.complete(active);
      } else {
        void condition.apply();
      }
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      escape();
    } else if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      condition.setListWanted(true);
    }
  };

  const said = condition.fault ?? (isChanged ? undefined : refusal);
  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        <div ref={setAnchor} className={styles.field}>
          <MarkedTextarea
            fieldRef={field}
            segments={segmentsOf(text, faults)}
            isInvalid={said !== undefined}
            aria-label={t('query-bar.label', 'Condition')}
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls={isListed ? listId : undefined}
            aria-activedescendant={active >= 0 ? suggestionId(listId, active) : undefined}
            aria-invalid={said !== undefined}
            aria-describedby={`${id}-said`}
            placeholder={t('query-bar.placeholder', 'status:failed AND duration > 5s')}
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            value={text}
            onChange={({ currentTarget: { value, selectionStart } }) => {
              condition.edit({ text: value, caret: selectionStart });
            }}
            onSelect={({ currentTarget: { value, selectionStart } }) => {
              if (selectionStart !== edited.caret && value === text) {
                condition.moveCaret(selectionStart);
              }
            }}
            onClick={() => {
              condition.setListWanted(true);
            }}
            onBlur={() => {
              condition.setListWanted(false);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <Button size="sm" onClick={() => void condition.apply()} disabled={!isChanged}>
          {t('query-bar.apply', 'Apply')}
        </Button>
        <IconButton name="times" aria-label={t('query-bar.close', 'Close the query bar')} onClick={onClose} />
      </div>
      <div id={`${id}-said`} aria-live="polite" className={styles.said}>
        {said !== undefined && (
          <span className={styles.fault}>
            <Icon name="exclamation-triangle" size="sm" /> {visibleText(said)}
          </span>
        )}
        {said === undefined && isChanged && t('query-bar.keys', 'Enter applies, Escape goes back.')}
      </div>
      <span aria-live="polite" className={visuallyHidden}>
        {isListed &&
          t('query-bar.suggestions', '', {
            count: suggestions.length,
            defaultValue_one: '{{count}} suggestion, arrow down to choose it',
            defaultValue_other: '{{count}} suggestions, arrow down to choose one',
          })}
      </span>
      {isListed && anchor && (
        <SuggestionList
          id={listId}
          label={t('query-bar.list', 'Suggestions')}
          anchor={anchor}
          items={suggestions.map(listItem)}
          active={active}
          onPick={condition.complete}
        />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5) }),
  line: css({ display: 'flex', alignItems: 'flex-start', gap: theme.spacing(1) }),
  field: css({ flex: 1, minWidth: 0 }),
  // One line is always there, so that nothing jumps while one types.
  said: css({
    minHeight: '1.5em',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  fault: css({ color: theme.colors.error.text }),
});
