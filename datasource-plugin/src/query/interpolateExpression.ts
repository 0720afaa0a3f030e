/** A variable as it stands in a text. */
export interface VariableExpression {
  /** As written: `$name`, `${name}`, `${name.path:format}` or `[[name:format]]`. */
  text: string;
  /** The same without its format. */
  plain: string;
  name: string;
  /** What follows the first colon, such as `csv` or `date:iso`. */
  format: string | undefined;
}

/** What a variable stands for; undefined when no variable of the dashboard has this name. */
export type VariableValues = 'all' | string[] | undefined;

/** Looks up the variables of one request. */
export interface VariableLookup {
  /** The chosen values without empty ones, or that it is at "All". */
  values(expression: VariableExpression): VariableValues;
  /** The value in the format that the expression names. */
  formatted(expression: VariableExpression): string;
}

const EXPRESSION = /\$(\w+)|\$\{(\w+)([^:{}]*)(?::([^{}]+))?\}|\[\[(\w+?)(?::(\w+))?\]\]/y;

/** The variable that a text has at a place, by Grafana's rules. */
export function expressionAt(text: string, at: number): VariableExpression | undefined {
  EXPRESSION.lastIndex = at;
  const found = EXPRESSION.exec(text);
  if (!found) {
    return undefined;
  }
  const [written, dollar, braced, path = '', bracedFormat, bracketed, bracketedFormat] = found;
  const name = dollar ?? braced ?? bracketed ?? '';
  return { text: written, name, plain: `\${${name}${path}}`, format: bracedFormat ?? bracketedFormat };
}

/** The variable that a text is as a whole. */
export function soleExpression(text: string): VariableExpression | undefined {
  const expression = expressionAt(text, 0);
  return expression?.text === text ? expression : undefined;
}
