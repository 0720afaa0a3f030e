import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { LinesView, type LinesProps } from '../text/LinesView';
import { Folded } from './Folded';
import type { FoldIndex } from './FoldIndex';

interface Props extends Omit<LinesProps, 'isJson' | 'folding'> {
  index: FoldIndex;
  /** Whether the text has its end. */
  isComplete: boolean;
}

interface Held {
  index: FoldIndex;
  folded: Folded;
  /** The match that was last unfolded for, and the visit to it. */
  revealed: string;
}

/** JSON on indented lines, whose objects and arrays can be folded. Going to a match unfolds what hides it. */
export function JsonLines({ index, isComplete, ...lines }: Props) {
  const styles = useStyles2(getStyles);
  const [held, setHeld] = useState<Held>({ index, folded: Folded.none, revealed: '' });
  const isHeld = held.index === index;
  const setFolded = (change: (folded: Folded) => Folded) => {
    setHeld((before) => ({ ...before, index, folded: change(before.index === index ? before.folded : Folded.none) }));
  };
  const { text, current, visit } = lines;
  let folded = isHeld ? held.folded : Folded.none;
  const place = current && text.charactersBefore(current.block) + current.start;
  const match = place === undefined ? '' : `${visit}:${place}`;
  if (!isHeld || match !== held.revealed) {
    folded = place === undefined ? folded : folded.without(index.around(place));
    setHeld({ index, folded, revealed: match });
  }
  return (
    <>
      {index.count > 1 && (
        <div className={styles.tools}>
          <Button
            size="sm"
            variant="secondary"
            fill="text"
            disabled={!isComplete}
            onClick={() => {
              setFolded(() => Folded.all);
            }}
          >
            {t('payload.fold-all', 'Fold all')}
          </Button>
          <Button
            size="sm"
            variant="secondary"
            fill="text"
            disabled={folded.isNone}
            onClick={() => {
              setFolded(() => Folded.none);
            }}
          >
            {t('payload.unfold-all', 'Unfold all')}
          </Button>
        </div>
      )}
      <LinesView
        {...lines}
        isJson
        folding={{
          index,
          folded,
          toggle: (part) => {
            setFolded((before) => before.toggled(part));
          },
        }}
      />
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  tools: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5), marginBottom: theme.spacing(0.5) }),
});
