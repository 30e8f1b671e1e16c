import type { LambdaRef } from "./lambda-ref.js";
import type { BranchNode, CatcherNode, WorkflowNode } from "./workflow-node.js";

/** What a node holds: its own lambdas, and the branches under it (not those of an inlined workflow, which see another scope). */
export interface NodeChildren {
  readonly lambdas: readonly LambdaRef[];
  readonly branches: readonly BranchNode[];
}

const none = { lambdas: [], branches: [] };

export function childrenOf(node: WorkflowNode): NodeChildren {
  switch (node.kind) {
    case "task":
      return { lambdas: [node.arguments, ...lambdasOf(node.options)], branches: handlersOf(node) };
    case "pass":
    case "return":
      return { ...none, lambdas: [node.value] };
    case "wait":
      return { ...none, lambdas: lambdasOf(node.duration) };
    case "choice":
      return {
        lambdas: node.rules.map(({ condition }) => condition),
        branches: [...node.rules.map(({ body }) => body), node.otherwise],
      };
    case "match":
      return { lambdas: [node.value], branches: Object.values(node.cases) };
    case "map":
      return { lambdas: [node.items, ...lambdasOf(node.options)], branches: [node.body, ...handlersOf(node)] };
    case "distributedMap":
      return {
        lambdas: [
          ...("kind" in node.source ? [node.source] : []),
          ...lambdasOf(node.options),
          ...lambdasOf(node.options.from ?? {}),
          ...lambdasOf(node.options.batch ?? {}),
        ],
        branches: [node.body, ...handlersOf(node)],
      };
    case "onError":
      return { ...none, branches: [node.body] };
    case "parallel":
      return { ...none, branches: [...Object.values(node.branches), ...handlersOf(node)] };
    case "start":
      return { lambdas: [node.input, ...lambdasOf(node.options)], branches: handlersOf(node) };
    case "state":
      return { lambdas: node.fields ? [node.fields] : [], branches: handlersOf(node) };
    case "repeat":
      return { lambdas: [...(node.first ? [node.first] : []), node.until], branches: [node.body] };
    case "use":
      return { ...none, lambdas: [node.input] };
    case "fail":
      return { ...none, lambdas: lambdasOf({ error: node.error, cause: node.cause }) };
    case "preflight":
    case "succeed":
      return none;
  }
}

function handlersOf(node: { readonly options: { readonly catch: readonly CatcherNode[] } }): BranchNode[] {
  return node.options.catch.map(({ body }) => body);
}

/** The fields of an object that are lambdas. */
function lambdasOf(fields: object): LambdaRef[] {
  return Object.values(fields).filter(isLambdaRef);
}

function isLambdaRef(value: unknown): value is LambdaRef {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "lambda";
}
