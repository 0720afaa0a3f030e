import { quoted } from '../strings.js';
import type { FilterNode, FilterOperand, JsonPath, PathStep } from './pathAst.js';

const NAME = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

function printStep(step: PathStep): string {
  switch (step.kind) {
    case 'member':
      return NAME.test(step.name) ? `.${step.name}` : `[${quoted(step.name)}]`;
    case 'index':
      return `[${step.index}]`;
    case 'all':
      return '[*]';
    case 'filter':
      return `[?(${printFilter(step.condition)})]`;
  }
}

const printSteps = (steps: readonly PathStep[]) => steps.map(printStep).join('');

function printOperand(operand: FilterOperand): string {
  if (operand.kind === 'path') return `@${printSteps(operand.steps)}`;
  return typeof operand.value === 'string' ? quoted(operand.value) : String(operand.value);
}

function printFilter(node: FilterNode): string {
  switch (node.kind) {
    case 'and':
      return node.nodes
        .map((child) => (child.kind === 'or' ? `(${printFilter(child)})` : printFilter(child)))
        .join(' && ');
    case 'or':
      return node.nodes.map(printFilter).join(' || ');
    case 'not':
      return `!(${printFilter(node.node)})`;
    case 'exists':
      return `@${printSteps(node.steps)}`;
    case 'compare':
      return `${printOperand(node.left)} ${node.operator} ${printOperand(node.right)}`;
  }
}

/** A JSONPath in its canonical form. */
export function printPath({ root, steps }: JsonPath): string {
  return `$.${root}${printSteps(steps)}`;
}
