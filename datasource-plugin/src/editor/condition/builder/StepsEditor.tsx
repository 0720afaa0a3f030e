import { Button, RadioButtonGroup, Stack, Text } from '@grafana/ui';
import React from 'react';
import { LIMITS } from '../../../contract/constants.gen';
import { testIds } from '../../../testIds';
import { type Conjunction, type Drafts, finished, NO_DRAFTS, withNewStep, withoutStep, withStep } from './drafts';
import { StepRow } from './StepRow';
import type { ValueContext } from './StepValue';

interface StepsEditorProps extends ValueContext {
  drafts: Drafts;
  onChange: (drafts: Drafts) => void;
}

const CONJUNCTIONS: { value: Conjunction; label: string; description: string }[] = [
  { value: 'and', label: 'AND', description: 'Every step holds' },
  { value: 'or', label: 'OR', description: 'At least one step holds' },
];

/** The condition as steps, which are all joined by AND or all by OR. */
export function StepsEditor({ drafts, onChange, ...context }: StepsEditorProps) {
  const { steps, conjunction } = drafts;
  const count = finished(drafts).steps.length;
  return (
    <Stack direction="column" gap={1} data-testid={testIds.steps}>
      {steps.map((step, index) => (
        <StepRow
          key={step.id}
          {...context}
          step={step}
          number={index + 1}
          onChange={(changed) => {
            onChange(withStep(drafts, changed));
          }}
          onRemove={() => {
            onChange(withoutStep(drafts, step.id));
          }}
        />
      ))}
      <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
        {steps.length < LIMITS.QueryBuilder.steps.maxItems && (
          <Button
            variant="secondary"
            size="sm"
            icon="plus"
            data-testid={testIds.addStep}
            onClick={() => {
              onChange(withNewStep(drafts));
            }}
          >
            Add step
          </Button>
        )}
        {steps.length > 1 && (
          <RadioButtonGroup
            size="sm"
            aria-label="How the steps are joined"
            options={CONJUNCTIONS}
            value={conjunction}
            onChange={(chosen) => {
              onChange({ ...drafts, conjunction: chosen });
            }}
          />
        )}
        {steps.length > 0 && (
          <>
            <Button
              variant="secondary"
              fill="text"
              size="sm"
              onClick={() => {
                onChange(NO_DRAFTS);
              }}
            >
              Clear all
            </Button>
            <Text color="secondary" variant="bodySmall">
              {countWords(count, steps.length - count)}
            </Text>
          </>
        )}
      </Stack>
    </Stack>
  );
}

function countWords(count: number, unfinished: number): string {
  const steps = count === 1 ? '1 step' : `${count} steps`;
  return unfinished === 0 ? steps : `${steps}, ${unfinished} not finished`;
}
