import { builderOperators, queryFieldType } from '../../../query/queryFields';
import type { QueryBuilder } from '../../../resources/resources';
import { valueFault } from './valueFault';

type Step = QueryBuilder['steps'][number];
export type Operator = Step['operator'];
export type Conjunction = QueryBuilder['conjunction'];

/** A step that somebody may still be writing. */
export interface DraftStep {
  /** Tells the rows apart; not saved. */
  id: number;
  field?: string | undefined;
  operator: Operator;
  value?: string | undefined;
}

/** The steps of the builder as they stand in the editor. */
export interface Drafts {
  conjunction: Conjunction;
  steps: DraftStep[];
}

export const NO_DRAFTS: Drafts = { conjunction: 'and', steps: [] };

/** The steps of a condition, to be edited. */
export function draftsOf({ conjunction, steps }: QueryBuilder): Drafts {
  return { conjunction, steps: steps.map((step, id) => ({ ...step, id })) };
}

/** What of the drafts can be written as a condition: steps that have everything and no fault. */
export function finished({ conjunction, steps }: Drafts): QueryBuilder {
  return {
    conjunction,
    steps: steps.flatMap(({ field, operator, value }) =>
      field !== undefined && value !== undefined && valueFault(field, value) === undefined
        ? [{ field, operator, value }]
        : []
    ),
  };
}

/** With another, empty step. */
export function withNewStep({ conjunction, steps }: Drafts): Drafts {
  return { conjunction, steps: [...steps, { id: nextId(steps), operator: '=' }] };
}

/** With one step changed. */
export function withStep(drafts: Drafts, changed: DraftStep): Drafts {
  return { ...drafts, steps: drafts.steps.map((step) => (step.id === changed.id ? changed : step)) };
}

/** Without one step. */
export function withoutStep(drafts: Drafts, id: number): Drafts {
  return { ...drafts, steps: drafts.steps.filter((step) => step.id !== id) };
}

/** The step about another field; operator and value stay where that field has them too. */
export function withFieldOf(step: DraftStep, field: string): DraftStep {
  const operators = builderOperators(field);
  const operator = operators.includes(step.operator) ? step.operator : operators[0];
  const isSameType = step.field !== undefined && queryFieldType(step.field) === queryFieldType(field);
  const keepsValue = isSameType && step.value !== undefined && valueFault(field, step.value) === undefined;
  return { id: step.id, field, operator: operator as Operator, value: keepsValue ? step.value : undefined };
}

function nextId(steps: DraftStep[]): number {
  return Math.max(-1, ...steps.map(({ id }) => id)) + 1;
}
