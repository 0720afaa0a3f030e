import { t } from '@grafana/i18n';
import React from 'react';
import type { TraceDetail } from '../../detail/fetchTrace';
import { contentsRole } from '../../detail/contentsRole';
import type { PanelSource } from '../../source/panelSource';
import { Section } from '../Section';
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
  return props.trace.contents_withheld ? (
    <Section title={title}>
      <p>{withheldSentence(contentsRole(props.source))}</p>
    </Section>
  ) : (
    <PayloadContent {...props} title={title} />
  );
}

function withheldSentence(role: string | undefined): string {
  return role === undefined
    ? t('payload.withheld', 'The settings of the data source hide the contents of traces from you.')
    : t(
        'payload.withheld-role',
        'The settings of the data source hide the contents of traces from you. Users with the role {{role}} or a higher one see them.',
        { role }
      );
}
