import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React, { memo, useState } from 'react';
import { visibleText } from '../../hostile/visibleText';
import { formatCount } from '../../view/formats';

/** Characters put into the page at a time. Browsers lay out this much without a noticeable stop. */
export const TEXT_STEP = 200_000;

/** Text of any length with its white space kept, the rest of it on request. */
export function LargeText({ text, label }: { text: string; label: string }) {
  const styles = useStyles2(getStyles);
  const [steps, setSteps] = useState(1);
  const parts = partsOf(text, steps);
  const shown = parts.reduce((sum, part) => sum + part.length, 0);
  return (
    <div>
      <pre className={styles.text} tabIndex={0} role="region" aria-label={label}>
        {parts.map((part, index) => (
          <Part key={index} text={part} />
        ))}
      </pre>
      {shown < text.length && (
        <div className={styles.more}>
          <span>
            {t('payload.shown-of', 'First {{shown}} of {{total}} characters shown.', {
              shown: formatCount(shown),
              total: formatCount(text.length),
            })}
          </span>
          <Button
            size="sm"
            variant="secondary"
            onClick={() => {
              setSteps(steps + 1);
            }}
          >
            {t('payload.show-more', 'Show more')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Kept between renders, so that showing more lays out only what is new. */
const Part = memo(function Part({ text }: { text: string }) {
  return <span>{visibleText(text)}</span>;
});

function partsOf(text: string, steps: number): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let step = 0; step < steps && start < text.length; step += 1) {
    const end = cutAt(text, start + TEXT_STEP);
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}

/** Not between the halves of a surrogate pair, nor between carriage return and line feed. */
function cutAt(text: string, end: number): number {
  return end < text.length && /[\uD800-\uDBFF\r]/.test(text.charAt(end - 1)) ? end - 1 : Math.min(end, text.length);
}

const getStyles = (theme: GrafanaTheme2) => ({
  text: css({
    maxHeight: theme.spacing(60),
    overflow: 'auto',
    margin: 0,
    padding: theme.spacing(1),
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.primary,
    background: theme.colors.background.canvas,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  more: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    paddingTop: theme.spacing(1),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
