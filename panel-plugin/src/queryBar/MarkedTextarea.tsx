import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ComponentPropsWithoutRef, type Ref } from 'react';
import type { Segment } from './faults';

interface Props extends ComponentPropsWithoutRef<'textarea'> {
  /** React 18 hands no `ref` on. */
  fieldRef: Ref<HTMLTextAreaElement>;
  segments: Segment[];
  isInvalid: boolean;
}

/**
 * A text field that grows with its text and underlines parts of it. The browser's own text field does the editing, so
 * typing never waits for anything; the same text lies behind it, invisible but for the underlines, and gives the height.
 */
export function MarkedTextarea({ fieldRef, segments, isInvalid, ...field }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={cx(styles.box, isInvalid && styles.invalid)}>
      <div className={styles.grid}>
        <div aria-hidden className={cx(styles.text, styles.behind)}>
          {segments.map(({ text, isFault }, index) => (
            <span key={index} className={isFault ? styles.fault : undefined}>
              {text}
            </span>
          ))}
          {/* A line end at the end of the text has no height without something behind it. */}
          {'\u200b'}
        </div>
        <textarea {...field} ref={fieldRef} rows={1} className={cx(styles.text, styles.field)} />
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    maxHeight: 180,
    overflowY: 'auto',
    background: theme.components.input.background,
    border: `1px solid ${theme.components.input.borderColor}`,
    borderRadius: theme.shape.radius.default,
    '&:focus-within': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -1 },
  }),
  invalid: css({ borderColor: theme.colors.error.border }),
  grid: css({ display: 'grid' }),
  text: css({
    gridArea: '1 / 1',
    margin: 0,
    border: 0,
    padding: theme.spacing(0.75, 1),
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: 1.5,
    letterSpacing: 'normal',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    tabSize: 4,
    minWidth: 0,
  }),
  behind: css({ color: 'transparent', pointerEvents: 'none', userSelect: 'none' }),
  field: css({
    resize: 'none',
    overflow: 'hidden',
    background: 'transparent',
    color: theme.components.input.text,
    // The box around it shows the focus.
    '&:focus, &:focus-visible': { outline: 'none', boxShadow: 'none' },
    '&::placeholder': { color: theme.colors.text.disabled, whiteSpace: 'nowrap' },
  }),
  fault: css({ textDecoration: `underline wavy ${theme.colors.error.text}`, textUnderlineOffset: 3 }),
});
