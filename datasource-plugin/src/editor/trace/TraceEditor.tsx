import { InlineField } from '@grafana/ui';
import React, { useId } from 'react';
import { LIMITS } from '../../contract/constants.gen';
import { testIds } from '../../testIds';
import type { TraceQuery } from '../../types';
import { holdsVariable } from '../../query/variablePattern';
import type { TypedEditorProps } from '../editorProps';
import { LABEL_WIDTH } from '../layout';
import { CommittedInput } from '../text/CommittedInput';

const TRACE_ID = new RegExp(LIMITS.TraceInput.trace_id.pattern, 'i');

function isFaulty(traceId: string): boolean {
  return traceId !== '' && !TRACE_ID.test(traceId) && !holdsVariable(traceId);
}

/** Which request is shown as spans: by its own id, or by that of the OpenTelemetry trace it belongs to. */
export function TraceEditor({ query, onChange, onSave }: TypedEditorProps<TraceQuery>) {
  const id = useId();
  const traceId = query.traceId ?? '';
  return (
    <>
      <InlineField label="Request ID" labelWidth={LABEL_WIDTH} htmlFor={`${id}-request`} grow>
        <CommittedInput
          id={`${id}-request`}
          data-testid={testIds.requestId}
          placeholder="Request ID or a variable"
          maxLength={LIMITS.TraceInput.request_id.maxLength}
          value={query.requestId ?? ''}
          onCommit={(requestId) => {
            onChange({ ...query, requestId: requestId.trim() });
          }}
        />
      </InlineField>
      {!query.requestId && (
        <InlineField
          label="or trace ID"
          labelWidth={LABEL_WIDTH}
          htmlFor={`${id}-trace`}
          grow
          tooltip="OpenTelemetry trace ID; the first of its requests in the time range is shown"
          invalid={isFaulty(traceId)}
          error="A trace ID has 32 hex digits."
        >
          <CommittedInput
            id={`${id}-trace`}
            data-testid={testIds.traceId}
            placeholder="32 hex digits or a variable"
            value={traceId}
            onCommit={(text) => {
              const typed = text.trim();
              const next = { ...query, traceId: holdsVariable(typed) ? typed : typed.toLowerCase() };
              (isFaulty(typed) ? onSave : onChange)(next);
            }}
          />
        </InlineField>
      )}
    </>
  );
}
