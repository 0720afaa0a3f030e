import { css } from '@emotion/css';
import type { PanelData } from '@grafana/data';
import React, { useRef } from 'react';
import { queryError } from '../errors/queryError';
import { addCondition } from '../filters/addCondition';
import type { TracesData } from '../frames/readFrames';
import { InsteadOfTable } from '../messages/InsteadOfTable';
import { QueryErrorBanner } from '../messages/QueryFailed';
import type { LoadedTraces } from '../paging/TracePager';
import { tracesTarget } from '../selection/tracesTarget';
import type { ViewStateHandle } from '../state/useViewState';
import type { TableSetup } from '../table/columns/useTableSetup';
import type { SortControl } from '../table/sort/useSorting';
import { TableFooter } from '../table/TableFooter';
import { TracesTable } from '../table/TracesTable';
import { useKeptFocus } from './useKeptFocus';

interface Props {
  panelData: PanelData;
  data: TracesData;
  loaded: LoadedTraces;
  state: ViewStateHandle;
  setup: TableSetup;
  sorting: SortControl;
  timeZone: string;
  openId: string | undefined;
  openIndex: number;
  onOpen: (requestId: string) => void;
  onNearEnd: () => void;
  onRetry: () => void;
  onGoOn: () => void;
}

/** The rows, or why there are none. Who works here by keyboard stays here when one takes the place of the other. */
export function ListBody(props: Props) {
  const box = useRef<HTMLDivElement>(null);
  return (
    <div ref={box} className={noBox} {...useKeptFocus(box)}>
      <RowsOrReason {...props} />
    </div>
  );
}

/** What is inside is laid out as if this were not there. */
const noBox = css({ display: 'contents' });

function RowsOrReason({ data, state, setup, sorting, openId, openIndex, onOpen, onNearEnd, ...props }: Props) {
  const { panelData, loaded, timeZone, onRetry, onGoOn } = props;
  if (loaded.rows.length === 0) {
    return <InsteadOfTable {...props} data={data} state={state} />;
  }
  return (
    <>
      <QueryErrorBanner error={queryError(panelData)} onRetry={tracesTarget(panelData) && onRetry} />
      <TracesTable
        loaded={loaded}
        setup={setup}
        sorting={sorting}
        timeZone={timeZone}
        openId={openId}
        openIndex={openIndex}
        onOpen={(row) => {
          onOpen(row.requestId);
        }}
        onNearEnd={onNearEnd}
        onFilter={
          tracesTarget(panelData) &&
          ((condition) => {
            state.change({ query: addCondition(state.view.query, condition) });
          })
        }
      />
      <TableFooter loaded={loaded} timeZone={timeZone} onGoOn={onGoOn} />
    </>
  );
}
