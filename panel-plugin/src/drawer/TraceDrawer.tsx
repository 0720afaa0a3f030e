import type { TimeZone } from '@grafana/schema';
import { Alert, Button, Drawer, LoadingPlaceholder } from '@grafana/ui';
import React from 'react';
import type { TraceDetail } from '../detail/fetchTrace';
import { useTrace, type TraceState } from '../detail/useTrace';
import { errorStatus, errorWords } from '../errors/errorWords';
import { ERROR_STATUS } from '../contract/constants.gen';
import { visibleText } from '../hostile/visibleText';
import type { PanelSource } from '../source/panelSource';
import { words } from '../words';
import { ContextSections } from './ContextSections';
import { ErrorSection } from './errors/ErrorSection';
import { PayloadPanel } from './payload/PayloadPanel';
import { Facts, Section } from './Section';
import { SpansSection } from './spans/SpansSection';
import { metadataFacts, modelNote, timingFacts } from './traceFacts';
import { TraceHeadline } from './TraceHeadline';
import { useDrawerKeys } from './useDrawerKeys';

interface Props {
  requestId: string;
  /** Undefined while the panel has not made its first query, null when its rows came without one. */
  source: PanelSource | null | undefined;
  timeZone: TimeZone;
  /** Request ids of the rows above and below, when there are any. */
  previousId: string | undefined;
  nextId: string | undefined;
  onShow: (requestId: string) => void;
  onClose: () => void;
}

/** One request in full, over the dashboard. */
export default function TraceDrawer({ requestId, source, timeZone, previousId, nextId, onShow, onClose }: Props) {
  const state = useTrace(source, requestId);
  const showOther = (id: string | undefined) =>
    id === undefined
      ? undefined
      : () => {
          onShow(id);
        };
  const onPrevious = showOther(previousId);
  const onNext = showOther(nextId);
  useDrawerKeys({ onPrevious, onNext, onClose });
  const trace = state.kind === 'loaded' ? state.trace : undefined;
  return (
    <Drawer
      size="lg"
      title={visibleText(requestId)}
      subtitle={
        <TraceHeadline
          requestId={requestId}
          trace={trace}
          timeZone={timeZone}
          onPrevious={onPrevious}
          onNext={onNext}
        />
      }
      onClose={onClose}
    >
      {trace ? (
        <TraceView key={requestId} source={source ?? null} trace={trace} timeZone={timeZone} />
      ) : (
        <NotLoaded state={state} />
      )}
    </Drawer>
  );
}

interface TraceViewProps {
  source: PanelSource | null;
  trace: TraceDetail;
  timeZone: TimeZone;
}

function TraceView({ source, trace, timeZone }: TraceViewProps) {
  const note = modelNote(trace);
  return (
    <>
      {trace.error && <ErrorSection error={trace.error} />}
      <PayloadPanel source={source} trace={trace} side="input" modelNote={note} />
      <PayloadPanel source={source} trace={trace} side="output" modelNote={note} />
      <Section title={words.metadata.title}>
        <Facts facts={metadataFacts(trace, timeZone)} />
      </Section>
      <Section title={words.timing.title}>
        <Facts facts={timingFacts(trace)} />
      </Section>
      <ContextSections trace={trace} />
      {trace.spans.length > 0 && <SpansSection spans={trace.spans} />}
    </>
  );
}

function NotLoaded({ state }: { state: TraceState }) {
  if (state.kind !== 'failed') {
    return <LoadingPlaceholder text={words.drawer.loading} />;
  }
  const isMissing = errorStatus(state.error) === ERROR_STATUS.NOT_FOUND;
  return (
    <Alert severity="error" title={words.drawer.failed}>
      <p>{isMissing ? words.errors.traceNotFound : errorWords(state.error)}</p>
      {!isMissing && (
        <Button size="sm" variant="secondary" onClick={state.retry}>
          {words.drawer.retry}
        </Button>
      )}
    </Alert>
  );
}
