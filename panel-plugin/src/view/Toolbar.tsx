import { css, cx } from '@emotion/css';
import type { GrafanaTheme2, PanelData } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo, useRef, type ReactNode } from 'react';
import { chipsOf } from '../filters/chips';
import { narrowingOf } from '../filters/narrowing';
import { ModelPicker } from '../modelPicker/ModelPicker';
import { modelsOfQuery } from '../modelPicker/modelsOfQuery';
import type { TracesPanelOptions } from '../options/options';
import { useSlashKey } from '../queryBar/useSlashKey';
import { canChangeRange } from '../ranges/changeRange';
import { RangeMenu } from '../ranges/RangeMenu';
import { selectedTraces } from '../selection/selectedTraces';
import { SelectionControls } from '../selectionBar/SelectionControls';
import { SelectionRows } from '../selectionBar/SelectionRows';
import { useSelectionBar } from '../selectionBar/useSelectionBar';
import type { PanelSource } from '../source/panelSource';
import type { ViewStateHandle } from '../state/useViewState';
import { measured, NARROW } from './narrow';
import { useRowsFirst } from './useRowsFirst';

/** Pixels of the row that says what is filtered by, while it is one line. */
const CHIP_HEIGHT = 26;

interface Props {
  state: ViewStateHandle;
  panelData: PanelData;
  source: PanelSource | null | undefined;
  options: TracesPanelOptions;
  onOptionsChange: (options: TracesPanelOptions) => void;
  onOpenTrace: (requestId: string) => void;
  /** Whether there are rows, which are painted before the controls. */
  hasRows: boolean;
  /** What is done with all traces of the selection. */
  actions: ReactNode;
}

/** What one does with the whole selection: choose, search and filter at the left, act on it at the right. */
export function Toolbar({ hasRows, ...props }: Props) {
  const styles = useStyles2(getStyles);
  return useRowsFirst(hasRows) ? (
    <Controls {...props} />
  ) : (
    <div className={cx(measured, styles.box)}>
      <div className={styles.place} />
      {chipsOf(props.state.view, null).chips.length > 0 && <div className={styles.placeOfChips} />}
    </div>
  );
}

function Controls({
  state,
  panelData,
  source,
  options,
  onOptionsChange,
  onOpenTrace,
  actions,
}: Omit<Props, 'hasRows'>) {
  const styles = useStyles2(getStyles);
  const box = useRef<HTMLDivElement>(null);
  const bar = useSelectionBar(state, source, panelData);
  const narrowing = useMemo(
    () => narrowingOf(selectedTraces(panelData, state.view.model), state.view),
    [panelData, state.view]
  );
  const selection = { state, bar, source: source ?? null, range: panelData.timeRange, narrowing };
  useSlashKey(box, bar.showText);
  return (
    <div ref={box} className={cx(measured, styles.box)}>
      <div className={styles.toolbar}>
        {options.showModelPicker && (
          <ModelPicker
            model={state.view.model}
            source={source}
            ofQuery={modelsOfQuery(panelData, state.inVariables.model)}
            isAsked={options.askForModel}
            onChoose={(model) => {
              state.change({ model });
            }}
          />
        )}
        {canChangeRange(panelData) && (
          <RangeMenu
            range={panelData.timeRange}
            timeZone={panelData.request?.timezone}
            source={source}
            model={state.view.model}
          />
        )}
        <SelectionControls
          {...selection}
          searchClassName={styles.search}
          savedSearches={options.savedSearches}
          onSavedSearches={(savedSearches) => {
            onOptionsChange({ ...options, savedSearches });
          }}
          onOpenTrace={onOpenTrace}
        />
        <div className={styles.actions}>{actions}</div>
      </div>
      <SelectionRows {...selection} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  // The rings around what has the focus are outside of it, and the panel cuts what is outside of itself.
  box: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    flexShrink: 0,
    padding: theme.spacing(0.5, 0.5, 0),
  }),
  toolbar: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  // As high as the controls that come, so that the rows do not move: their lines at these widths.
  place: css({
    height: theme.spacing(4),
    '@container (max-width: 1040px)': { height: theme.spacing(9) },
    [NARROW]: { height: theme.spacing(4) },
    '@container (max-width: 700px)': { height: theme.spacing(9) },
    '@container (max-width: 400px)': { height: theme.spacing(14) },
  }),
  placeOfChips: css({ height: CHIP_HEIGHT }),
  search: css({
    flex: '1 1 auto',
    minWidth: theme.spacing(20),
    maxWidth: theme.spacing(60),
    [NARROW]: { flexBasis: theme.spacing(14), minWidth: theme.spacing(14) },
  }),
  actions: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), marginLeft: 'auto' }),
});
