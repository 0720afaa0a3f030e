import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React, { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { widthAfterKey, widthWithin, type WidthRange } from './drawerSize';

interface Props {
  widthPx: number;
  range: WidthRange;
  /** While it is dragged. */
  onResize: (widthPx: number) => void;
  /** When the new width is to stay. */
  onResized: (widthPx: number) => void;
}

/** The drawer's left edge: dragged by pointer or finger, moved by arrow keys, put back by a double click. */
export function ResizeHandle({ widthPx, range, onResize, onResized }: Props) {
  const styles = useStyles2(getStyles);
  const drag = useRef<{ fromX: number; fromPx: number }>(undefined);
  const widthAt = (event: PointerEvent) =>
    drag.current && widthWithin(range, drag.current.fromPx + drag.current.fromX - event.clientX);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    drag.current = { fromX: event.clientX, fromPx: widthPx };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    const width = widthAt(event);
    if (width !== undefined) {
      onResize(width);
    }
  };
  const onPointerEnd = (event: PointerEvent) => {
    const width = widthAt(event);
    drag.current = undefined;
    if (width !== undefined && width !== widthPx) {
      onResize(width);
    }
    if (width !== undefined) {
      onResized(width);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const width = widthAfterKey(event.key, widthPx, range);
    if (width !== undefined) {
      event.preventDefault();
      onResized(width);
    }
  };
  return range.maxPx <= range.minPx ? null : (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t('drawer.width', 'Width of the trace')}
      aria-valuenow={widthPx}
      aria-valuemin={range.minPx}
      aria-valuemax={range.maxPx}
      aria-valuetext={t('drawer.width-pixels', '{{width}} pixels', { width: widthPx })}
      tabIndex={0}
      className={styles.handle}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onDoubleClick={() => {
        onResized(range.defaultPx);
      }}
      onKeyDown={onKeyDown}
    />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  handle: css({
    position: 'absolute',
    insetBlock: 0,
    insetInlineStart: 0,
    width: theme.spacing(1),
    zIndex: 1,
    cursor: 'col-resize',
    touchAction: 'none',
    '&::after': {
      content: '""',
      position: 'absolute',
      insetInlineStart: 1,
      top: `calc(50% - ${theme.spacing(4)})`,
      height: theme.spacing(8),
      width: 4,
      borderRadius: 2,
      background: theme.colors.border.strong,
    },
    '&:hover::after': { background: theme.colors.primary.border },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2 },
  }),
});
