import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React, { memo } from 'react';
import { visibleText } from '../../hostile/visibleText';
import type { Difference } from '../diff/diffJson';
import { isInText, pathText } from '../diff/path';
import { writeJson } from '../json/writeJson';
import type { JsonNode } from '../json/jsonNode';
import { InlineParts, markStyles } from './InlineParts';

/** Characters of a value that is JSON which are shown. */
const MAX_JSON = 20_000;

interface Props {
  difference: Difference;
  showsAll: boolean;
}

/** Where two payloads differ, and what each has there. */
export const DifferenceRow = memo(function DifferenceRow({ difference, showsAll }: Props) {
  const styles = useStyles2(getStyles);
  const { kind, path } = difference;
  const isEqual = kind === 'same' || kind === 'moved';
  return (
    <li className={cx(styles.row, styles[kind])}>
      <div className={styles.head}>
        <span className={styles.kind}>{kindName(difference)}</span>
        {path && <code className={styles.path}>{visibleText(pathText(path))}</code>}
        {isInText(path) && <span className={styles.note}>{t('compare.json-in-text', 'JSON within a text')}</span>}
      </div>
      {isEqual ? (
        <Value difference={difference} side="left" showsAll={showsAll} isWide />
      ) : (
        <div className={styles.sides}>
          <Value difference={difference} side="left" showsAll={showsAll} />
          <Value difference={difference} side="right" showsAll={showsAll} />
        </div>
      )}
    </li>
  );
});

function Value({ difference, side, showsAll, isWide = false }: Props & { side: 'left' | 'right'; isWide?: boolean }) {
  const styles = useStyles2(getStyles);
  const node = difference[side];
  const name = side === 'left' ? t('compare.side-a', 'A') : t('compare.side-b', 'B');
  return (
    <div className={styles.side}>
      {!isWide && <span className={styles.sideName}>{name}</span>}
      {node ? (
        <div className={styles.value}>
          {difference.parts ? (
            <InlineParts parts={difference.parts} side={side} showsAll={showsAll} />
          ) : (
            <Whole node={node} difference={difference} side={side} />
          )}
        </div>
      ) : (
        <span className={styles.nothing}>{t('compare.nothing', 'not there')}</span>
      )}
    </div>
  );
}

interface WholeProps {
  node: JsonNode;
  difference: Difference;
  side: 'left' | 'right';
}

function Whole({ node, difference, side }: WholeProps) {
  const { left, right } = difference;
  // Quotes tell a text from a number where both are there.
  const isText = node.kind === 'string' && (!left || !right || left.kind === right.kind);
  const text = isText ? node.value : writeJson(node, MAX_JSON);
  // Marks would make a whole object hard to read, and the kind of the row says the same.
  return <InlineParts parts={[{ kind: 'same', text }]} side={side} showsAll />;
}

function kindName({ kind, path, left, right, isSameJson }: Difference): string {
  const isMoved = path?.moved === true;
  switch (kind) {
    case 'same':
      return t('compare.kind-same', 'Equal');
    case 'moved':
      return t('compare.kind-moved', 'Moved');
    case 'added':
      return t('compare.kind-added', 'Only in B');
    case 'removed':
      return t('compare.kind-removed', 'Only in A');
    case 'changed':
      if (isSameJson) {
        return t('compare.kind-same-json', 'Same JSON, written differently');
      }
      if (left?.kind === 'number' && right?.kind === 'number' && Number(left.text) === Number(right.text)) {
        return t('compare.kind-written', 'Written differently');
      }
      return isMoved ? t('compare.kind-moved-changed', 'Moved and changed') : t('compare.kind-changed', 'Changed');
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    padding: theme.spacing(0.5, 1, 1),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    borderInlineStart: '3px solid transparent',
  }),
  same: css({}),
  changed: css({ borderInlineStartColor: theme.colors.primary.border }),
  moved: css({ borderInlineStartColor: theme.colors.warning.border }),
  added: css({ borderInlineStartColor: theme.colors.success.border }),
  removed: css({ borderInlineStartColor: theme.colors.error.border }),
  head: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: theme.spacing(0, 1) }),
  kind: css({ fontWeight: theme.typography.fontWeightMedium }),
  path: css({
    padding: 0,
    background: 'none',
    border: 'none',
    color: theme.colors.text.secondary,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    unicodeBidi: 'isolate',
  }),
  note: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  sides: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: theme.spacing(0.5, 1.5),
    [theme.breakpoints.down('md')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  }),
  side: css({ display: 'flex', gap: theme.spacing(1), minWidth: 0 }),
  sideName: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  value: css({
    flex: 1,
    minWidth: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    unicodeBidi: 'isolate',
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    ...markStyles(theme),
  }),
  nothing: css({ color: theme.colors.text.secondary, fontStyle: 'italic' }),
});
