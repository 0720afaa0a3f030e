import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { formatDuration } from '../../view/formats';
import { Facts, shortText } from '../Facts';
import { entryFacts, fact, known, type Fact } from '../fact';
import { useSteps } from '../useSteps';
import { ownTimeMs } from './ownTime';
import type { Span, SpanNode, SpanTree } from './spanTree';

/** Events put into the page at a time. */
const EVENT_STEP = 50;

type SpanEvent = NonNullable<Span['events']>[number];

/** Times, attributes and events of one span. */
export function SpanDetails({ node, tree }: { node: SpanNode; tree: SpanTree }) {
  const styles = useStyles2(getStyles);
  const { span } = node;
  const attributes = entryFacts(span.attributes ?? {});
  const events = span.events ?? [];
  const { shown, more } = useSteps(events, EVENT_STEP);
  return (
    <div className={styles.details} role="region" aria-label={t('spans.details', 'Details of the span')}>
      <h5 className={styles.name}>{shortText(span.name)}</h5>
      <Facts facts={spanFacts(node, tree)} />
      {attributes.length > 0 && (
        <>
          <h6 className={styles.title}>{t('spans.attributes', 'Attributes')}</h6>
          <Facts facts={attributes} />
        </>
      )}
      {events.length > 0 && (
        <>
          <h6 className={styles.title}>{t('spans.event-list', 'Events')}</h6>
          {shown.map((event, index) => (
            <EventItem key={index} event={event} startMs={node.startMs} />
          ))}
          {more}
        </>
      )}
    </div>
  );
}

function spanFacts(node: SpanNode, tree: SpanTree): Fact[] {
  const { span } = node;
  const ownMs = ownTimeMs(node);
  return known([
    fact(t('spans.duration', 'Duration'), formatDuration(node.durationMs)),
    ...(ownMs === null || node.durationMs === null
      ? []
      : [
          fact(t('spans.own-time', 'Own time'), formatDuration(ownMs)),
          fact(
            t('spans.children-time', 'In child spans'),
            node.children.length === 0 ? '' : formatDuration(node.durationMs - ownMs)
          ),
        ]),
    fact(t('spans.start', 'Starts after'), formatDuration(node.startMs - tree.startMs)),
    fact(t('spans.status', 'Status'), statusText(span)),
    fact(t('spans.status-message', 'Status message'), span.status_message),
    fact(t('spans.service', 'Service'), span.service),
    fact(t('spans.kind', 'Kind'), span.kind),
    fact(t('spans.span-id', 'Span ID'), span.span_id),
  ]);
}

function statusText({ status_code: status }: Span): string {
  if (status === 'error') {
    return t('spans.status-error', 'Error');
  }
  return status === 'ok' ? t('spans.status-ok', 'OK') : '';
}

function EventItem({ event, startMs }: { event: SpanEvent; startMs: number }) {
  const styles = useStyles2(getStyles);
  const [isOpen, setOpen] = useState(false);
  const facts = entryFacts(event.attributes ?? {});
  const afterMs = Date.parse(event.time) - startMs;
  const after = Number.isNaN(afterMs)
    ? shortText(event.time)
    : t('spans.event-after', 'after {{time}}', { time: formatDuration(afterMs) });
  const line = (
    <>
      <strong>{shortText(event.name)}</strong> <span className={styles.after}>{after}</span>
    </>
  );
  return facts.length === 0 ? (
    <div className={styles.plainEvent}>{line}</div>
  ) : (
    <details
      onToggle={(toggle) => {
        setOpen(toggle.currentTarget.open);
      }}
    >
      <summary className={styles.event}>{line}</summary>
      {isOpen && (
        <div className={styles.opened}>
          <Facts facts={facts} />
        </div>
      )}
    </details>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  details: css({
    marginTop: theme.spacing(1),
    padding: theme.spacing(1, 1.5),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
  name: css({ margin: theme.spacing(0, 0, 0.5), overflowWrap: 'anywhere' }),
  title: css({ margin: theme.spacing(1.5, 0, 0.5), fontSize: theme.typography.bodySmall.fontSize }),
  event: css({ cursor: 'pointer', overflowWrap: 'anywhere', padding: theme.spacing(0.25, 0) }),
  plainEvent: css({ overflowWrap: 'anywhere', padding: theme.spacing(0.25, 0, 0.25, 2) }),
  after: css({ color: theme.colors.text.secondary }),
  opened: css({ padding: theme.spacing(0.5, 2) }),
});
