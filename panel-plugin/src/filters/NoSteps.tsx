import { t } from '@grafana/i18n';
import { Button, Stack } from '@grafana/ui';
import React from 'react';
import { errorWords } from '../errors/errorWords';
import type { ReadCondition } from './useReadCondition';
import { whyNoSteps } from './whyNoSteps';

interface Props {
  read: ReadCondition;
  onEditText: () => void;
  /** Begins with an empty step; the condition stays until that is applied. */
  onStart: () => void;
}

/** Why the builder does not show the condition that is applied, and what to do instead. */
export function NoSteps({ read, onEditText, onStart }: Props) {
  return (
    <>
      <p>{noStepsWords(read)}</p>
      <Stack direction="row" gap={1} wrap="wrap">
        <Button size="sm" onClick={onEditText}>
          {t('filters.edit-text', 'Edit as text')}
        </Button>
        <Button size="sm" variant="secondary" onClick={onStart}>
          {t('filters.start-over', 'Start over with steps')}
        </Button>
      </Stack>
    </>
  );
}

function noStepsWords({ answer, error }: ReadCondition): string {
  if (!answer) {
    return errorWords(error);
  }
  return answer.diagnostics.length > 0
    ? t('filters.faulty', 'The condition has a fault, so it stays text until that is mended.')
    : whyNoSteps(answer.ast);
}
