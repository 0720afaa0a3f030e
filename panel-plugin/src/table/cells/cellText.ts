import { t } from '@grafana/i18n';
import { dateTimeFormat } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';
import type { TraceRow } from '../../frames/TracePage';
import { visibleText } from '../../hostile/visibleText';
import { formatCost, formatCount, formatDuration, formatTime } from '../../view/formats';
import { matchText } from './match';
import type { TraceColumnId } from '../columns/columnLayout';

/** Characters of a cell. The server's previews are shorter; tables of other data sources may hold whole payloads. */
const MAX_CELL_TEXT = 300;

/** Characters of a tooltip: more than the server's previews have. */
const MAX_TIP_TEXT = 2000;

/** What a cell shows, except for the icon of a status and for times ago. */
export function cellText(row: TraceRow, id: TraceColumnId, timeZone: TimeZone): string {
  switch (id) {
    case 'duration_ms':
    case 'ttft_ms':
      return formatDuration(row.number(id));
    case 'input_tokens':
    case 'output_tokens':
    case 'credits':
      return formatCount(row.number(id));
    case 'cost_usd':
      return formatCost(row.number(id));
    case 'start_time':
      return formatTime(row.startTimeMs, timeZone);
    case 'streamed':
      return streamedText(row.text(id));
    case 'match_preview':
      return matchText(row.text(id));
    default:
      return row.isWithheld(id) ? t('table.withheld', '[hidden]') : shortened(row.text(id), MAX_CELL_TEXT);
  }
}

/** The exact value in words, of which the cell may show less. Empty when the cell shows all there is. */
export function fullText(row: TraceRow, id: TraceColumnId, timeZone: TimeZone): string {
  const number = row.number(id);
  switch (id) {
    case 'duration_ms':
    case 'ttft_ms':
      return number === null ? '' : t('table.milliseconds', '{{value}} ms', { value: number.toLocaleString('en-US') });
    case 'cost_usd':
      return number === null ? '' : `$${number}`;
    case 'start_time':
      return number === null ? '' : dateTimeFormat(number, { timeZone, format: 'YYYY-MM-DD HH:mm:ss.SSS Z' });
    case 'status':
    case 'streamed':
    case 'input_tokens':
    case 'output_tokens':
    case 'credits':
      return '';
    case 'match_preview':
      return matchText(row.text(id));
    default:
      return row.isWithheld(id)
        ? t('table.withheld-why', 'The settings of the data source hide this from your role.')
        : shortened(row.text(id), MAX_TIP_TEXT);
  }
}

/** The value itself as the frame holds it, for the clipboard: whole and without any sign added. */
export function copiedText(row: TraceRow, id: TraceColumnId): string {
  if (id === 'match_preview') {
    // Without the signs that the trace server puts around the hit.
    return row.text(id).replace(/[\u2068\u2069]/g, '');
  }
  const timeMs = id === 'start_time' ? row.startTimeMs : null;
  return timeMs === null ? row.text(id) : new Date(timeMs).toISOString();
}

function streamedText(value: string): string {
  return value === 'true' ? t('table.yes', 'Yes') : value === 'false' ? t('table.no', 'No') : value;
}

/** Never cut inside a character. */
function shortened(text: string, most: number): string {
  if (text.length <= most) {
    return visibleText(text);
  }
  const end = /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
  return `${visibleText(text.slice(0, end))}…`;
}
