import type { components } from '../contract/api.gen.js';
import type { QueryNode } from './ast.js';
import { printSubject } from './print.js';

type ContractNode = components['schemas']['QueryNode'];

/** A query in the contract's form: subjects as a query writes them. */
export function contractNode(node: QueryNode): ContractNode {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { kind: node.kind, nodes: node.nodes.map(contractNode) };
    case 'not':
      return { kind: 'not', nodes: [contractNode(node.node)] };
    case 'text':
      return { kind: 'text', values: [node.value] };
    case 'compare':
      return {
        kind: 'compare',
        field: printSubject(node.subject),
        operator: node.operator,
        values: node.values.map((value) =>
          value.type === 'number'
            ? { type: 'number', text: value.text, number: value.number }
            : { type: value.type, text: value.text },
        ),
      };
  }
}
