import React from 'react';
import { LIMITS } from '../../contract/constants.gen';
import { testIds } from '../../testIds';
import type { LatencyQuery } from '../../types';
import type { TypedEditorProps } from '../editorProps';
import { SelectionEditor } from '../SelectionEditor';
import { LimitField } from '../text/LimitField';

/** Which requests are shown as latency points, and how many points at most. */
export function LatencyEditor(props: TypedEditorProps<LatencyQuery>) {
  const { query, onChange } = props;
  return (
    <>
      <SelectionEditor {...props} />
      <LimitField
        label="Most points"
        tooltip="Where there are more requests, the peaks are kept; empty: as many as the panel is wide"
        testId={testIds.maxPoints}
        limits={LIMITS.LatencyQuery.maxPoints}
        placeholder="Panel width"
        limit={query.maxPoints}
        onChange={(maxPoints) => {
          onChange({ ...query, maxPoints });
        }}
      />
    </>
  );
}
