import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { nearBefore, readMatch } from './match';

/** Where the searched text is in a trace, with what stands around it. */
export function MatchCell({ text }: { text: string }) {
  const styles = useStyles2(getStyles);
  const match = readMatch(text);
  return (
    match && (
      <>
        <span className={styles.place}>{match.place}: </span>
        {nearBefore(match.before)}
        <mark className={styles.hit}>{match.hit}</mark>
        {match.after}
      </>
    )
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  place: css({ color: theme.colors.text.secondary }),
  hit: css({
    padding: 0,
    color: theme.colors.text.primary,
    background: theme.colors.warning.transparent,
    borderBottom: `2px solid ${theme.colors.warning.border}`,
    fontWeight: theme.typography.fontWeightMedium,
  }),
});
