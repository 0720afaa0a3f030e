import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { FilterInput, LinkButton, useStyles2 } from '@grafana/ui';
import React, { useMemo, useState } from 'react';
import type { TraceDetail } from '../../detail/fetchTrace';
import { visibleText } from '../../hostile/visibleText';
import type { PanelSource } from '../../source/panelSource';
import { Section } from '../Section';
import { sourceLinks, type SourceLink } from '../links/sourceLinks';
import { SpanDetails } from './SpanDetails';
import { SpanTreeView } from './SpanTreeView';
import { spanTree, type Span, type SpanNode } from './spanTree';
import { visibleSpans } from './visibleSpans';

/** Fewer spans are read at a glance and need no search. */
const SEARCHED_FROM = 10;

interface Props {
  trace: TraceDetail;
  source: PanelSource | null | undefined;
}

/** The spans as a tree on a time line, the chosen one's details below, and ways to where the applications report to. */
export function SpansSection({ trace, source }: Props) {
  const { spans } = trace;
  const styles = useStyles2(getStyles);
  const tree = useMemo(() => spanTree(spans, (span) => isUnknown(span, trace)), [spans, trace]);
  const [closed, setClosed] = useState<ReadonlySet<SpanNode>>(new Set());
  const [search, setSearch] = useState('');
  const [selected, setSelected] = useState<SpanNode>();
  const shown = useMemo(() => visibleSpans(tree, closed, search), [tree, closed, search]);
  const links = useMemo(() => sourceLinks(source, trace), [source, trace]);
  const title = t('spans.title', 'Spans ({{number}})', { number: spans.length.toLocaleString('en-US') });
  return (
    <Section title={title} actions={<Links links={links} />}>
      {spans.length > SEARCHED_FROM && (
        <div className={styles.search}>
          <FilterInput
            value={search}
            onChange={setSearch}
            placeholder={t('spans.search', 'Search names, attributes and events')}
            aria-label={t('spans.search-label', 'Search spans')}
          />
          <span role="status" className={styles.found}>
            {shown.found !== undefined &&
              t('spans.found', '', {
                count: shown.found,
                defaultValue_one: '{{count}} span found',
                defaultValue_other: '{{count}} spans found',
              })}
          </span>
        </div>
      )}
      <SpanTreeView
        tree={tree}
        ownSpanId={trace.span_id}
        nodes={shown.nodes}
        isOpen={(node) => shown.found !== undefined || !closed.has(node)}
        selected={selected}
        onToggle={(node) => {
          setClosed(toggled(closed, node));
        }}
        onSelect={(node) => {
          setSelected(node === selected ? undefined : node);
        }}
      />
      {tree.roots.length < spans.length && (
        <p className={styles.legend}>
          {t('spans.legend', 'Bars: coloured where a span itself worked, grey where it waited for its child spans.')}
        </p>
      )}
      {selected && <SpanDetails key={selected.index} node={selected} tree={tree} />}
    </Section>
  );
}

/** A request whose duration nobody reported has a span that the trace server made of it, of no length. */
function isUnknown({ span_id, duration_ms }: Span, trace: TraceDetail): boolean {
  return trace.duration_ms === null && span_id === trace.span_id && duration_ms === 0;
}

function Links({ links }: { links: readonly SourceLink[] }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.links}>
      {links.map(({ kind, name, href }) => (
        <LinkButton
          key={kind}
          size="sm"
          variant="secondary"
          icon={kind === 'traces' ? 'gf-traces' : 'gf-logs'}
          href={href}
          target="_blank"
          rel="noopener noreferrer"
        >
          {kind === 'traces'
            ? t('spans.trace-in', 'Trace in {{name}}', nameIn(name))
            : t('spans.logs-in', 'Logs in {{name}}', nameIn(name))}
        </LinkButton>
      ))}
    </div>
  );
}

function nameIn(name: string) {
  return { name: visibleText(name), interpolation: { escapeValue: false } };
}

function toggled(closed: ReadonlySet<SpanNode>, node: SpanNode): ReadonlySet<SpanNode> {
  const next = new Set(closed);
  if (!next.delete(node)) {
    next.add(node);
  }
  return next;
}

const getStyles = (theme: GrafanaTheme2) => ({
  search: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), marginBottom: theme.spacing(1) }),
  found: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'nowrap',
  }),
  legend: css({
    margin: theme.spacing(0.5, 0, 0),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  links: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});
