import type { TimeZone } from '@grafana/schema';
import { LoadingBar } from '@grafana/ui';
import React, { useId, useState } from 'react';
import type { TraceDetail } from '../detail/fetchTrace';
import { useTrace } from '../detail/useTrace';
import type { LinkTemplate } from '../linkTemplates/templateLinks';
import type { PanelSource } from '../source/panelSource';
import { DrawerBody } from './DrawerBody';
import { DrawerFrame } from './frame/DrawerFrame';
import { useDrawerLayout } from './frame/drawerLayout';
import { canBeBeside } from './frame/drawerSize';
import { DrawerHeader } from './header/DrawerHeader';
import { HeaderActions } from './header/HeaderActions';
import type { SectionId } from './sections/sectionIds';
import type { PayloadPreview } from './RowPreview';
import { useDrawerKeys } from './useDrawerKeys';
import { useNeighbors, type Neighbors } from './useNeighbors';

interface Props {
  requestId: string;
  /** Undefined while the panel has not made its first query, null when its rows came without one. */
  source: PanelSource | null | undefined;
  timeZone: TimeZone;
  /** Width of the panel in pixels. */
  panelWidth: number;
  /** Request ids of the loaded rows above and below, when there are any. */
  previousId: string | undefined;
  nextId: string | undefined;
  /** Beginnings of its payloads, when its row is loaded. */
  preview?: PayloadPreview | undefined;
  /** Asks for the neighbours in the whole list, for where the loaded rows end. */
  neighborsOf?: ((requestId: string) => Promise<Neighbors>) | undefined;
  /** Tells the table's lists apart. */
  list?: string;
  /** Parts that the panel's options leave out. */
  hiddenSections?: ReadonlySet<SectionId>;
  /** Links that the panel's options add. */
  linkTemplates?: readonly LinkTemplate[];
  /** Narrows the table to what a condition of the query language selects. */
  onFilter?: (condition: string) => void;
  /** Puts another trace beside the one that is shown. */
  onCompare?: (trace: TraceDetail) => void;
  onShow: (requestId: string) => void;
  onClose: () => void;
}

const NOTHING_HIDDEN: ReadonlySet<SectionId> = new Set();

/** One request in full: over the dashboard, or beside the table. The trace before stays, dimmed, until the next one is there. */
export default function TraceDrawer(props: Props) {
  const { requestId, source, panelWidth, timeZone, hiddenSections = NOTHING_HIDDEN, onFilter, onShow, onClose } = props;
  const titleId = useId();
  const state = useTrace(source, requestId);
  const [kept, setKept] = useState<TraceDetail>();
  const loaded = state.kind === 'loaded' ? state.trace : undefined;
  if (loaded && loaded !== kept) {
    setKept(loaded);
  }
  const { previous, next } = useNeighbors({
    requestId,
    loaded: { previous: props.previousId, next: props.nextId },
    list: props.list,
    neighborsOf: props.neighborsOf,
  });
  const onPrevious = showing(previous, onShow);
  const onNext = showing(next, onShow);
  useDrawerKeys({ onPrevious, onNext, onClose }, titleId);

  const [layout, setLayout] = useDrawerLayout();
  const [hasMoved, setMoved] = useState(false);
  const hasRoom = canBeBeside(panelWidth);
  const side = hasRoom ? layout.side : 'over';
  const folded = new Set(layout.folded);
  return (
    <DrawerFrame
      side={side}
      layout={layout}
      onLayout={setLayout}
      panelWidth={panelWidth}
      hasMoved={hasMoved}
      labelledBy={titleId}
      onClose={onClose}
    >
      <DrawerHeader
        titleId={titleId}
        requestId={requestId}
        trace={loaded}
        isLoading={state.kind === 'loading'}
        timeZone={timeZone}
        onPrevious={onPrevious}
        onNext={onNext}
        onClose={onClose}
        side={side}
        onMove={
          hasRoom
            ? (to) => {
                setMoved(true);
                setLayout({ side: to });
              }
            : undefined
        }
        actions={
          loaded && (
            <HeaderActions
              trace={loaded}
              source={source ?? null}
              linkTemplates={props.linkTemplates}
              onCompare={props.onCompare}
            />
          )
        }
      />
      {state.kind === 'loading' && <LoadingBar width={panelWidth} />}
      <DrawerBody
        state={state}
        kept={kept}
        preview={props.preview}
        source={source}
        timeZone={timeZone}
        hidden={hiddenSections}
        folding={{
          folded,
          toggle: (id) => {
            setLayout({ folded: folded.delete(id) ? [...folded] : [...folded, id] });
          },
        }}
        onFilter={onFilter}
      />
    </DrawerFrame>
  );
}

function showing(id: string | undefined, onShow: (requestId: string) => void): (() => void) | undefined {
  return id === undefined
    ? undefined
    : () => {
        onShow(id);
      };
}
