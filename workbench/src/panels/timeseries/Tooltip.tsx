import { type DataFrame, type LinkModel, dateTimeFormat } from '@grafana/data';
import type { TimeZone, VizTooltipOptions } from '@grafana/schema';
import {
  VizTooltipContent,
  VizTooltipFooter,
  VizTooltipHeader,
  VizTooltipWrapper,
  getFieldDisplayItems,
} from '@grafana/ui';

interface TooltipProps {
  /** The joined frame that is drawn: time first, then the series. */
  drawn: DataFrame;
  rowIndexes: (number | null)[];
  seriesIndex: number | null;
  isPinned: boolean;
  links: LinkModel[];
  options: VizTooltipOptions;
  timeZone: TimeZone;
}

/** Time, the values at this time and, when the reader clicked, the point's data links. */
export function Tooltip({ drawn, rowIndexes, seriesIndex, isPinned, links, options, timeZone }: TooltipProps) {
  const [time, ...series] = drawn.fields;
  const row = rowIndexes[0];
  if (!time || row === null || row === undefined) {
    return null;
  }
  return (
    <VizTooltipWrapper>
      <VizTooltipHeader
        item={{ label: '', value: dateTimeFormat(time.values[row] as number, { timeZone }) }}
        isPinned={isPinned}
      />
      <VizTooltipContent
        items={getFieldDisplayItems([time, ...series], time, rowIndexes, seriesIndex, options.mode, options.sort)}
        isPinned={isPinned}
      />
      {isPinned && links.length > 0 && <VizTooltipFooter dataLinks={links} />}
    </VizTooltipWrapper>
  );
}
