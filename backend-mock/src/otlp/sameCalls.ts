import type { MappedTrace } from './mapping/spanToTrace.js';

/** What tells whether two spans describe the same call of a model. */
export interface Call {
  model: string;
  responseModel: string;
  operation: string;
  status: string;
  input: number | null;
  output: number | null;
}

/** A model request of a batch with the ids of the spans around it, the innermost first. */
export interface PlacedCall {
  id: string;
  ancestors: readonly string[];
  call: Call;
}

/** Calls that are remembered for spans that arrive in a later batch. */
const MOST_REMEMBERED = 50_000;

/** What is compared of a trace. */
export function callOf({ trace }: MappedTrace): Call {
  return {
    model: trace.model,
    responseModel: trace.response_model ?? '',
    operation: trace.operation ?? '',
    status: trace.status,
    input: trace.input_tokens ?? null,
    output: trace.output_tokens ?? null,
  };
}

function hasSameModel(a: Call, b: Call): boolean {
  return (
    a.model === b.model ||
    (b.responseModel !== '' && (a.responseModel === b.responseModel || a.model === b.responseModel)) ||
    a.responseModel === b.model
  );
}

function isUnknown(call: Call): boolean {
  return call.input === null && call.output === null;
}

function isSame(a: Call, b: Call): boolean {
  const hasSameUsage = (a.input === b.input && a.output === b.output) || isUnknown(a) || isUnknown(b);
  return hasSameUsage && a.operation === b.operation && a.status === b.status && hasSameModel(a, b);
}

/** Whether a span repeats the sum of several calls inside it. */
function isSum(outer: Call, inner: readonly Call[]): boolean {
  const sum = (pick: (call: Call) => number | null) => inner.reduce((total, call) => total + (pick(call) ?? 0), 0);
  return (
    inner.length > 1 &&
    outer.input !== null &&
    outer.input > 0 &&
    outer.input === sum((call) => call.input) &&
    (outer.output ?? 0) === sum((call) => call.output) &&
    inner.every((call) => hasSameModel(outer, call))
  );
}

/** Of an outer call and those inside it, the ones that say nothing the others do not. */
function addRepeated(repeated: Set<string>, outer: PlacedCall, inner: readonly PlacedCall[]): void {
  const same = inner.filter(({ call }) => isSame(outer.call, call));
  const [only] = same;
  if (only && same.length === 1 && isUnknown(only.call) && !isUnknown(outer.call)) repeated.add(only.id);
  else if (
    only ||
    isSum(
      outer.call,
      inner.map(({ call }) => call),
    )
  )
    repeated.add(outer.id);
}

/**
 * Finds model requests that are told twice: a call of a framework (LangChain's, say) around the call of the provider's
 * SDK, both instrumented. Model calls do not lie inside each other, so of a span and one inside it that agree in model,
 * operation, outcome and tokens only one is a request: the inner one, or the outer one where only that has tokens, or the one
 * that was stored first when they come in different batches (as long as the server ran and remembers it).
 */
export class SameCalls {
  readonly #bySpan = new Map<string, Call>();
  readonly #byAncestor = new Map<string, Call>();

  /** Ids of the calls of a batch that repeat another. */
  repeated(batch: readonly PlacedCall[]): Set<string> {
    const repeated = new Set<string>();
    const byId = new Map(batch.map((placed) => [placed.id, placed]));
    const inner = new Map<string, PlacedCall[]>();
    for (const placed of batch) {
      const outer = placed.ancestors.map((id) => byId.get(id)).find((around) => around !== undefined);
      if (outer) inner.set(outer.id, [...(inner.get(outer.id) ?? []), placed]);
    }
    for (const [id, calls] of inner) {
      const outer = byId.get(id);
      if (outer) addRepeated(repeated, outer, calls);
    }
    for (const { id, ancestors, call } of batch) {
      const known = [this.#byAncestor.get(id), ...ancestors.map((ancestor) => this.#bySpan.get(ancestor))];
      if (known.some((other) => other !== undefined && isSame(call, other))) repeated.add(id);
    }
    return repeated;
  }

  /** Remembers calls that were stored. */
  remember(batch: readonly PlacedCall[]): void {
    for (const { id, ancestors, call } of batch) {
      remember(this.#bySpan, id, call);
      for (const ancestor of ancestors) remember(this.#byAncestor, ancestor, call);
    }
  }
}

/** The oldest is forgotten first. */
function remember(calls: Map<string, Call>, id: string, call: Call): void {
  calls.delete(id);
  calls.set(id, call);
  const [oldest] = calls.size > MOST_REMEMBERED ? calls.keys() : [];
  if (oldest !== undefined) calls.delete(oldest);
}
