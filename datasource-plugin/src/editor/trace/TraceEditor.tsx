import { InlineField } from '@grafana/ui';
import React, { useId } from 'react';
import { LIMITS } from '../../contract/constants.gen';
import { testIds } from '../../testIds';
import type { TraceQuery } from '../../types';
import type { TypedEditorProps } from '../editorProps';
import { LABEL_WIDTH } from '../layout';
import { CommittedInput } from '../text/CommittedInput';

/** Which request is shown as spans. */
export function TraceEditor({ query, onChange }: TypedEditorProps<TraceQuery>) {
  const id = useId();
  return (
    <InlineField label="Request ID" labelWidth={LABEL_WIDTH} htmlFor={id} grow>
      <CommittedInput
        id={id}
        data-testid={testIds.requestId}
        placeholder="Request ID or a variable"
        maxLength={LIMITS.TraceInput.request_id.maxLength}
        value={query.requestId ?? ''}
        onCommit={(requestId) => {
          onChange({ ...query, requestId: requestId.trim() });
        }}
      />
    </InlineField>
  );
}
