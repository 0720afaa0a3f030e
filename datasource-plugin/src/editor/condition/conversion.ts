import type { ModeltraceResources, QueryBuilder, QueryDiagnostic } from '../../resources/resources';
import { freeMark, hideVariables } from './variables/hideVariables';
import { isBareVariable } from '../../query/variablePattern';
import { whyNoSteps } from './whyNoSteps';

/** What a condition is to the editor. */
export interface ReadCondition {
  /** The steps that show all of it; undefined when steps cannot. */
  builder?: QueryBuilder;
  /** Why there are no steps, as a sentence. */
  reason?: string;
  /** Faults, with their place in the condition as it was written. */
  diagnostics: QueryDiagnostic[];
}

type Parser = Pick<ModeltraceResources, 'parseQuery'>;
type Formatter = Pick<ModeltraceResources, 'formatQuery'>;

const NOTHING: QueryBuilder = { conjunction: 'and', steps: [] };

/** Has the trace server read a condition, which may hold variables. Rejects when the server cannot be asked. */
export async function readCondition(resources: Parser, condition: string): Promise<ReadCondition> {
  if (condition.trim() === '') {
    return { builder: NOTHING, diagnostics: [] };
  }
  const hidden = hideVariables(condition);
  const { builder, ast, diagnostics } = await resources.parseQuery(hidden.text);
  if (diagnostics.length > 0) {
    return {
      reason: 'The condition has a fault, so it stays text until that is mended.',
      diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, ...hidden.written(diagnostic) })),
    };
  }
  if (builder === null) {
    return { reason: whyNoSteps(ast), diagnostics };
  }
  return hidden.canShow
    ? { builder: hidden.restored(builder), diagnostics }
    : { reason: 'Steps cannot show where the condition has its variables, so it stays text.', diagnostics };
}

/**
 * Has the trace server write steps as a condition; variables stay as they are. Rejects with what the server says of a
 * step that cannot be written.
 */
export async function writeCondition(resources: Formatter, { conjunction, steps }: QueryBuilder): Promise<string> {
  if (steps.length === 0) {
    return '';
  }
  const mark = freeMark(JSON.stringify(steps));
  const isVariable = steps.map(({ value }) => isBareVariable(value));
  const given = steps.map((step, index) =>
    isVariable[index] ? { field: `tags.${mark}${index}`, operator: '=' as const, value: 'v' } : step
  );
  const text = await resources.formatQuery({ conjunction, steps: given });
  return text.replace(new RegExp(`tags\\.${mark}(\\d+) = v`, 'g'), (all, index: string) => {
    const step = steps[Number(index)];
    return step ? `${step.field} ${step.operator} ${step.value}` : all;
  });
}
