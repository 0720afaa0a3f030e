import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo, useState } from 'react';
import type { components } from '../../contract/api.gen';
import { words } from '../../words';
import { formatDuration } from '../../view/formats';
import { Facts, Section, shortText } from '../Section';
import { spanRows } from './spanRows';
import { entryFacts, fact } from '../traceFacts';
import { useSteps } from '../useSteps';

type Span = components['schemas']['Span'];

/** Spans put into the page at a time. */
const SPAN_STEP = 100;

/** Events of one span put into the page at a time. */
const EVENT_STEP = 50;

/** Deeper spans are indented no further, so that they stay readable. */
const MAX_INDENT_LEVELS = 12;

/** The spans as an outline; each opens to its attributes and events. */
export function SpansSection({ spans }: { spans: Span[] }) {
  const styles = useStyles2(getStyles);
  const rows = useMemo(() => spanRows(spans), [spans]);
  const { shown, more } = useSteps(rows, SPAN_STEP);
  return (
    <Section title={words.sections.spans(spans.length)}>
      <ul className={styles.list}>
        {shown.map(({ span, depth }, index) => (
          <li key={index} style={{ marginInlineStart: `${Math.min(depth, MAX_INDENT_LEVELS)}em` }}>
            <SpanItem span={span} />
          </li>
        ))}
      </ul>
      {more}
    </Section>
  );
}

function SpanItem({ span }: { span: Span }) {
  const styles = useStyles2(getStyles);
  const [isOpen, setOpen] = useState(false);
  const status = words.sections.spanStatus[span.status_code ?? 'unset'];
  const line = [span.service, formatDuration(span.duration_ms), status, span.status_message]
    .filter(Boolean)
    .join(' · ');
  return (
    <details
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary className={styles.summary}>
        <strong>{shortText(span.name)}</strong> {shortText(line)}
      </summary>
      {isOpen && <SpanContent span={span} />}
    </details>
  );
}

function SpanContent({ span }: { span: Span }) {
  const styles = useStyles2(getStyles);
  const { shown, more } = useSteps(span.events ?? [], EVENT_STEP);
  return (
    <div className={styles.opened}>
      <Facts facts={entryFacts(span.attributes ?? {})} />
      {shown.map((event, index) => (
        <Facts
          key={index}
          facts={[fact(words.sections.event, `${event.name} · ${event.time}`), ...entryFacts(event.attributes ?? {})]}
        />
      ))}
      {more}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0 }),
  summary: css({ cursor: 'pointer', overflowWrap: 'anywhere', padding: theme.spacing(0.25, 0) }),
  opened: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
    borderInlineStart: `2px solid ${theme.colors.border.medium}`,
  }),
});
