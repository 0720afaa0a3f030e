import { t } from '@grafana/i18n';
import { Button } from '@grafana/ui';
import React, { useState, type ReactNode } from 'react';

/** A list put into the page in steps: what is shown of it, and the button for the next step while there is more. */
export function useSteps<T>(items: readonly T[], step: number): { shown: readonly T[]; more: ReactNode } {
  const [steps, setSteps] = useState(1);
  const count = steps * step;
  const more =
    count < items.length ? (
      <Button
        size="sm"
        variant="secondary"
        onClick={() => {
          setSteps(steps + 1);
        }}
      >
        {t('drawer.show-more-of', 'Show more ({{left}} left)', {
          left: (items.length - count).toLocaleString('en-US'),
        })}
      </Button>
    ) : null;
  return { shown: items.slice(0, count), more };
}
