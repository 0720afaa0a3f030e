import { css } from '@emotion/css';
import { config } from '@grafana/runtime';
import { version } from 'react';
import { STAND_IN_NAMES } from '../panels/standIns';

const banner = css({
  padding: config.theme2.spacing(0.5, 2),
  background: config.theme2.colors.warning.transparent,
  color: config.theme2.colors.text.primary,
  fontSize: config.theme2.typography.bodySmall.fontSize,
});

/** Says what this page is, so that nobody takes what they see for Grafana. */
export function Banner() {
  return (
    <div className={banner} role="note" aria-label="About this page" data-react-version={version}>
      <strong>Modeltrace workbench – not Grafana.</strong> The plugins, their back end and the dashboard files are the
      real ones; these panels are stand-ins: {STAND_IN_NAMES.join(', ')}.
    </div>
  );
}
