import { type ExpressionNode, literal, scope as scopeNode, substituteExpression } from "@treadle/expressions";
import type { EdgeDraft, ScopeDraft, StateDraft } from "./state-draft.js";

const prefix = "session:";

/** What stands for a session's token until it has a variable; no step has such a key. */
export function sessionKey(name: string): string {
  return `${prefix}${name}`;
}

/** What each session's token is, by key, where a scope begins. */
type Tokens = ReadonlyMap<string, ExpressionNode>;

/**
 * Gives each session a variable in every scope that uses it: null at the start of the workflow, what the scope around has
 * at the start of an inner one, and after each task what the task gave. An inner scope cannot assign outer variables, so a
 * session does not come out of a Map or a Parallel.
 */
export function threadSessions(scope: ScopeDraft): void {
  threadScope(scope, new Map(), 0);
}

function threadScope(scope: ScopeDraft, outer: Tokens, depth: number): void {
  const initial = new Map(outer);
  const variables = new Map<string, string>();
  for (const state of scope.states) {
    for (const key of state.success?.assign.keys() ?? []) {
      if (!key.startsWith(prefix)) continue;
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
      for (const edge of edgesOf(state)) threadEdge(edge, variables, tokens, isFirst);
      for (const inner of scopesIn(state)) threadScope(inner, tokens, depth + 1);
      return readTokens(state, tokens);
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

/** `carts` → `carts_session_0`: no step's variable has a part that begins with a digit. */
function variableOf(key: string, depth: number): string {
  const name = key.slice(prefix.length).replace(/[^A-Za-z0-9]/g, (other) => `_${other.codePointAt(0)}`);
  return `${name}_session_${depth}`;
}

function scopesIn(state: StateDraft): readonly ScopeDraft[] {
  return [...(state.processor ? [state.processor] : []), ...(state.branches ?? [])];
}

function edgesOf(state: StateDraft): readonly EdgeDraft[] {
  return [
    ...(state.success ? [state.success] : []),
    ...(state.catchers ?? []).map(({ edge }) => edge),
    ...(state.rules ?? []).map(({ edge }) => edge),
    ...(state.otherwise ? [state.otherwise] : []),
  ];
}
