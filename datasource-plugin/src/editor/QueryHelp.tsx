import type { QueryEditorHelpProps } from '@grafana/data';
import React from 'react';
import type { ModeltraceQuery } from '../types';
export function QueryHelp(_props: QueryEditorHelpProps<ModeltraceQuery>) {
  return <div />;
}
