import { type ComponentProps, useMemo } from 'react';
import { type DataFrame, FieldType, PanelPlugin, type PanelProps } from '@grafana/data';
import {
  DashboardCursorSync,
  type GraphFieldConfig,
  type VizLegendOptions,
  type VizTooltipOptions,
} from '@grafana/schema';
import { KeyboardPlugin, TimeSeries, TooltipDisplayMode, TooltipPlugin2, usePanelContext } from '@grafana/ui';
import { NoDataView } from '../NoDataView';
import { Annotations } from './Annotations';
import { Tooltip } from './Tooltip';
import { customOptions } from './fieldOptions';
import { withGaps } from './gaps';
import { linksOf, originOf } from './rows';

interface TimeSeriesOptions {
  legend: VizLegendOptions;
  tooltip: VizTooltipOptions;
}

type HoverMode = ComponentProps<typeof TooltipPlugin2>['hoverMode'];
/** Values of an enumeration that the library does not export: the nearest series, or all at one time. */
const HOVER_ONE = 0 as unknown as HoverMode;
const HOVER_ALL = 1 as unknown as HoverMode;
const NO_FRAMES: DataFrame[] = [];
/** Cursor sync as the panel's context names it, by number, and as the tooltip does. */
const SYNC_MODES = [DashboardCursorSync.Off, DashboardCursorSync.Crosshair, DashboardCursorSync.Tooltip];

function Chart({
  id,
  data,
  timeRange,
  timeZone,
  width,
  height,
  options,
  fieldConfig,
  onChangeTimeRange,
}: PanelProps<TimeSeriesOptions>) {
  const { sync, eventsScope } = usePanelContext();
  const frames = useMemo(() => data.series.filter(isTimeSeries), [data.series]);
  const gapped = useMemo(() => frames.map(withGaps), [frames]);
  if (frames.length === 0) {
    return <NoDataView panelId={id} data={data} fieldConfig={fieldConfig} needsTimeField />;
  }
  const cursorSync = SYNC_MODES[sync?.() ?? 0] ?? DashboardCursorSync.Off;
  return (
    // Without Grafana's EventBusPlugin: this component already answers the events that the plugin sends, so that charts
    // would clear each other's cursor without end as soon as the pointer left one. The crosshair is uPlot's own.
    <TimeSeries
      frames={gapped}
      structureRev={data.structureRev}
      timeRange={timeRange}
      timeZone={timeZone}
      width={width}
      height={height}
      legend={options.legend}
      options={options}
    >
      {(config, drawn) => (
        <>
          <KeyboardPlugin config={config} />
          <Annotations config={config} frames={data.annotations ?? NO_FRAMES} timeZone={timeZone} />
          {options.tooltip.mode !== TooltipDisplayMode.None && (
            <TooltipPlugin2
              config={config}
              hoverMode={options.tooltip.mode === TooltipDisplayMode.Single ? HOVER_ONE : HOVER_ALL}
              queryZoom={onChangeTimeRange}
              syncMode={cursorSync}
              syncScope={eventsScope}
              getDataLinks={(series, row) => linksOf(originOf(drawn, series, row, frames))}
              render={(_plot, rowIndexes, seriesIndex, isPinned, _dismiss, _range, _viaSync, links) => (
                <Tooltip
                  drawn={drawn}
                  rowIndexes={rowIndexes}
                  seriesIndex={seriesIndex}
                  isPinned={isPinned}
                  links={links}
                  options={options.tooltip}
                  timeZone={timeZone}
                />
              )}
            />
          )}
        </>
      )}
    </TimeSeries>
  );
}

function isTimeSeries({ fields, length }: DataFrame): boolean {
  const has = (wanted: FieldType) => fields.some(({ type }) => type === wanted);
  return length > 0 && has(FieldType.time) && has(FieldType.number);
}

/** Stand-in for Grafana's time series panel. */
export function timeSeriesPanel(): PanelPlugin<TimeSeriesOptions, GraphFieldConfig> {
  return new PanelPlugin<TimeSeriesOptions, GraphFieldConfig>(Chart)
    .useFieldConfig({ useCustomConfig: customOptions })
    .setDataSupport({ annotations: true });
}
