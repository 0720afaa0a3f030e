import { t } from '@grafana/i18n';
import React from 'react';
import type { TraceDetail } from '../../detail/fetchTrace';
import type { PanelSource } from '../../source/panelSource';
import { PayloadContent } from './PayloadContent';

interface Props {
  /** Where the payload is read from: the data source of the trace. */
  source: PanelSource | null;
  trace: TraceDetail;
  side: 'input' | 'output';
  /** Deployment version or connection, put after the model's name in the JSON. */
  modelNote: string;
}

/** Input or output of a trace: as messages, as text, or the complete payload as JSON. */
export function PayloadPanel(props: Props) {
  const title = props.side === 'input' ? t('payload.input', 'Input') : t('payload.output', 'Output');
  return <PayloadContent {...props} title={title} />;
}
