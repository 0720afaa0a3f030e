import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { IconButton, Toggletip, useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import type { StripCell } from './cells';

interface Props {
  cell: StripCell;
  /** Time of day at which the number was made. */
  asOf: string | undefined;
  children?: ReactNode;
}

/** How a number was made: behind a button, so that those who use a keyboard or a touch screen can read it, too. */
export function CellHelp({ cell, asOf, children }: Props) {
  const styles = useStyles2(getStyles);
  const about = t('strip.about', 'How “{{label}}” is made', { label: cell.label });
  return (
    <Toggletip
      title={cell.label}
      content={
        <div className={styles.help}>
          {cell.help.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {children}
          {asOf !== undefined && <p className={styles.asOf}>{asOfWords(asOf)}</p>}
        </div>
      }
    >
      <IconButton name="info-circle" size="sm" aria-label={about} />
    </Toggletip>
  );
}

/** Dates may hold slashes, which would be escaped for HTML. */
const asOfWords = (time: string) =>
  t('strip.as-of', 'As of {{time}}.', { time, interpolation: { escapeValue: false } });

const getStyles = (theme: GrafanaTheme2) => ({
  help: css({ maxWidth: theme.spacing(40), '& p': { marginBottom: theme.spacing(0.5) } }),
  asOf: css({ color: theme.colors.text.secondary, margin: 0 }),
});
