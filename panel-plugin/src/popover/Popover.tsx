import { css } from '@emotion/css';
import {
  autoUpdate,
  flip,
  FloatingFocusManager,
  offset,
  shift,
  size,
  useDismiss,
  useFloating,
  useInteractions,
} from '@floating-ui/react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { IconButton, Portal, useStyles2, useTheme2 } from '@grafana/ui';
import React, { type ReactNode, useEffect, useId, useRef, useState } from 'react';

interface Props {
  title: string;
  /** The button that opened it: it is placed there, and the focus returns there. */
  anchor: HTMLElement;
  /** Pixels; less where the window is narrower. */
  width: number;
  onClose: () => void;
  children: ReactNode;
}

/** The first control of the content, behind the cross. */
const FIRST_OF_CONTENT = 1;

/** Pixels between the popover and the window's edge. */
const EDGE = 8;

/**
 * A dialog at a button. The focus stays in it and returns to the button; Escape, its cross and a press outside close it,
 * but not a press in a list of choices that belongs to it.
 */
export function Popover({ title, anchor, width, onClose, children }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const titleId = useId();
  const [floating, setFloating] = useState<HTMLElement | null>(null);
  const { floatingStyles, context } = useFloating({
    open: true,
    onOpenChange: (isOpen) => {
      if (!isOpen) {
        onClose();
      }
    },
    placement: 'bottom-start',
    elements: { reference: anchor, floating },
    whileElementsMounted: autoUpdate,
    middleware: [
      offset(4),
      flip({ padding: EDGE }),
      shift({ padding: EDGE }),
      size({
        padding: EDGE,
        apply: ({ availableHeight, elements: placed }) => {
          placed.floating.style.maxHeight = `${Math.max(200, availableHeight)}px`;
        },
      }),
    ],
  });
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    // What had the focus may have been taken away, and then keys do not come to the popover.
    const listen = ({ key, target }: KeyboardEvent) => {
      if (key === 'Escape' && target === document.body) {
        close.current();
      }
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, []);
  // Escape is handled below: an open list of choices takes it first.
  const { getFloatingProps } = useInteractions([useDismiss(context, { escapeKey: false })]);
  return (
    // Below the lists of choices in it, which have portals of their own.
    <Portal zIndex={theme.zIndex.modal}>
      <FloatingFocusManager context={context} initialFocus={FIRST_OF_CONTENT} returnFocus restoreFocus>
        <div
          {...getFloatingProps({
            onKeyDown: (event) => {
              if (event.key === 'Escape') {
                event.stopPropagation();
                if (!isListOpen(event.target)) {
                  onClose();
                }
              }
            },
          })}
          ref={setFloating}
          role="dialog"
          aria-modal
          aria-labelledby={titleId}
          className={styles.popover}
          style={{ ...floatingStyles, width: `min(${width}px, calc(100vw - ${2 * EDGE}px))` }}
        >
          <div className={styles.head}>
            <h2 id={titleId} className={styles.title}>
              {title}
            </h2>
            <IconButton name="times" size="lg" aria-label={t('popover.close', 'Close')} onClick={onClose} />
          </div>
          <div className={styles.body}>{children}</div>
        </div>
      </FloatingFocusManager>
    </Portal>
  );
}

function isListOpen(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';
}

const getStyles = (theme: GrafanaTheme2) => ({
  popover: css({
    display: 'flex',
    flexDirection: 'column',
    background: theme.colors.background.elevated,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    boxShadow: theme.shadows.z3,
  }),
  head: css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: theme.spacing(1.5, 2, 0.5),
  }),
  title: css({ margin: 0, fontSize: theme.typography.h5.fontSize }),
  body: css({ overflowY: 'auto', padding: theme.spacing(1, 2, 2) }),
});
