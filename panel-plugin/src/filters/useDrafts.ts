import { useRef, useState } from 'react';
import type { PanelSource } from '../source/panelSource';
import { writeCondition } from './conditionReader';
import { differs, type Drafts, finished, stepProblem, withNewStep } from './drafts';
import type { QueryBuilder } from './queryFields';
import { type StepRefusal, stepRefusal } from './stepRefusal';

interface Options {
  source: PanelSource | null;
  /** The steps that are applied; undefined when what is applied is more than steps. */
  applied: QueryBuilder | undefined;
  drafts: Drafts;
  onDraft: (drafts: Drafts | undefined) => void;
  onApply: (query: string) => void;
}

/** Editing steps until they are applied or discarded. */
export function useDrafts({ source, applied, drafts, onDraft, onApply }: Options) {
  /** Around the rows of the steps. */
  const list = useRef<HTMLDivElement>(null);
  const [isChecked, setChecked] = useState(false);
  const [isApplying, setApplying] = useState(false);
  const [refusal, setRefusal] = useState<StepRefusal>();
  const draft = (next: Drafts) => {
    setRefusal(undefined);
    onDraft(next);
  };
  return {
    list,
    isChecked,
    isApplying,
    refusal,
    isChanged: !applied || differs(drafts, applied),
    draft,
    addStep: () => {
      // The new step is not blamed for being empty.
      setChecked(false);
      draft(withNewStep(drafts));
    },
    discard: () => {
      setChecked(false);
      setRefusal(undefined);
      onDraft(undefined);
    },
    /** Applies the steps, or goes to the first that cannot be applied. */
    apply: async () => {
      const wrong = drafts.steps.findIndex((step) => stepProblem(step) !== undefined);
      setChecked(true);
      if (wrong >= 0) {
        focusStep(list.current, wrong);
        return;
      }
      setApplying(true);
      try {
        onApply(await writeCondition(source, finished(drafts)));
      } catch (error) {
        setRefusal(stepRefusal(error));
      } finally {
        setApplying(false);
      }
    },
  };
}

/** What is missing is behind what is there: a step is written from left to right. */
function focusStep(list: HTMLElement | null, index: number): void {
  const step = list?.querySelectorAll('[role="group"]')[index];
  [...(step?.querySelectorAll<HTMLElement>('input') ?? [])].at(-1)?.focus();
}
