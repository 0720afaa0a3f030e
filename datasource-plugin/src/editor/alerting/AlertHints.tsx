import { Alert, Button, Stack } from '@grafana/ui';
import React from 'react';
import type { ModeltraceQuery } from '../../types';
import { alertHints } from './alertHints';

interface AlertHintsProps {
  query: ModeltraceQuery;
  onChange: (query: ModeltraceQuery) => void;
}

/** What an alert rule cannot do with the query, or does better with another one. */
export function AlertHints({ query, onChange }: AlertHintsProps) {
  return (
    <>
      {alertHints(query).map(({ severity, text, better }) => (
        <Alert key={text} severity={severity} title={text} bottomSpacing={1}>
          {better && (
            <Stack>
              <Button
                size="sm"
                variant="secondary"
                onClick={() => {
                  onChange(better.query);
                }}
              >
                {better.label}
              </Button>
            </Stack>
          )}
        </Alert>
      ))}
    </>
  );
}
