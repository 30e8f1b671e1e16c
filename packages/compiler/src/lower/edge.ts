import { type ExpressionNode, expressionDepth } from "@treadle/expressions";
import type { EdgeDraft } from "./state-draft.js";
import { readFrom, readsAny } from "./substitute.js";
import { summarize } from "./summarize.js";

/** The values, by key, that can be read at a place without a variable, each as the expression that gives it there. */
export type Readable = ReadonlyMap<string, ExpressionNode>;

/**
 * The point between two states while lowering: the transition that led here, what can be read on it, and what the state
 * it leads to will find in its `$states.input`.
 */
export interface Edge {
  /** `start` enters a scope and can carry nothing; only `success` can end a scope. */
  readonly kind: "start" | "success" | "rule" | "catch";
  readonly draft: EdgeDraft;
  readonly readable: Readable;
  readonly delivered: Readable;
  /** Keys of values assigned here that only states after this transition can read: written out twice, they would differ. */
  readonly sealed: ReadonlySet<string>;
}

/** What a state can read as it is entered. Variables have the values that are `held` already. */
export type Entry = Readable & { readonly held?: ReadonlySet<string> };

const nothing: Readable = new Map();

export function startEdge(enter: (state: string) => void, delivered: Readable = nothing): Edge {
  const draft: EdgeDraft = {
    assign: new Map(),
    output: undefined,
    get next() {
      return undefined;
    },
    set next(state: string | undefined) {
      if (state !== undefined) enter(state);
    },
  };
  return { kind: "start", draft, readable: nothing, delivered, sealed: new Set() };
}

/**
 * A transition that leaves a state. What the state itself could read from its input, and no variable holds, is assigned here, in
 * case it is needed later.
 */
export function leavingEdge(
  kind: "success" | "rule" | "catch",
  entry: Entry,
  own: Readable = nothing,
  delivered: Readable = nothing,
): Edge {
  const readable = new Map([...entry, ...own]);
  const assign = new Map([...readable].filter(([key]) => own.has(key) || !entry.held?.has(key)));
  const draft = { assign, output: undefined, next: undefined };
  return { kind, draft, readable, delivered, sealed: new Set() };
}

/** Gives a value to a key on this transition. */
export function assignOn(edge: Edge, key: string, value: ExpressionNode): Edge {
  edge.draft.assign.set(key, value);
  if (!summarize(value).isRepeatable) return { ...edge, sealed: new Set([...edge.sealed, key]) };
  return { ...edge, readable: new Map([...edge.readable, [key, value]]) };
}

/** Whether an expression reads what can be read only after this transition. */
export function isSealed(edge: Edge, expression: ExpressionNode): boolean {
  return readsAny(expression, edge.sealed);
}

/** By how many nodes an expression may grow when values are written out in it. */
const maxGrowth = 256;

/** How deep it may then be; Step Functions evaluates little more. */
const maxDepth = 80;

/** The most nodes that one value may take on all the transitions that give it. */
const maxCopiedNodes = 2_000;

/**
 * Whether the transitions can give a value themselves. Values that are assigned on the same transition are written out in it,
 * since entries of an Assign do not see each other: past a limit a state between costs less than the text.
 */
export function canGive(edges: readonly Edge[], expression: ExpressionNode): boolean {
  if (edges.some((edge) => edge.kind === "start" || isSealed(edge, expression))) return false;
  const { size } = summarize(expression);
  let copied = 0;
  for (const { readable } of edges) {
    const given = readFrom(expression, readable);
    const grown = summarize(given).size;
    copied += grown;
    if (grown > size + maxGrowth) return false;
    if (grown > size && expressionDepth(given) > Math.max(maxDepth, expressionDepth(expression))) return false;
  }
  return edges.length === 1 || copied <= maxCopiedNodes;
}

/** What a state entered by these edges finds in its input: only what each of them delivers alike. */
export function enter(edges: readonly Edge[], state: string): Entry {
  for (const edge of edges) edge.draft.next = state;
  const [first, ...others] = edges;
  if (first === undefined) return nothing;
  const delivered = [...first.delivered].filter(([key]) => others.every((other) => other.delivered.has(key)));
  const held = delivered.map(([key]) => key).filter((key) => edges.every(({ draft }) => draft.assign.has(key)));
  return Object.assign(new Map(delivered), { held: new Set(held) });
}

export function partition(edges: readonly Edge[], test: (edge: Edge) => boolean): [Edge[], Edge[]] {
  return [edges.filter(test), edges.filter((edge) => !test(edge))];
}
