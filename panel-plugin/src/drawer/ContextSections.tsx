import React from 'react';
import type { TraceDetail } from '../detail/fetchTrace';
import { words } from '../words';
import { LargeText } from './payload/LargeText';
import { Facts, Section } from './Section';
import { entryFacts, fact, known, valueText } from './traceFacts';

const { sections } = words;

/** What surrounded the request. Parts that the trace does not have are left out. */
export function ContextSections({ trace }: { trace: TraceDetail }) {
  return (
    <>
      <EntriesSection title={sections.parameters} entries={trace.parameters} />
      <EntriesSection title={sections.tags} entries={trace.tags} />
      {trace.workflow && <WorkflowSection workflow={trace.workflow} />}
      {trace.retries && (
        <Section title={sections.retries}>
          <Facts
            facts={[
              fact(sections.retryCount, `${trace.retries.count ?? ''}`),
              ...known([fact(sections.backoff, trace.retries.backoff), fact(sections.outcome, trace.retries.outcome)]),
            ]}
          />
        </Section>
      )}
      {trace.http_request && (
        <Section title={sections.httpRequest}>
          <Facts
            facts={[
              fact(sections.method, trace.http_request.method),
              fact(sections.url, trace.http_request.url),
              ...entryFacts(trace.http_request.headers ?? {}),
            ]}
          />
        </Section>
      )}
    </>
  );
}

function EntriesSection({ title, entries }: { title: string; entries: Record<string, unknown> }) {
  const facts = entryFacts(entries);
  return facts.length > 0 ? (
    <Section title={title}>
      <Facts facts={facts} />
    </Section>
  ) : null;
}

function WorkflowSection({ workflow }: { workflow: NonNullable<TraceDetail['workflow']> }) {
  const data = known([
    fact(sections.nodeInput, valueText(workflow.input)),
    fact(sections.nodeOutput, valueText(workflow.output)),
  ]);
  return (
    <Section title={sections.workflow}>
      <Facts
        facts={known([
          fact(sections.workflowName, workflow.name),
          fact(sections.runId, workflow.run_id),
          fact(sections.nodeId, workflow.node_id),
        ])}
      />
      {data.map(({ label, value }) => (
        <div key={label}>
          <h5>{label}</h5>
          <LargeText text={value} label={label} />
        </div>
      ))}
    </Section>
  );
}
