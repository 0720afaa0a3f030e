import type { InterpolateFunction } from '@grafana/data';
import { ALL_MODELS } from './viewState';

/** The variable's text, or undefined when the dashboard has no variable of that name. */
export function variableText(variable: string, replaceVariables: InterpolateFunction): string | undefined {
  if (!/^\w+$/.test(variable)) {
    return undefined;
  }
  const reference = `\${${variable}:raw}`;
  const text = replaceVariables(reference);
  return text === reference ? undefined : text;
}

/**
 * The model that a variable holds. Several, which is also what "All" is of a variable without a value of its own for it,
 * are no single model: a list of names must not be taken for the name of one.
 */
export function variableModel(variable: string, replaceVariables: InterpolateFunction): string | undefined {
  const text = variableText(variable, replaceVariables);
  if (text === undefined) {
    return undefined;
  }
  const held: unknown[] = [];
  replaceVariables(`\${${variable}}`, undefined, (value: unknown) => {
    held.push(value);
    return '';
  });
  return held.some((value) => Array.isArray(value) && value.length !== 1) ? ALL_MODELS : text;
}

/** URL parameter from which a dashboard takes a variable. */
export function variableParameter(variable: string): string {
  return `var-${variable}`;
}
