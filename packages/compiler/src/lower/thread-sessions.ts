import {
  array,
  call,
  type ExpressionNode,
  lambda,
  literal,
  object,
  property,
  scope as scopeNode,
  states,
  substituteExpression,
  transformExpression,
  variable,
} from "@treadle/expressions";
import { type EdgeDraft, edgesOf, type ScopeDraft, type StateDraft } from "./state-draft.js";

const prefix = "session:";

/** What stands for a session's token until it has a variable; no step has such a key. */
export function sessionKey(name: string): string {
  return `${prefix}${name}`;
}

/** What each session's token is, by key, where a scope begins. */
type Tokens = ReadonlyMap<string, ExpressionNode>;

/**
 * Gives each session a variable in every scope that uses it: null at the start of the workflow, what the scope around has
 * at the start of an inner one, and after each task what the task gave. An inner scope cannot assign outer variables, so
 * where a task after a Map or a Parallel needs a session that was used inside, the ends inside give their token beside their
 * value.
 */
export function threadSessions(scope: ScopeDraft): void {
  if (sessionsOfScope(scope).size === 0) return;
  threadScope(scope, { outer: new Map(), depth: 0, wanted: new Set(), wraps: false });
}

interface Surroundings {
  readonly outer: Tokens;
  readonly depth: number;
  /** The sessions whose tokens the scope's ends give out. */
  readonly wanted: ReadonlySet<string>;
  /** Whether the scope's ends give `{ value, sessions }`. */
  readonly wraps: boolean;
}

function threadScope(scope: ScopeDraft, { outer, depth, wanted, wraps }: Surroundings): void {
  const leaving = new Map(scope.states.map((state) => [state, sessionsLeaving(scope, state, wanted)]));
  const initial = new Map(outer);
  const variables = new Map<string, string>();
  for (const state of scope.states) {
    for (const key of [...sessionsOfTask(state), ...leaving.get(state)!]) {
      variables.set(key, variableOf(key, depth));
      if (!initial.has(key)) initial.set(key, literal(null));
    }
  }
  const current = new Map([...initial, ...[...variables].map(([key, name]) => [key, scopeNode(name)] as const)]);
  scope.states.splice(
    0,
    scope.states.length,
    ...scope.states.map((state) => {
      // The first state is entered once: what leads back to the beginning of a scope leads to a state after it.
      const isFirst = state.name === scope.startAt;
      const tokens = isFirst ? initial : current;
      const tokenAt = (key: string) => (variables.has(key) ? tokens.get(key) : undefined);
      const out = leaving.get(state)!;
      if (out.size > 0) unwrapResult(state, out, tokens);
      for (const edge of edgesOf(state)) {
        if (wraps && edge.next === undefined && edge.output) {
          edge.output = wrapped(edge.output, wanted, (key) => edge.assign.get(key) ?? tokenAt(key));
        }
        threadEdge(edge, variables, tokens, isFirst);
      }
      // The children of a distributed Map are executions of their own, and see no variables.
      const around: Tokens = state.processorConfig ? new Map() : tokens;
      for (const inner of scopesIn(state)) {
        threadScope(inner, { outer: around, depth: depth + 1, wanted: out, wraps: out.size > 0 });
      }
      const threaded = readTokens(state, tokens);
      if (!wraps || state.type !== "Succeed") return threaded;
      const output = wrapped(threaded.expressions.Output ?? states("input"), wanted, tokenAt);
      return { ...threaded, expressions: { ...threaded.expressions, Output: output } };
    }),
  );
}

function threadEdge(edge: EdgeDraft, variables: ReadonlyMap<string, string>, tokens: Tokens, isFirst: boolean): void {
  for (const [key, name] of variables) {
    const token = edge.assign.get(key);
    edge.assign.delete(key);
    if (edge.next === undefined) continue;
    if (token !== undefined) edge.assign.set(name, token);
    else if (isFirst) edge.assign.set(name, tokens.get(key)!);
  }
}

function readTokens(state: StateDraft, tokens: Tokens): StateDraft {
  const expressions = Object.entries(state.expressions).map(([field, node]) => [
    field,
    node &&
      substituteExpression(node, (reference) =>
        reference.kind === "scope" ? (tokens.get(reference.name) ?? reference) : reference,
      ),
  ]);
  return { ...state, expressions: Object.fromEntries(expressions) };
}

/** The sessions that are used inside a Map or Parallel, and by a state after it or outside the scope. */
function sessionsLeaving(scope: ScopeDraft, state: StateDraft, wanted: ReadonlySet<string>): ReadonlySet<string> {
  if (state.processorConfig || state.success === undefined) return new Set();
  const inside = new Set(scopesIn(state).flatMap((inner) => [...sessionsOfScope(inner)]));
  if (inside.size === 0) return inside;
  const after = new Set([...wanted, ...statesAfter(scope, state).flatMap((later) => [...sessionsOfState(later)])]);
  return new Set([...inside].filter((key) => after.has(key)));
}

function statesAfter(scope: ScopeDraft, from: StateDraft): readonly StateDraft[] {
  const byName = new Map(scope.states.map((state) => [state.name, state]));
  const found = new Set<StateDraft>();
  const pending = [from];
  for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
    for (const { next } of edgesOf(state)) {
      const following = next === undefined ? undefined : byName.get(next);
      if (following === undefined || found.has(following)) continue;
      found.add(following);
      pending.push(following);
    }
  }
  return [...found];
}

function sessionsOfScope(scope: ScopeDraft): ReadonlySet<string> {
  return new Set(scope.states.flatMap((state) => [...sessionsOfState(state)]));
}

function sessionsOfState(state: StateDraft): ReadonlySet<string> {
  return new Set([...sessionsOfTask(state), ...scopesIn(state).flatMap((inner) => [...sessionsOfScope(inner)])]);
}

function sessionsOfTask(state: StateDraft): readonly string[] {
  return [...(state.success?.assign.keys() ?? [])].filter((key) => key.startsWith(prefix));
}

/** At an end of an inner scope: the value, and the tokens as they are then. */
function wrapped(
  value: ExpressionNode,
  wanted: ReadonlySet<string>,
  tokenAt: (key: string) => ExpressionNode | undefined,
): ExpressionNode {
  const ended = [...wanted].map((key) => [nameOf(key), tokenAt(key) ?? literal(null)] as const);
  return object({ value, sessions: object(Object.fromEntries(ended)) });
}

/** Behind a Map or Parallel whose ends give tokens: its result is their values, and each session is as far as all of them. */
function unwrapResult(state: StateDraft, keys: ReadonlySet<string>, before: Tokens): void {
  const edge = state.success!;
  const unwrapNode = state.type === "Map" ? unwrapMapped : unwrapBranch;
  for (const [key, node] of edge.assign) edge.assign.set(key, transformExpression(node, unwrapNode));
  if (edge.output) edge.output = transformExpression(edge.output, unwrapNode);
  for (const key of keys) {
    const ended = property(property(states("result"), "sessions"), nameOf(key));
    edge.assign.set(key, joined(array([before.get(key)!, ended])));
  }
}

/** A Map's result is read as a whole. */
function unwrapMapped(node: ExpressionNode): ExpressionNode {
  if (!isResult(node)) return node;
  const each = call("map", node, lambda(["each"], property(variable("each"), "value")));
  return array([Object.freeze({ ...each, keepArray: true as const })]);
}

/** A Parallel's result is read branch by branch. */
function unwrapBranch(node: ExpressionNode): ExpressionNode {
  return node.kind === "subscript" && isResult(node.object) ? property(node, "value") : node;
}

function isResult(node: ExpressionNode): boolean {
  return node.kind === "states" && node.field === "result";
}

/** What was known before and at several ends as one token: the bridge takes the furthest of each partition. */
function joined(tokens: ExpressionNode): ExpressionNode {
  const known = call("filter", tokens, lambda(["token"], call("boolean", variable("token"))));
  return call("join", array([known]), literal(","));
}

/** `carts` → `carts_session_0`: no step's variable has a part that begins with a digit. */
function variableOf(key: string, depth: number): string {
  const name = nameOf(key).replace(/[^A-Za-z0-9]/g, (other) => `_${other.codePointAt(0)}`);
  return `${name}_session_${depth}`;
}

function nameOf(key: string): string {
  return key.slice(prefix.length);
}

function scopesIn(state: StateDraft): readonly ScopeDraft[] {
  return [...(state.processor ? [state.processor] : []), ...(state.branches ?? [])];
}
