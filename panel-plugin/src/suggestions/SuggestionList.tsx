import { css, cx } from '@emotion/css';
import { autoUpdate, flip, offset, shift, size, useFloating } from '@floating-ui/react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, IconButton, Portal, useStyles2 } from '@grafana/ui';
import React, { useEffect, useRef, useState } from 'react';
import { visibleText } from '../hostile/visibleText';
import { suggestionId, type Suggestion } from './suggestion';

interface Props {
  /** Of the list; the text field names it in `aria-controls`. */
  id: string;
  label: string;
  /** Below what the list is shown. */
  anchor: HTMLElement;
  items: Suggestion[];
  /** Index of the item that the keyboard is at; -1 for none. */
  active: number;
  onPick: (index: number) => void;
  onRemove?: (index: number) => void;
  /** What keys there are besides, in words. */
  hint?: string;
}

/** Pixels. */
const MAX_HEIGHT = 320;

/** What a text field offers. The focus stays in the field, which moves the active item. */
export default function SuggestionList({ id, label, anchor, items, active, onPick, onRemove, hint }: Props) {
  const styles = useStyles2(getStyles);
  const [floating, setFloating] = useState<HTMLElement | null>(null);
  const { floatingStyles } = useFloating({
    open: true,
    placement: 'bottom-start',
    elements: { reference: anchor, floating },
    whileElementsMounted: autoUpdate,
    middleware: [
      offset(4),
      flip(),
      shift({ padding: 8 }),
      size({
        apply: ({ rects, availableHeight, elements: placed }) => {
          placed.floating.style.minWidth = `${Math.min(rects.reference.width, 480)}px`;
          placed.floating.style.maxHeight = `${Math.max(96, Math.min(availableHeight - 8, MAX_HEIGHT))}px`;
        },
      }),
    ],
  });
  const activeItem = useRef<HTMLDivElement>(null);
  useEffect(() => {
    activeItem.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <Portal>
      <div
        ref={setFloating}
        className={styles.box}
        style={floatingStyles}
        // A press would take the focus from the text field.
        onPointerDown={keepFocus}
        onMouseDown={keepFocus}
      >
        <div id={id} role="listbox" aria-label={label} className={styles.list}>
          {items.map(({ key, text, detail, icon, removeLabel }, index) => (
            <div key={key} className={cx(styles.row, index === active && styles.active)}>
              <div
                id={suggestionId(id, index)}
                ref={index === active ? activeItem : undefined}
                role="option"
                aria-selected={index === active}
                className={styles.item}
                onClick={() => {
                  onPick(index);
                }}
              >
                {icon && <Icon name={icon} size="sm" />}
                <span className={styles.text}>{visibleText(text)}</span>
                {detail !== undefined && <span className={styles.detail}>{visibleText(detail)}</span>}
              </div>
              {onRemove && removeLabel !== undefined && (
                // The keyboard has Shift and Delete for it: a list of options holds nothing else that takes the focus.
                <span aria-hidden>
                  <IconButton
                    name="times"
                    size="sm"
                    tabIndex={-1}
                    aria-label={removeLabel}
                    onClick={() => {
                      onRemove(index);
                    }}
                  />
                </span>
              )}
            </div>
          ))}
        </div>
        {hint !== undefined && <div className={styles.hint}>{hint}</div>}
      </div>
    </Portal>
  );
}

function keepFocus(event: React.SyntheticEvent) {
  event.preventDefault();
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    zIndex: theme.zIndex.portal,
    display: 'flex',
    flexDirection: 'column',
    maxWidth: 'calc(100vw - 16px)',
    background: theme.colors.background.elevated,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    boxShadow: theme.shadows.z3,
  }),
  list: css({ overflowY: 'auto', padding: theme.spacing(0.5, 0) }),
  row: css({
    display: 'flex',
    alignItems: 'center',
    paddingRight: theme.spacing(1),
    '&:hover': { background: theme.colors.action.hover },
  }),
  active: css({ background: theme.colors.action.focus, boxShadow: `inset 2px 0 ${theme.colors.primary.border}` }),
  item: css({
    flex: 1,
    minWidth: 0,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0.75, 1),
    cursor: 'pointer',
  }),
  text: css({ flex: '1 1 auto', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  detail: css({ flexShrink: 0, color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  hint: css({
    padding: theme.spacing(0.5, 1),
    borderTop: `1px solid ${theme.colors.border.weak}`,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
