import { builderOperators, type QueryBuilder, queryFieldType, type QueryOperator } from './queryFields';
import { isValueOf } from './valueForm';

/** A step that somebody may still be writing. */
export interface DraftStep {
  /** Tells the rows apart; not saved. */
  id: number;
  field?: string | undefined;
  operator: QueryOperator;
  /** Undefined until there is one; an empty text is a value of fields with text. */
  value?: string | undefined;
}

/** The steps of the filter builder as they stand in its popover. */
export interface Drafts {
  conjunction: QueryBuilder['conjunction'];
  steps: DraftStep[];
}

/** One step that nothing was written in. */
export const FIRST_STEP: Drafts = { conjunction: 'and', steps: [{ id: 0, operator: '=' }] };

/** The steps of a condition, to be edited: an empty one where there is none yet. */
export function draftsOf({ conjunction, steps }: QueryBuilder): Drafts {
  return steps.length === 0
    ? { ...FIRST_STEP, conjunction }
    : { conjunction, steps: steps.map((step, id) => ({ ...step, id })) };
}

/** What is wrong with a step; undefined when it can be applied. */
export type StepProblem = 'no-field' | 'no-value' | 'wrong-value';

export function stepProblem({ field, value }: DraftStep): StepProblem | undefined {
  if (field === undefined) {
    return 'no-field';
  }
  if (value === undefined) {
    return 'no-value';
  }
  return isValueOf(field, value) ? undefined : 'wrong-value';
}

/** The steps that can be applied. */
export function finished({ conjunction, steps }: Drafts): QueryBuilder {
  return {
    conjunction,
    steps: steps.flatMap((step) => {
      const { field, operator, value } = step;
      return field === undefined || value === undefined || stepProblem(step) !== undefined
        ? []
        : [{ field, operator, value }];
    }),
  };
}

/** The finished steps that hold besides the one that is edited; none where any step is enough. */
export function othersOf(drafts: Drafts, id: number): QueryBuilder {
  return finished({
    ...drafts,
    steps: drafts.conjunction === 'and' ? drafts.steps.filter((step) => step.id !== id) : [],
  });
}

/** Whether there is something to apply or to put away; unfinished steps are, empty ones of an empty condition are not. */
export function differs(drafts: Drafts, applied: QueryBuilder): boolean {
  const { steps } = drafts;
  if (applied.steps.length === 0) {
    return steps.some(({ field }) => field !== undefined);
  }
  const isJoinedOtherwise = steps.length > 1 && drafts.conjunction !== applied.conjunction;
  return (
    isJoinedOtherwise ||
    steps.length !== applied.steps.length ||
    steps.some(({ field, operator, value }, index) => {
      const step = applied.steps[index];
      return !step || field !== step.field || operator !== step.operator || value !== step.value;
    })
  );
}

/** With another, empty step. */
export function withNewStep({ conjunction, steps }: Drafts): Drafts {
  const id = Math.max(-1, ...steps.map((step) => step.id)) + 1;
  return { conjunction, steps: [...steps, { id, operator: '=' }] };
}

/** With one step changed. */
export function withStep(drafts: Drafts, changed: DraftStep): Drafts {
  return { ...drafts, steps: drafts.steps.map((step) => (step.id === changed.id ? changed : step)) };
}

/** Without one step. */
export function withoutStep(drafts: Drafts, id: number): Drafts {
  return { ...drafts, steps: drafts.steps.filter((step) => step.id !== id) };
}

/** The step about another field; operator and value stay where that field has them, too. */
export function withField(step: DraftStep, field: string): DraftStep {
  const operators = builderOperators(field);
  const operator = operators.includes(step.operator) ? step.operator : (operators[0] ?? '=');
  const isSameType = step.field !== undefined && queryFieldType(step.field) === queryFieldType(field);
  const keepsValue = isSameType && step.value !== undefined && isValueOf(field, step.value);
  return { id: step.id, field, operator, value: keepsValue ? step.value : undefined };
}
