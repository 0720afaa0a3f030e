import { css } from '@emotion/css';
import type { PanelDataErrorViewProps } from '@grafana/runtime';

const centred = css({ display: 'flex', alignItems: 'center', justifyContent: 'center', height: '100%' });

/** What a panel shows in place of data that it cannot draw. */
export function NoDataView({ message, data }: PanelDataErrorViewProps) {
  const empty = data.series.every((frame) => frame.length === 0);
  return <div className={centred}>{message ?? (empty ? 'No data' : 'These data cannot be drawn by this panel.')}</div>;
}
