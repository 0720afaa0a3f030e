import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Checkbox, IconButton, useStyles2 } from '@grafana/ui';
import React, { useRef, useState, type KeyboardEvent } from 'react';
import { visuallyHidden } from '../../view/visuallyHidden';
import { columnLabel } from './columnLabel';
import { OFFERED_COLUMNS, withMoved, withToggled, type ColumnLayout, type TraceColumnId } from './columnLayout';

interface Props {
  layout: ColumnLayout;
  /** What one looks for in the names. */
  wanted: string;
  onChange: (layout: ColumnLayout) => void;
}

/** The chosen columns in their order, then the others. Chosen ones are moved by mouse, buttons or Alt and arrows. */
export function ChooserList({ layout, wanted, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const list = useRef<HTMLUListElement>(null);
  const [dragged, setDragged] = useState<TraceColumnId>();
  const [over, setOver] = useState<TraceColumnId>();
  const [said, setSaid] = useState('');
  const chosen = layout.map(({ id }) => id);
  const others = OFFERED_COLUMNS.filter((id) => !chosen.includes(id));
  const shown = [...chosen, ...others].filter((id) =>
    columnLabel(id).toLowerCase().includes(wanted.trim().toLowerCase())
  );

  const move = (id: TraceColumnId, by: number) => {
    const to = chosen[chosen.indexOf(id) + by];
    if (to && chosen.includes(id)) {
      onChange(withMoved(layout, id, to));
      setSaid(
        t('columns.moved', '{{column}} is column {{place}} of {{columns}}', {
          column: columnLabel(id),
          place: chosen.indexOf(to) + 1,
          columns: chosen.length,
        })
      );
      // Elements that move lose the focus.
      const focused = document.activeElement;
      requestAnimationFrame(() => {
        if (focused instanceof HTMLElement && list.current?.contains(focused)) {
          focused.focus();
        }
      });
    }
  };
  const moveByKey = (id: TraceColumnId) => (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (event.altKey && by !== 0) {
      event.preventDefault();
      move(id, by);
    }
  };
  const endDrag = () => {
    setDragged(undefined);
    setOver(undefined);
  };

  return (
    <>
      <ul ref={list} className={styles.list} aria-label={t('columns.list', 'Columns')}>
        {shown.map((id) => {
          const place = chosen.indexOf(id);
          const name = columnLabel(id);
          return (
            <li
              key={id}
              className={cx(styles.item, over === id && dragged !== id && styles.over)}
              draggable={place >= 0}
              onKeyDown={moveByKey(id)}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', id);
                setDragged(id);
              }}
              onDragOver={(event) => {
                if (dragged && place >= 0) {
                  event.preventDefault();
                  setOver(id);
                }
              }}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged) {
                  onChange(withMoved(layout, dragged, id));
                }
                endDrag();
              }}
              onDragEnd={endDrag}
            >
              <Checkbox
                label={name}
                value={place >= 0}
                // A table without columns shows nothing, not even where to get them back.
                disabled={place >= 0 && chosen.length === 1}
                onChange={() => {
                  onChange(withToggled(layout, id));
                }}
              />
              {place >= 0 && (
                <span className={styles.buttons}>
                  <IconButton
                    name="arrow-up"
                    size="sm"
                    aria-label={t('columns.move-up', 'Move {{column}} up', { column: name })}
                    disabled={place === 0}
                    onClick={() => {
                      move(id, -1);
                    }}
                  />
                  <IconButton
                    name="arrow-down"
                    size="sm"
                    aria-label={t('columns.move-down', 'Move {{column}} down', { column: name })}
                    disabled={place === chosen.length - 1}
                    onClick={() => {
                      move(id, 1);
                    }}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {shown.length === 0 && <div>{t('columns.none-found', 'No column has this in its name.')}</div>}
      <div role="status" className={visuallyHidden}>
        {said}
      </div>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ maxHeight: theme.spacing(40), overflow: 'auto', listStyle: 'none', margin: 0 }),
  item: css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: theme.spacing(0.25, 0.5),
    borderRadius: theme.shape.radius.default,
    '&[draggable="true"]': { cursor: 'grab' },
    '&:hover': { background: theme.colors.action.hover },
  }),
  over: css({ boxShadow: `inset 0 2px 0 ${theme.colors.primary.main}` }),
  buttons: css({ display: 'inline-flex', gap: theme.spacing(0.5) }),
});
