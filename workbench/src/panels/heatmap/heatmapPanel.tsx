import { css } from '@emotion/css';
import { PanelPlugin, type PanelProps, colorManipulator, dateTimeFormat } from '@grafana/data';
import { config } from '@grafana/runtime';
import { LinkButton } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { NoDataView } from '../NoDataView';
import { type Cell, cellsOf, linksOf } from './cells';
import { scaleOf } from './scale';

const { colors, spacing, typography, shape, shadows } = config.theme2;
const AXIS = { left: 70, bottom: 22, top: 8, right: 8 };
const TICKS_OF_TIME = 6;
const box = css({
  position: 'relative',
  text: { fill: colors.text.secondary, fontSize: typography.bodySmall.fontSize },
  rect: {
    cursor: 'pointer',
    '&:focus-visible': { outline: 'none', stroke: colors.primary.border, strokeWidth: 2 },
  },
});
const popup = css({
  position: 'absolute',
  zIndex: 1,
  padding: spacing(1),
  background: colors.background.elevated,
  border: `1px solid ${colors.border.medium}`,
  borderRadius: shape.radius.default,
  boxShadow: shadows.z2,
  display: 'flex',
  flexDirection: 'column',
  gap: spacing(0.5),
});

function Heatmap({ id, data, width, height, fieldConfig, timeRange, timeZone }: PanelProps) {
  const frame = data.series.find(({ length }) => length > 0);
  const cells = useMemo(() => (frame ? cellsOf(frame) : []), [frame]);
  const [chosen, setChosen] = useState<Cell>();
  if (!frame || cells.length === 0) {
    return <NoDataView panelId={id} data={data} fieldConfig={fieldConfig} />;
  }
  const plot = { width: width - AXIS.left - AXIS.right, height: height - AXIS.top - AXIS.bottom };
  const { yOf, ticks } = scaleOf(cells, plot.height);
  const from = timeRange.from.valueOf();
  const to = timeRange.to.valueOf();
  const xOf = (time: number) => (plot.width * (Math.min(Math.max(time, from), to) - from)) / (to - from);
  const most = Math.max(...cells.map(({ count }) => count));
  const latency = (value: number) => {
    const shown = frame.fields[1]?.display?.(value);
    return shown ? `${shown.prefix ?? ''}${shown.text}${shown.suffix ?? ''}` : `${value}`;
  };
  const wordsOf = ({ fromMs, low, high, count }: Cell) =>
    `${count} of ${latency(low)} to ${latency(high)} at ${dateTimeFormat(fromMs, { timeZone })}`;
  const choose = (cell: Cell) => {
    setChosen(cell === chosen ? undefined : cell);
  };
  const links = chosen && cells.includes(chosen) ? linksOf(frame, chosen.row) : [];
  return (
    <div className={box}>
      <svg width={width} height={height} role="group" aria-label="Heatmap">
        <g transform={`translate(${AXIS.left},${AXIS.top})`}>
          {ticks.map((tick) => (
            <text key={tick} x={-6} y={yOf(tick) + 4} textAnchor="end">
              {latency(tick)}
            </text>
          ))}
          {Array.from(
            { length: TICKS_OF_TIME },
            (_, index) => from + ((index + 0.5) * (to - from)) / TICKS_OF_TIME,
          ).map((time) => (
            <text key={time} x={xOf(time)} y={plot.height + 16} textAnchor="middle">
              {dateTimeFormat(time, { timeZone, format: to - from > 86_400_000 ? 'MM/DD HH:mm' : 'HH:mm' })}
            </text>
          ))}
          {cells.map((cell) => (
            <rect
              key={cell.row}
              role="button"
              tabIndex={0}
              aria-label={wordsOf(cell)}
              x={xOf(cell.fromMs)}
              width={Math.max(xOf(cell.toMs) - xOf(cell.fromMs) - 1, 1)}
              y={yOf(cell.high)}
              height={Math.max(yOf(cell.low) - yOf(cell.high) - 1, 1)}
              fill={colorManipulator.alpha(colors.warning.main, 0.15 + 0.85 * Math.sqrt(cell.count / most))}
              onClick={() => {
                choose(cell);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter' || event.key === ' ') {
                  event.preventDefault();
                  choose(cell);
                }
              }}
            >
              <title>{wordsOf(cell)}</title>
            </rect>
          ))}
        </g>
      </svg>
      {chosen && cells.includes(chosen) && (
        <div
          className={popup}
          role="dialog"
          aria-label="Cell"
          style={{
            top: AXIS.top + Math.min(yOf(chosen.high), plot.height / 2),
            ...(xOf(chosen.toMs) > plot.width / 2
              ? { right: width - AXIS.left - xOf(chosen.fromMs) }
              : { left: AXIS.left + xOf(chosen.toMs) }),
          }}
        >
          <span>{wordsOf(chosen)}</span>
          {links.map((link) => (
            <LinkButton key={link.href} href={link.href} target={link.target} size="sm" variant="secondary">
              {link.title}
            </LinkButton>
          ))}
        </div>
      )}
    </div>
  );
}

/** Stand-in for Grafana's heatmap panel: sparse cells on a logarithmic axis; a click on a cell shows its links. */
export function heatmapPanel(): PanelPlugin {
  return new PanelPlugin(Heatmap).useFieldConfig();
}
