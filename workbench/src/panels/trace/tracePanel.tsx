import { css } from '@emotion/css';
import { PanelPlugin, type PanelProps } from '@grafana/data';
import { config } from '@grafana/runtime';
import { Icon, LinkButton } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { NoDataView } from '../NoDataView';
import { SpanDetails } from './SpanDetails';
import { type Span, spansOf } from './spans';

const { spacing, colors, typography } = config.theme2;
const box = css({ height: '100%', overflow: 'auto' });
const table = css({
  width: '100%',
  'th, td': { padding: spacing(0.5, 1), textAlign: 'left', verticalAlign: 'top' },
  'tbody tr': { borderTop: `1px solid ${colors.border.weak}` },
});
const toggle = css({ background: 'none', border: 0, padding: 0, color: 'inherit', font: 'inherit', textAlign: 'left' });
const track = css({ position: 'relative', height: 12, minWidth: 200 });
const bar = css({ position: 'absolute', height: '100%', minWidth: 2, borderRadius: 2 });
const quiet = css({ color: colors.text.secondary, fontSize: typography.bodySmall.fontSize });

function TraceView({ id, data, fieldConfig }: PanelProps) {
  const spans = useMemo(() => data.series.flatMap(spansOf), [data.series]);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  if (spans.length === 0) {
    return <NoDataView panelId={id} data={data} fieldConfig={fieldConfig} />;
  }
  const start = Math.min(...spans.map(({ startMs }) => startMs));
  const end = Math.max(...spans.map(({ startMs, durationMs }) => startMs + durationMs));
  const switchOpen = (span: Span) => {
    const next = new Set(open);
    if (!next.delete(span.id)) {
      next.add(span.id);
    }
    setOpen(next);
  };
  return (
    <div className={box}>
      <table className={table} aria-label="Spans">
        <thead>
          <tr>
            <th scope="col">Service and operation</th>
            <th scope="col">Duration</th>
            <th scope="col">
              {new Date(start).toISOString()}, {words(end - start)}
            </th>
          </tr>
        </thead>
        <tbody>
          {spans.map((span) => (
            <SpanRows
              key={span.id}
              span={span}
              start={start}
              end={end}
              isOpen={open.has(span.id)}
              onSwitch={switchOpen}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface SpanRowsProps {
  span: Span;
  start: number;
  end: number;
  isOpen: boolean;
  onSwitch: (span: Span) => void;
}

function SpanRows({ span, start, end, isOpen, onSwitch }: SpanRowsProps) {
  const { operation, service, depth, durationMs, startMs, failed, links } = span;
  const share = (ms: number) => `${(100 * ms) / Math.max(end - start, 1)}%`;
  return (
    <>
      <tr>
        <td style={{ paddingLeft: spacing(1 + 2 * depth) }}>
          <button
            type="button"
            className={toggle}
            aria-expanded={isOpen}
            onClick={() => {
              onSwitch(span);
            }}
          >
            <Icon name={isOpen ? 'angle-down' : 'angle-right'} />{' '}
            {failed && <Icon name="exclamation-circle" title="Failed" />} {operation}{' '}
            <span className={quiet}>{service}</span>
          </button>
        </td>
        <td>{words(durationMs)}</td>
        <td>
          <div className={track}>
            <div
              className={bar}
              style={{
                left: share(startMs - start),
                width: share(durationMs),
                background: failed ? colors.error.main : colors.primary.main,
              }}
            />
          </div>
          {links.map((link) => (
            <LinkButton key={link.href} href={link.href} target={link.target} size="sm" variant="secondary" fill="text">
              {link.title}
            </LinkButton>
          ))}
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={3}>
            <SpanDetails span={span} traceStartMs={start} />
          </td>
        </tr>
      )}
    </>
  );
}

const words = (ms: number) => (ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : `${Number(ms.toFixed(1))} ms`);

/** Stand-in for Grafana's trace view: a table of spans with their times, tags and events. */
export function tracePanel(): PanelPlugin {
  return new PanelPlugin(TraceView);
}
