import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { TimeZone } from '@grafana/schema';
import { Alert, ErrorBoundary, useStyles2 } from '@grafana/ui';
import React, { useState, type ReactNode } from 'react';
import type { TraceDetail } from '../detail/fetchTrace';
import type { PanelSource } from '../source/panelSource';
import { ErrorSection } from './errors/ErrorSection';
import { EntriesSection } from './EntriesSection';
import { FilterContext } from './filter/FilterContext';
import { tagField } from './filter/tagField';
import { MetadataSection } from './metadata/MetadataSection';
import { modelNote } from './metadata/metadataFacts';
import { PayloadPanel } from './payload/PayloadPanel';
import { HttpRequestSection } from './request/HttpRequestSection';
import { RetriesSection } from './retries/RetriesSection';
import { SectionIdContext, type Folding } from './sections/SectionContext';
import { SECTION_IDS, type SectionId } from './sections/sectionIds';
import { SpansSection } from './spans/SpansSection';
import { TimingSection } from './timing/TimingSection';
import { WithheldNotice } from './WithheldNotice';
import { WorkflowSection } from './workflow/WorkflowSection';

interface Props {
  trace: TraceDetail;
  source: PanelSource | null;
  timeZone: TimeZone;
  hidden: ReadonlySet<SectionId>;
  folding: Folding;
  onFilter: ((condition: string) => void) | undefined;
}

/** The parts of a trace, why it failed first. Parts that the trace does not have are left out. */
export function TraceView(props: Props) {
  const { trace, source, hidden, folding } = props;
  const styles = useStyles2(getStyles);
  const [input, setInput] = useState<HTMLDivElement | null>(null);
  const showBody = () => {
    if (folding.folded.has('input')) {
      folding.toggle('input');
    }
    input?.scrollIntoView({ block: 'start' });
    input?.focus({ preventScroll: true });
  };
  const parts = partsOf(props, trace.contents_withheld === true || hidden.has('input') ? undefined : showBody);
  const shown = SECTION_IDS.filter((id) => !hidden.has(id) && parts[id] !== undefined);
  return (
    <FilterContext.Provider value={props.onFilter}>
      {trace.contents_withheld && <WithheldNotice source={source} />}
      <div className={styles.parts}>
        {shown.map((id) => (
          <div
            key={id}
            ref={id === 'input' ? setInput : undefined}
            tabIndex={id === 'input' ? -1 : undefined}
            className={HALF.has(id) ? styles.half : styles.whole}
          >
            <SectionIdContext.Provider value={id}>
              <ErrorBoundary>{({ error }) => (error ? <NotShown /> : parts[id])}</ErrorBoundary>
            </SectionIdContext.Provider>
          </div>
        ))}
      </div>
    </FilterContext.Provider>
  );
}

/** A part that breaks on what a trace holds takes nothing else with it. */
function NotShown() {
  return <Alert severity="warning" title={t('drawer.part-failed', 'This part of the trace could not be shown')} />;
}

/** Parts that stand side by side where the drawer is wide. */
const HALF: ReadonlySet<SectionId> = new Set(['input', 'output']);

function partsOf(
  { trace, source, timeZone, onFilter }: Props,
  onShowBody: (() => void) | undefined
): Partial<Record<SectionId, ReactNode>> {
  const error = trace.error ?? (trace.status === 'success' ? undefined : {});
  const payload = (side: 'input' | 'output') =>
    trace.contents_withheld ? undefined : (
      <PayloadPanel source={source} trace={trace} side={side} modelNote={modelNote(trace)} />
    );
  return {
    error: error && <ErrorSection trace={trace} error={error} onFilter={onFilter} />,
    retries: <RetriesSection trace={trace} />,
    input: payload('input'),
    output: payload('output'),
    metadata: <MetadataSection trace={trace} timeZone={timeZone} />,
    timing: <TimingSection trace={trace} />,
    workflow: trace.workflow ? <WorkflowSection workflow={trace.workflow} source={source} /> : undefined,
    spans: trace.spans.length > 0 ? <SpansSection trace={trace} source={source} /> : undefined,
    parameters: entries(t('parameters.title', 'Request parameters'), trace.parameters),
    tags: entries(t('tags.title', 'Tags'), trace.tags, tagField),
    'http-request': trace.http_request ? (
      <HttpRequestSection request={trace.http_request} onShowBody={onShowBody} />
    ) : undefined,
  };
}

function entries(title: string, held: Record<string, unknown>, fieldOf?: (name: string) => string): ReactNode {
  return Object.keys(held).length > 0 ? (
    <EntriesSection title={title} entries={held} {...(fieldOf && { fieldOf })} />
  ) : undefined;
}

const getStyles = (theme: GrafanaTheme2) => ({
  parts: css({ containerType: 'inline-size', display: 'flex', flexWrap: 'wrap', columnGap: theme.spacing(2) }),
  whole: css({ flex: '1 1 100%', minWidth: 0 }),
  half: css({
    flex: '1 1 100%',
    minWidth: 0,
    '&:focus': { outline: 'none' },
    '@container (min-width: 1100px)': { flex: '1 1 40%' },
  }),
});
