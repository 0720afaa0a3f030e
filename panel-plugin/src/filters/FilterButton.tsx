import type { TimeRange } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button } from '@grafana/ui';
import React, { lazy, Suspense, useState } from 'react';
import type { PanelSource } from '../source/panelSource';
import type { Drafts } from './drafts';
import type { Narrowing } from './narrowing';
import type { ReadCondition } from './useReadCondition';

const FilterBuilder = lazy(() => import('./FilterBuilder'));

interface Props {
  source: PanelSource | null;
  range: TimeRange;
  /** What holds besides the condition. */
  narrowing: Narrowing;
  /** The condition that is applied. */
  query: string;
  read: ReadCondition | undefined;
  onApply: (query: string) => void;
  onEditText: () => void;
}

/** Opens the filter builder, and says how many filters there are. Its unfinished steps outlive its closing. */
export function FilterButton({ source, range, narrowing, query, read, onApply, onEditText }: Props) {
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [drafts, setDrafts] = useState<Drafts>();
  // A condition that steps cannot show counts as one.
  const count = query.trim() === '' ? 0 : (read?.answer?.builder?.steps.length ?? 1);
  const close = () => {
    setOpen(false);
  };
  return (
    <>
      <Button
        ref={setAnchor}
        icon="filter"
        variant={count > 0 ? 'primary' : 'secondary'}
        fill="outline"
        aria-label={labelOf(count, drafts !== undefined)}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {countText(count, drafts !== undefined)}
      </Button>
      {isOpen && anchor && (
        <Suspense fallback={null}>
          <FilterBuilder
            anchor={anchor}
            source={source}
            range={range}
            narrowing={narrowing}
            read={read}
            drafts={drafts}
            onDraft={setDrafts}
            onApply={(applied) => {
              setDrafts(undefined);
              close();
              onApply(applied);
            }}
            onEditText={() => {
              close();
              onEditText();
            }}
            onClose={close}
          />
        </Suspense>
      )}
    </>
  );
}

function countText(count: number, isDrafted: boolean): string | undefined {
  const drafted = isDrafted ? '•' : '';
  const active = count > 0 ? String(count) : '';
  return active + drafted || undefined;
}

function labelOf(count: number, isDrafted: boolean): string {
  const active = t('filters.button', '', {
    count,
    defaultValue_one: 'Filters, {{count}} active',
    defaultValue_other: 'Filters, {{count}} active',
  });
  return isDrafted ? t('filters.button-drafted', '{{active}}, changes not applied', { active }) : active;
}
