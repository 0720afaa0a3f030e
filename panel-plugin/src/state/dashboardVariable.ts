import type { InterpolateFunction } from '@grafana/data';

/** The variable's text, or undefined when the dashboard has no variable of that name. */
export function variableText(variable: string, replaceVariables: InterpolateFunction): string | undefined {
  if (!/^\w+$/.test(variable)) {
    return undefined;
  }
  const reference = `\${${variable}:raw}`;
  const text = replaceVariables(reference);
  return text === reference ? undefined : text;
}

/** URL parameter from which a dashboard takes a variable. */
export function variableParameter(variable: string): string {
  return `var-${variable}`;
}
