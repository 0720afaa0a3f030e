import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

/** Around rows of controls whose styles follow the width that the panel has, which a page's width says little about. */
export const measured = css({ containerType: 'inline-size' });

/** Inside of `measured`: a tablet's width. Buttons with an icon leave out their words here. */
export const NARROW = '@container (max-width: 800px)';

/** Inside of `measured`: a phone's width, and a column of a dashboard. */
export const VERY_NARROW = '@container (max-width: 560px)';

/** Words of a button with an icon. Screen readers read them at every width. */
export const wordsWhereWide = css({
  [NARROW]: { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** The button around them: square where only the icon is seen. */
export const squareWhereNarrow = (theme: GrafanaTheme2) =>
  css({
    position: 'relative',
    [NARROW]: {
      minWidth: theme.spacing(4),
      padding: theme.spacing(0, 1),
      gap: 0,
      justifyContent: 'center',
      '& svg': { margin: 0 },
    },
  });
