import { t } from '@grafana/i18n';
import { FRAME_FIELDS } from '../../contract/constants.gen';
import type { TraceColumnId } from './columnLayout';

/** What a column is called. */
export function columnLabel(id: TraceColumnId): string {
  return t(`field.${id}`, FRAME_FIELDS.traces[id].label);
}
