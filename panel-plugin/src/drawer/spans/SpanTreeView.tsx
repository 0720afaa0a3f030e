import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import { useVirtualizer } from '@tanstack/react-virtual';
import React, { useId, useRef, useState, type KeyboardEvent } from 'react';
import { SpanRow, SPAN_ROW_HEIGHT_PX } from './SpanRow';
import type { SpanNode, SpanTree } from './spanTree';
import { treeAction } from './treeKeys';

/** Higher trees scroll. */
const MAX_HEIGHT_PX = 16 * SPAN_ROW_HEIGHT_PX;

const OVERSCAN_ROWS = 8;

interface Props {
  tree: SpanTree;
  /** Id of the span of the request that the drawer shows. */
  ownSpanId: string;
  nodes: readonly SpanNode[];
  isOpen: (node: SpanNode) => boolean;
  selected: SpanNode | undefined;
  onToggle: (node: SpanNode) => void;
  onSelect: (node: SpanNode) => void;
}

/** The rows of the tree; only those in sight are in the page. The tree has the focus and names its active row. */
export function SpanTreeView({ tree, ownSpanId, nodes, isOpen, selected, onToggle, onSelect }: Props) {
  const styles = useStyles2(getStyles);
  const scroller = useRef<HTMLDivElement>(null);
  const treeId = useId();
  const [chosen, setChosen] = useState<SpanNode>();
  const active = chosen && nodes.includes(chosen) ? chosen : nodes[0];
  const virtualizer = useVirtualizer({
    count: nodes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => SPAN_ROW_HEIGHT_PX,
    overscan: OVERSCAN_ROWS,
  });
  if (!active) {
    return null;
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const action =
      event.ctrlKey || event.metaKey || event.altKey ? undefined : treeAction(event.key, nodes, active, isOpen);
    if (!action) {
      return;
    }
    event.preventDefault();
    if (action.kind === 'move') {
      setChosen(action.to);
      virtualizer.scrollToIndex(nodes.indexOf(action.to));
    } else if (action.kind === 'select') {
      onSelect(action.node);
    } else {
      onToggle(action.node);
    }
  };
  const items = virtualizer.getVirtualItems();
  const isInPage = items.some((item) => nodes[item.index] === active);
  return (
    <div
      ref={scroller}
      role="tree"
      tabIndex={0}
      aria-label={t('spans.tree', 'Spans')}
      aria-activedescendant={isInPage ? rowId(treeId, active) : undefined}
      className={styles.tree}
      style={{ height: Math.min(MAX_HEIGHT_PX, nodes.length * SPAN_ROW_HEIGHT_PX) + 2 }}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const node = nodes[index];
          return (
            node && (
              <SpanRow
                key={node.index}
                id={rowId(treeId, node)}
                node={node}
                tree={tree}
                topPx={start}
                isOwn={node.span.span_id === ownSpanId && nodes.length > 1}
                isOpen={isOpen(node)}
                isActive={node === active}
                isSelected={node === selected}
                onToggle={() => {
                  setChosen(node);
                  onToggle(node);
                }}
                onSelect={() => {
                  setChosen(node);
                  onSelect(node);
                }}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function rowId(treeId: string, node: SpanNode): string {
  return `${treeId}-${node.index}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  tree: css({
    containerType: 'inline-size',
    overflow: 'auto',
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: 1 },
  }),
  rows: css({ position: 'relative' }),
});
