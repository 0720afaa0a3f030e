import { css } from '@emotion/css';
import { autoUpdate, flip, FloatingPortal, hide, offset, shift, useFloating } from '@floating-ui/react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useEffect, useId, useState } from 'react';
import { TIP_ATTRIBUTE } from './tipAttribute';

interface Props {
  /** Cell that it is about. */
  anchor: HTMLElement;
  text: string;
  /** Whether it tells what has just happened, which is read out. */
  isNews: boolean;
  onDismiss: () => void;
}

/** What a cell does not show, below it. Can be pointed at and is gone with Escape. */
export default function CellTip({ anchor, text, isNews, onDismiss }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const [tip, setTip] = useState<HTMLElement | null>(null);
  const { floatingStyles, middlewareData } = useFloating({
    elements: { reference: anchor, floating: tip },
    placement: 'bottom-start',
    strategy: 'fixed',
    middleware: [offset(2), flip(), shift({ padding: 8 }), hide()],
    whileElementsMounted: autoUpdate,
  });
  useEffect(() => {
    anchor.setAttribute('aria-describedby', id);
    return () => {
      anchor.removeAttribute('aria-describedby');
    };
  }, [anchor, id]);
  useEffect(() => {
    const dismiss = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') {
        onDismiss();
      }
    };
    document.addEventListener('keydown', dismiss);
    return () => {
      document.removeEventListener('keydown', dismiss);
    };
  }, [onDismiss]);
  return (
    <FloatingPortal>
      <div
        {...{ [TIP_ATTRIBUTE]: '' }}
        ref={setTip}
        id={id}
        role={isNews ? 'status' : 'tooltip'}
        className={styles.tip}
        style={{ ...floatingStyles, visibility: middlewareData.hide?.referenceHidden ? 'hidden' : 'visible' }}
      >
        {text}
      </div>
    </FloatingPortal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  tip: css({
    zIndex: theme.zIndex.tooltip,
    maxWidth: `min(${theme.spacing(64)}, calc(100vw - ${theme.spacing(2)}))`,
    maxHeight: '40vh',
    overflow: 'auto',
    padding: theme.spacing(0.5, 1),
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    unicodeBidi: 'isolate',
    color: theme.components.tooltip.text,
    background: theme.components.tooltip.background,
    borderRadius: theme.shape.radius.default,
    boxShadow: theme.shadows.z2,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
