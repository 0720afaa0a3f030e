import { css, cx } from '@emotion/css';
import { FloatingFocusManager, useFloating, useMergeRefs } from '@floating-ui/react';
import type { GrafanaTheme2 } from '@grafana/data';
import { getPortalContainer, Portal, useStyles2, useTheme2 } from '@grafana/ui';
import React, { useEffect, useRef, useState, type ReactNode } from 'react';
import { besideRange, overRange, widthWithin, type WidthRange } from './drawerSize';
import type { DrawerLayout, DrawerSide } from './drawerLayout';
import { ResizeHandle } from './ResizeHandle';
import { useViewportWidth } from './useViewportWidth';

interface Props {
  side: DrawerSide;
  layout: DrawerLayout;
  onLayout: (change: Partial<DrawerLayout>) => void;
  /** Width of the panel in pixels. */
  panelWidth: number;
  /** Whether somebody has just put it there and so goes on within it. Otherwise what is beside it keeps the focus. */
  hasMoved: boolean;
  /** Element with the drawer's name. */
  labelledBy: string;
  onClose: () => void;
  children: ReactNode;
}

/** What the trace stands in: a part of the panel beside the table, or a dialog over the page. */
export function DrawerFrame(props: Props) {
  return props.side === 'beside' ? <Beside {...props} /> : <Over {...props} />;
}

/** Part of the page: the table stays in use, and keeps the focus. */
function Beside({ layout, onLayout, panelWidth, hasMoved, labelledBy, children }: Props) {
  const frame = useRef<HTMLElement>(null);
  const styles = useStyles2(getStyles);
  const range = besideRange(panelWidth);
  const { widthPx, handle } = useWidth(range, layout.besideWidth, (besideWidth) => {
    onLayout({ besideWidth });
  });
  useEffect(() => {
    // The dialog that it was before gives the focus back to the table first.
    const wait = hasMoved ? requestAnimationFrame(() => frame.current?.focus({ preventScroll: true })) : undefined;
    return () => {
      if (wait !== undefined) {
        cancelAnimationFrame(wait);
      }
    };
  }, [hasMoved]);
  return (
    <aside
      ref={frame}
      tabIndex={-1}
      aria-labelledby={labelledBy}
      className={cx(styles.frame, styles.beside)}
      style={{ width: widthPx }}
    >
      {handle}
      {children}
    </aside>
  );
}

/** A modal dialog: what is behind it waits, the focus stays in it, and goes back to where it was. */
function Over({ layout, onLayout, labelledBy, onClose, children }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const range = overRange(useViewportWidth());
  const { widthPx, handle } = useWidth(range, layout.overWidth, (overWidth) => {
    onLayout({ overWidth });
  });
  const dialog = useRef<HTMLDivElement>(null);
  const [floating, setFloating] = useState<HTMLDivElement | null>(null);
  const { context } = useFloating({ open: true, elements: { floating } });
  const dialogRef = useMergeRefs([dialog, setFloating]);
  return (
    <Portal zIndex={theme.zIndex.modal}>
      <div className={styles.mask} onClick={onClose} />
      <FloatingFocusManager
        context={context}
        modal
        restoreFocus
        initialFocus={dialog}
        getInsideElements={() => [getPortalContainer()]}
      >
        <div
          ref={dialogRef}
          role="dialog"
          aria-modal
          aria-labelledby={labelledBy}
          tabIndex={-1}
          className={cx(styles.frame, styles.over)}
          style={{ width: widthPx }}
        >
          {handle}
          {children}
        </div>
      </FloatingFocusManager>
    </Portal>
  );
}

/** The width while it is dragged is kept here, so that dragging renders no more than the frame. */
function useWidth(range: WidthRange, remembered: number | undefined, remember: (widthPx: number) => void) {
  const [dragged, setDragged] = useState<number>();
  const widthPx = widthWithin(range, dragged ?? remembered);
  const handle = (
    <ResizeHandle
      widthPx={widthPx}
      range={range}
      onResize={setDragged}
      onResized={(width) => {
        setDragged(undefined);
        remember(width);
      }}
    />
  );
  return { widthPx, handle };
}

const getStyles = (theme: GrafanaTheme2) => ({
  mask: css({ position: 'fixed', inset: 0, background: theme.components.overlay.background, opacity: 0.6 }),
  frame: css({
    display: 'flex',
    flexDirection: 'column',
    background: theme.colors.background.primary,
    borderInlineStart: `1px solid ${theme.colors.border.medium}`,
    '&:focus-visible': { outline: 'none' },
  }),
  over: css({ position: 'fixed', insetBlock: 0, insetInlineEnd: 0, maxWidth: '100vw', boxShadow: theme.shadows.z3 }),
  beside: css({ position: 'relative', flexShrink: 0, minHeight: 0, marginInlineStart: theme.spacing(1) }),
});
