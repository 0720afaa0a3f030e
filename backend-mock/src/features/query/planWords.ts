/** An index of the engine's plan, as `EXPLAIN indexes = 1, json = 1` writes it. */
interface PlanIndex {
  Type: string;
  Name?: string;
  Keys?: string[];
  'Initial Granules'?: number;
  'Selected Granules'?: number;
  'Initial Parts'?: number;
  'Selected Parts'?: number;
}

interface PlanNode {
  'Node Type'?: string;
  Description?: string;
  Indexes?: PlanIndex[];
  Plans?: PlanNode[];
}

const count = (value: number | undefined) => (value ?? 0).toLocaleString('en-US');

function indexWords(index: PlanIndex): string[] {
  const before = index['Initial Granules'];
  const after = index['Selected Granules'];
  const narrowed = `${count(after)} of ${count(before)} blocks of up to 8,192 rows remain`;
  switch (index.Type) {
    case 'PrimaryKey':
      return (index.Keys ?? []).length === 0 ? [] : [`By the order of ${(index.Keys ?? []).join(', ')}: ${narrowed}.`];
    case 'Partition':
    case 'Min-Max':
    case 'MinMax':
      return before === after ? [] : [`By the time of the data parts: ${narrowed}.`];
    case 'Skip':
      return [
        `By the ${index.Name?.startsWith('text_') === true ? 'text index' : 'index'} ${index.Name ?? ''}: ${narrowed}.`,
      ];
    default:
      return [];
  }
}

function nodeWords(node: PlanNode): string[] {
  const type = node['Node Type'] ?? '';
  const description = node.Description ?? '';
  const own: string[] = [];
  if (type.startsWith('ReadFromPreparedSource')) own.push('The number of rows is known without reading them.');
  if (type.startsWith('ReadFromMergeTree') && description !== '' && !/(?:^|\.)traces(?:_local)?$/.test(description)) {
    own.push(`Reads the projection ${description} instead of the table.`);
  }
  if (type.startsWith('ReadFromRemote'))
    own.push('The other shards of the cluster are asked too; the blocks named here are of one of them.');
  return [...own, ...(node.Indexes ?? []).flatMap(indexWords), ...(node.Plans ?? []).flatMap(nodeWords)];
}

/** How the engine narrows the rows down, in words, from its plan as JSON text. */
export function planWords(plan: string): string[] {
  const read = JSON.parse(plan) as { Plan?: PlanNode }[];
  const words = read.flatMap(({ Plan: node }) => (node ? nodeWords(node) : []));
  return [...new Set(words)];
}
