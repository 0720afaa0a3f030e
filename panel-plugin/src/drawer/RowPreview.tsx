import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { visibleText } from '../hostile/visibleText';
import { Section } from './Section';
import type { SectionId } from './sections/sectionIds';

/** What the table knows of a trace's payloads: the beginnings of their texts. */
export interface PayloadPreview {
  input: string;
  output: string;
}

/** The beginnings of input and output at once, until the trace is there. */
export function RowPreview({ preview, hidden }: { preview: PayloadPreview; hidden: ReadonlySet<SectionId> }) {
  const styles = useStyles2(getStyles);
  return (
    <div aria-busy>
      {preview.input !== '' && !hidden.has('input') && (
        <Section title={t('payload.input', 'Input')}>
          <p className={styles.text}>{visibleText(preview.input)}</p>
        </Section>
      )}
      {preview.output !== '' && !hidden.has('output') && (
        <Section title={t('payload.output', 'Output')}>
          <p className={styles.text}>{visibleText(preview.output)}</p>
        </Section>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  text: css({
    margin: 0,
    padding: theme.spacing(1),
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    unicodeBidi: 'isolate',
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    background: theme.colors.background.canvas,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
});
