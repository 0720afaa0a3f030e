import { css } from '@emotion/css';
import { type DataFrame, dateTimeFormat, textUtil } from '@grafana/data';
import { config as grafana } from '@grafana/runtime';
import type { TimeZone } from '@grafana/schema';
import { EventsCanvas, Tooltip, type UPlotConfigBuilder } from '@grafana/ui';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { type AnnotationEvent, eventAt, eventsOf } from './annotationEvents';

const marker = css({
  width: 0,
  height: 0,
  borderLeft: '5px solid transparent',
  borderRight: '5px solid transparent',
  borderBottom: '6px solid currentColor',
  transform: 'translateX(-5px)',
  cursor: 'pointer',
});
const quiet = css({ color: grafana.theme2.colors.text.secondary });

/** What of a plot is needed to draw on it. */
interface Plot {
  valToPos: (value: number, scale: string, inCanvas?: boolean) => number;
  bbox: { left: number; top: number; width: number; height: number };
  ctx: CanvasRenderingContext2D;
  redraw: (rebuildPaths?: boolean) => void;
}

interface AnnotationsProps {
  config: UPlotConfigBuilder;
  frames: DataFrame[];
  timeZone: TimeZone;
}

/** Events as dashed lines over the chart, regions as areas, and below each a mark that tells about it. */
export function Annotations({ config, frames, timeZone }: AnnotationsProps) {
  const plot = useRef<Plot | undefined>(undefined);
  const latest = useRef<AnnotationEvent[]>([]);
  // Events may come after the chart was drawn; and its first drawing comes before the marks are there.
  useEffect(() => {
    latest.current = eventsOf(frames);
    const drawing = requestAnimationFrame(() => plot.current?.redraw(false));
    return () => {
      cancelAnimationFrame(drawing);
    };
  }, [frames, config]);
  useLayoutEffect(() => {
    config.addHook('init', (created) => {
      plot.current = created;
    });
    config.addHook('destroy', () => {
      plot.current = undefined;
    });
    config.addHook('draw', (drawn) => {
      latest.current.forEach((event) => {
        drawEvent(drawn, event);
      });
    });
  }, [config]);
  const place = useCallback((frame: DataFrame, row: number) => {
    const event = eventAt(frame, row);
    const drawn = plot.current;
    if (!event || !drawn) {
      return undefined;
    }
    const width = drawn.bbox.width / window.devicePixelRatio;
    const x = drawn.valToPos(event.time, 'x');
    return x >= 0 && x <= width ? { x, y: drawn.bbox.height / window.devicePixelRatio } : undefined;
  }, []);
  const render = useCallback(
    (frame: DataFrame, row: number) => {
      const event = eventAt(frame, row);
      return event && <Mark event={event} timeZone={timeZone} />;
    },
    [timeZone],
  );
  return (
    <EventsCanvas
      id="annotations"
      config={config}
      events={frames}
      renderEventMarker={render}
      mapEventToXYCoords={place}
    />
  );
}

function drawEvent({ ctx, bbox, valToPos }: Plot, { time, timeEnd, color }: AnnotationEvent): void {
  const x = valToPos(time, 'x', true);
  const end = timeEnd === undefined ? x : valToPos(timeEnd, 'x', true);
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.strokeStyle = color;
  ctx.fillStyle = color;
  ctx.lineWidth = window.devicePixelRatio;
  ctx.setLineDash([5, 5]);
  for (const at of new Set([x, end])) {
    ctx.beginPath();
    ctx.moveTo(at, bbox.top);
    ctx.lineTo(at, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.globalAlpha = 0.1;
  ctx.fillRect(x, bbox.top, end - x, bbox.height);
  ctx.restore();
}

function Mark({ event, timeZone }: { event: AnnotationEvent; timeZone: TimeZone }) {
  const { time, title, text, tags, color } = event;
  return (
    <Tooltip
      content={
        <>
          <strong>{title}</strong> <span className={quiet}>{dateTimeFormat(time, { timeZone })}</span>
          <div dangerouslySetInnerHTML={{ __html: textUtil.sanitize(text) }} />
          {tags.length > 0 && <div className={quiet}>{tags.join(', ')}</div>}
        </>
      }
      interactive
    >
      <div className={marker} style={{ color }} role="img" aria-label={`Annotation: ${title || text}`} />
    </Tooltip>
  );
}
