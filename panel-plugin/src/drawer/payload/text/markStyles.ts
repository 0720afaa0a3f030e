import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

/** How matches look, everywhere in a payload. */
export const markStyles = (theme: GrafanaTheme2) => ({
  // Not at the very edge of what scrolls.
  place: css({ scrollMargin: theme.spacing(5) }),
  match: css({ background: theme.colors.warning.transparent, color: 'inherit', padding: 0 }),
  current: css({ background: theme.colors.warning.main, color: theme.colors.warning.contrastText, padding: 0 }),
});
