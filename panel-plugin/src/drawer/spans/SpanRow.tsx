import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Icon, useStyles2, useTheme2 } from '@grafana/ui';
import React from 'react';
import { formatDuration } from '../../view/formats';
import { shortText } from '../Facts';
import { ownGradient } from './ownGradient';
import { ownTimeMs } from './ownTime';
import type { SpanNode, SpanTree } from './spanTree';

export const SPAN_ROW_HEIGHT_PX = 28;

/** Deeper spans are indented no further, so that they stay readable. */
const MAX_INDENT_LEVELS = 12;

/** Trees with room for names and bars only. */
const NARROW = '@container (max-width: 420px)';

interface Props {
  id: string;
  node: SpanNode;
  tree: SpanTree;
  topPx: number;
  /** Whether it is the span of the request that the drawer shows. */
  isOwn: boolean;
  isOpen: boolean;
  isActive: boolean;
  isSelected: boolean;
  onToggle: () => void;
  onSelect: () => void;
}

/** One span: its name, and its bar on the time line of the whole trace, darker where the span itself worked. */
export function SpanRow({ id, node, tree, topPx, isOwn, isOpen, isActive, isSelected, onToggle, onSelect }: Props) {
  const styles = useStyles2(getStyles);
  const { span } = node;
  const hasChildren = node.children.length > 0;
  const siblings = node.parent?.children ?? tree.roots;
  return (
    <div
      id={id}
      role="treeitem"
      aria-level={node.level}
      aria-posinset={siblings.indexOf(node) + 1}
      aria-setsize={siblings.length}
      aria-expanded={hasChildren ? isOpen : undefined}
      aria-selected={isSelected}
      aria-label={spanLabel(node, tree, isOwn)}
      className={cx(styles.row, isActive && styles.active, isSelected && styles.selected)}
      style={{ transform: `translateY(${topPx}px)` }}
      onClick={onSelect}
    >
      <span className={styles.name} style={{ paddingInlineStart: `${Math.min(node.level - 1, MAX_INDENT_LEVELS)}em` }}>
        <span
          className={styles.toggle}
          onClick={(event) => {
            if (hasChildren) {
              event.stopPropagation();
              onToggle();
            }
          }}
        >
          {hasChildren && <Icon name={isOpen ? 'angle-down' : 'angle-right'} aria-hidden />}
        </span>
        {span.status_code === 'error' && <Icon className={styles.error} name="exclamation-circle" aria-hidden />}
        <span className={cx(styles.text, isOwn && styles.own)}>{shortText(span.name)}</span>
        {isOwn && <span className={styles.badge}>{t('spans.own-span', 'this request')}</span>}
        {span.service !== undefined && span.service !== '' && (
          <span className={styles.service}>{shortText(span.service)}</span>
        )}
      </span>
      <SpanBar node={node} tree={tree} />
      <span className={styles.time}>{formatDuration(node.durationMs)}</span>
    </div>
  );
}

function SpanBar({ node, tree }: Pick<Props, 'node' | 'tree'>) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  if (node.durationMs === null) {
    return <span className={styles.track} />;
  }
  const totalMs = tree.endMs - tree.startMs || 1;
  const color = node.span.status_code === 'error' ? theme.colors.error.main : theme.colors.primary.main;
  return (
    <span className={styles.track}>
      <span
        className={styles.bar}
        style={{
          insetInlineStart: `${(100 * (node.startMs - tree.startMs)) / totalMs}%`,
          width: `${(100 * (node.endMs - node.startMs)) / totalMs}%`,
          background: ownGradient(node, color, theme.colors.emphasize(theme.colors.background.secondary, 0.25)),
        }}
      />
    </span>
  );
}

/** Everything that the row and its bar show, in words. */
function spanLabel(node: SpanNode, tree: SpanTree, isOwn: boolean): string {
  const { span } = node;
  const events = span.events?.length ?? 0;
  const parts = [
    shortText(span.name),
    shortText(span.service ?? ''),
    isOwn ? t('spans.own-span', 'this request') : '',
    span.status_code === 'error' ? t('spans.failed', 'failed') : '',
    ...(node.durationMs === null
      ? [t('spans.unknown-duration', 'duration not known')]
      : [
          formatDuration(node.durationMs),
          t('spans.own', 'own time {{time}}', { time: formatDuration(ownTimeMs(node)) }),
        ]),
    t('spans.starts-after', 'starts after {{time}}', { time: formatDuration(node.startMs - tree.startMs) }),
    events === 0
      ? ''
      : t('spans.events', '', {
          count: events,
          defaultValue_one: '{{count}} event',
          defaultValue_other: '{{count}} events',
        }),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    position: 'absolute',
    insetInline: 0,
    top: 0,
    height: SPAN_ROW_HEIGHT_PX,
    display: 'grid',
    gridTemplateColumns: `minmax(${theme.spacing(14)}, 2fr) minmax(${theme.spacing(8)}, 3fr) ${theme.spacing(9)}`,
    alignItems: 'center',
    gap: theme.spacing(1),
    paddingInlineEnd: theme.spacing(1),
    cursor: 'pointer',
    '&:hover': { background: theme.colors.action.hover },
    [NARROW]: { gridTemplateColumns: `minmax(0, 3fr) minmax(${theme.spacing(6)}, 2fr) ${theme.spacing(7)}` },
  }),
  active: css({ '[role="tree"]:focus-visible &': { boxShadow: `inset 0 0 0 2px ${theme.colors.primary.border}` } }),
  selected: css({ background: theme.colors.action.selected }),
  name: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5), minWidth: 0, overflow: 'hidden' }),
  toggle: css({ flexShrink: 0, width: theme.spacing(2.5), textAlign: 'center' }),
  text: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  own: css({ fontWeight: theme.typography.fontWeightMedium }),
  badge: css({
    flexShrink: 0,
    [NARROW]: { display: 'none' },
    padding: theme.spacing(0, 0.75),
    color: theme.colors.info.text,
    background: theme.colors.info.transparent,
    borderRadius: theme.shape.radius.pill,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  service: css({
    flexShrink: 2,
    [NARROW]: { display: 'none' },
    '[role="treeitem"]:hover &, [aria-selected="true"] &': { color: theme.colors.text.primary },
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  error: css({ flexShrink: 0, color: theme.colors.error.text }),
  track: css({ position: 'relative', height: theme.spacing(1.25) }),
  bar: css({ position: 'absolute', insetBlock: 0, minWidth: 2, borderRadius: theme.shape.radius.default }),
  time: css({ textAlign: 'end', fontVariantNumeric: 'tabular-nums', fontSize: theme.typography.bodySmall.fontSize }),
});
