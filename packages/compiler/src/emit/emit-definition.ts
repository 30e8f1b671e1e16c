import { type ExpressionNode, foldConstants, type Json, plainMembers, printTemplate } from "@treadle/expressions";
import type { WorkflowOptions } from "@treadle/workflow";
import { type EdgeDraft, edgesOf, type ScopeDraft, type StateDraft } from "../lower/state-draft.js";
import { toVariables } from "../lower/substitute.js";
import { summarize } from "../lower/summarize.js";

type JsonObject = { [field: string]: Json };

/** Drafts to the JSON of a definition; the order of fields is left to the printer. */
export function emitDefinition(scope: ScopeDraft, options: WorkflowOptions): JsonObject {
  const live = liveVariables(scope);
  return withoutAbsent({
    Comment: options.comment,
    QueryLanguage: "JSONata",
    TimeoutSeconds: options.timeoutSeconds,
    ...emitScope(scope, live),
  });
}

/** The variables that some state reads, directly or through the assignment of another live variable. */
function liveVariables(scope: ScopeDraft): ReadonlySet<string> {
  const live = new Set<string>();
  const assigned = new Map<string, ExpressionNode[]>();
  const addRead = (node: ExpressionNode): void => {
    for (const key of summarize(node).variables) live.add(key);
  };
  for (const state of allStates(scope)) {
    for (const node of Object.values(state.expressions)) if (node) addRead(node);
    for (const rule of state.rules ?? []) addRead(rule.condition);
    for (const edge of edgesOf(state)) {
      if (edge.output) addRead(edge.output);
      for (const [key, node] of edge.assign) assigned.set(key, [...(assigned.get(key) ?? []), node]);
    }
  }
  for (const key of live) for (const node of assigned.get(key) ?? []) addRead(node);
  return live;
}

function* allStates(scope: ScopeDraft): Iterable<StateDraft> {
  for (const state of scope.states) {
    yield state;
    if (state.processor) yield* allStates(state.processor);
    for (const branch of state.branches ?? []) yield* allStates(branch);
  }
}

function emitScope(scope: ScopeDraft, live: ReadonlySet<string>): JsonObject {
  return withoutAbsent({
    StartAt: scope.startAt,
    States: Object.fromEntries(scope.states.map((state) => [state.name, emitState(state, live)])),
  });
}

function emitState(state: StateDraft, live: ReadonlySet<string>): JsonObject {
  const expressions = Object.entries(state.expressions).map(([field, node]) => [field, node && print(node)]);
  return withoutAbsent({
    Type: state.type,
    Comment: state.comment,
    ...state.constants,
    ...Object.fromEntries(expressions),
    ...(state.processor && {
      ItemProcessor: {
        ProcessorConfig: state.processorConfig ?? { Mode: "INLINE" },
        ...emitScope(state.processor, live),
      },
    }),
    ...(state.branches && { Branches: state.branches.map((branch) => emitScope(branch, live)) }),
    Retry: emitList(state.retry, (retrier) =>
      withoutAbsent({
        Comment: retrier.comment,
        ErrorEquals: retrier.errorEquals,
        IntervalSeconds: retrier.intervalSeconds,
        MaxAttempts: retrier.maxAttempts,
        BackoffRate: retrier.backoffRate,
        MaxDelaySeconds: retrier.maxDelaySeconds,
        JitterStrategy: retrier.jitterStrategy,
      }),
    ),
    Catch: emitList(state.catchers, ({ comment, errorEquals, edge }) => ({
      ...withoutAbsent({ Comment: comment }),
      ErrorEquals: errorEquals,
      ...emitEdge(edge, live),
    })),
    Choices: emitList(state.rules, ({ comment, condition, edge }) => ({
      ...withoutAbsent({ Comment: comment }),
      Condition: print(condition),
      ...emitEdge(edge, live),
    })),
    ...(state.otherwise && emitDefault(state.otherwise, live)),
    ...(state.success && { ...emitEdge(state.success, live), End: state.success.next === undefined || undefined }),
  });
}

function emitEdge(edge: EdgeDraft, live: ReadonlySet<string>): JsonObject {
  return withoutAbsent({ Assign: emitAssign(edge, live), Output: edge.output && print(edge.output), Next: edge.next });
}

/** What is assigned where no rule matches stands on the state itself, which is used only then. */
function emitDefault(edge: EdgeDraft, live: ReadonlySet<string>): { [field: string]: Json | undefined } {
  const { Next, ...fields } = emitEdge(edge, live);
  return { ...fields, Default: Next };
}

function emitAssign(edge: EdgeDraft, live: ReadonlySet<string>): Json | undefined {
  const assigned = [...edge.assign].filter(([key]) => live.has(key));
  if (assigned.length === 0) return undefined;
  return Object.fromEntries(assigned.map(([key, node]) => [key, print(node)]));
}

function emitList<T>(list: readonly T[] | undefined, emit: (element: T) => JsonObject): Json | undefined {
  return list && list.length > 0 ? list.map(emit) : undefined;
}

const printed = new WeakMap<ExpressionNode, Json>();

/** Each member of an object is printed for itself: the transitions of a state, and all traces, have most of theirs in common. */
function print(node: ExpressionNode): Json {
  const known = printed.get(node);
  if (known !== undefined) return known;
  const members = node.kind === "object" ? plainMembers(node) : undefined;
  const json = members
    ? Object.fromEntries(members.map(([name, value]) => [name, print(value)]))
    : printTemplate(toVariables(foldConstants(node)));
  printed.set(node, json);
  return json;
}

function withoutAbsent(fields: { readonly [field: string]: Json | undefined }): JsonObject {
  const present: JsonObject = {};
  for (const name of Object.keys(fields)) if (fields[name] !== undefined) present[name] = fields[name];
  return present;
}
