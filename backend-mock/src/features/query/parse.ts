import type { components } from '../../contract/api.gen.js';
import { CodedError } from '../../errors.js';
import type { QueryNode } from '../../query/ast.js';
import { builderOf } from '../../query/builder.js';
import { contractNode } from '../../query/contractNode.js';
import { print } from '../../query/print.js';
import { readQuery } from '../../query/readQuery.js';
import type { Store } from '../../store/store.js';

type ParseAnswer = components['schemas']['QueryParseAnswer'];

function diagnosed(error: CodedError, text: string): ParseAnswer {
  const { position, length } = error.span ?? { position: 0, length: text.length };
  const diagnostic = { message: error.message, expected: error.expected ?? '', position, length };
  return { text: '', ast: null, builder: null, diagnostics: [diagnostic] };
}

function patternsOf(node: QueryNode): string[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.nodes.flatMap(patternsOf);
    case 'not':
      return patternsOf(node.node);
    case 'text':
      return [];
    case 'compare':
      return node.operator === 'matches' ? node.values.map(({ text }) => text) : [];
  }
}

/** What a query means, or where its fault is. The engine itself is asked about regular expressions. */
export async function parseAnswer(store: Store, text: string): Promise<ParseAnswer> {
  try {
    const node = readQuery(text);
    for (const pattern of node ? patternsOf(node) : []) {
      await store.rows({ sql: "SELECT match('', {pattern:String})", params: { pattern } });
    }
    return {
      text: node ? print(node) : '',
      ast: node ? contractNode(node) : null,
      builder: builderOf(node) ?? null,
      diagnostics: [],
    };
  } catch (error) {
    if (error instanceof CodedError && error.code === 'INVALID_ARGUMENT') return diagnosed(error, text);
    throw error;
  }
}
