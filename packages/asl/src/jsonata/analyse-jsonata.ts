import jsonata from "jsonata";
import { jsonataFunctionNames } from "./function-names.js";

/** What a rule needs to know about an expression. */
export interface JsonataAnalysis {
  /** Set when the expression does not parse; the rest is then empty. */
  readonly syntaxError?: { readonly message: string; readonly position: number };
  /** Names, `$`, `*`, `**` and `%` that read the document around the expression, which on Step Functions is none. */
  readonly topLevelReferences: readonly string[];
  /** `$$` occurs. */
  readonly readsRoot: boolean;
  /** Fields of `$states` that are read by name. */
  readonly statesFields: readonly string[];
  /** Variables that are neither bound in the expression nor functions of the language. */
  readonly freeVariables: readonly string[];
  readonly callsEval: boolean;
  /** Nesting of the syntax tree. */
  readonly depth: number;
}

/** A node of the parser's tree: more kinds and fields than its own typings have. */
interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly steps?: readonly Node[];
  readonly lhs?: unknown;
  readonly rhs?: unknown;
  readonly expression?: Node;
  readonly expressions?: readonly Node[];
  readonly procedure?: Node;
  readonly arguments?: readonly Node[];
  readonly body?: Node;
  readonly condition?: Node;
  readonly then?: Node;
  readonly else?: Node;
  readonly focus?: string;
  readonly index?: unknown;
}

const empty = {
  topLevelReferences: [],
  readsRoot: false,
  statesFields: [],
  freeVariables: [],
  callsEval: false,
  depth: 0,
} as const;

/** Parses an expression with JSONata 2.0.6, the version that Step Functions documents, and looks through its tree. */
export function analyseJsonata(source: string): JsonataAnalysis {
  let root: Node;
  try {
    root = jsonata(source).ast() as Node;
  } catch (error) {
    const { code, message, position } = error as { code?: string; message: string; position?: number };
    // Without a code it is the parser's own stack that gave way.
    if (code === undefined) return { ...empty, depth: Number.POSITIVE_INFINITY };
    return { ...empty, syntaxError: { message, position: position ?? 0 } };
  }
  const references = new Set<string>();
  collectTopLevel(root, references);
  const everywhere = lookThrough(root);
  const readsRoot = references.delete("$$");
  return {
    topLevelReferences: [...references],
    readsRoot,
    statesFields: [...everywhere.statesFields],
    freeVariables: [...everywhere.variables].filter(
      (name) => !everywhere.bound.has(name) && !jsonataFunctionNames.has(name),
    ),
    callsEval: everywhere.variables.has("eval") && !everywhere.bound.has("eval"),
    depth: everywhere.depth,
  };
}

/**
 * Only the first step of a path sees the document around the expression; predicates, later steps, sort terms and groups
 * see what the step before gave. The body of a function keeps the context of where it is written.
 */
function collectTopLevel(node: Node | undefined, found: Set<string>): void {
  if (!node) return;
  const all = (nodes: readonly Node[] | undefined) => {
    for (const each of nodes ?? []) collectTopLevel(each, found);
  };
  switch (node.type) {
    case "path":
      collectTopLevel(node.steps?.[0], found);
      break;
    case "name":
      found.add(String(node.value));
      break;
    case "wildcard":
    case "descendant":
      found.add(String(node.value));
      break;
    case "parent":
      found.add("%");
      break;
    case "variable":
      if (node.value === "") found.add("$");
      if (node.value === "$") found.add("$$");
      break;
    case "unary":
      all(node.expressions);
      collectTopLevel(node.expression, found);
      for (const pair of (node.lhs ?? []) as readonly Node[][]) all(pair);
      break;
    case "binary":
    case "apply":
    case "bind":
      if (node.type !== "bind") collectTopLevel(node.lhs as Node, found);
      collectTopLevel(node.rhs as Node, found);
      break;
    case "function":
    case "partial":
      collectTopLevel(node.procedure, found);
      all(node.arguments);
      break;
    case "lambda":
      collectTopLevel(node.body, found);
      break;
    case "condition":
      collectTopLevel(node.condition, found);
      collectTopLevel(node.then, found);
      collectTopLevel(node.else, found);
      break;
    case "block":
      all(node.expressions);
      break;
  }
}

interface Everywhere {
  readonly variables: Set<string>;
  readonly bound: Set<string>;
  readonly statesFields: Set<string>;
  depth: number;
}

/** Variables, bindings and `$states` fields at any depth. Iterative, so that a deep tree cannot overflow the stack. */
function lookThrough(root: Node): Everywhere {
  const found: Everywhere = { variables: new Set(), bound: new Set(), statesFields: new Set(), depth: 0 };
  const pending: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value } = next;
    if (typeof value !== "object" || value === null || value instanceof RegExp) continue;
    const node = value as Node;
    const isNode = !Array.isArray(value) && node.type !== undefined;
    const depth = next.depth + (isNode ? 1 : 0);
    found.depth = Math.max(found.depth, depth);
    if (isNode) lookAt(node, found);
    for (const child of Object.values(value)) pending.push({ value: child, depth });
  }
  return found;
}

function lookAt(node: Node, found: Everywhere): void {
  if (node.type === "variable" && typeof node.value === "string" && node.value !== "" && node.value !== "$") {
    found.variables.add(node.value);
  }
  if (node.type === "bind") found.bound.add(String((node.lhs as Node).value));
  if (node.type === "lambda") for (const parameter of node.arguments ?? []) found.bound.add(String(parameter.value));
  if (typeof node.focus === "string") found.bound.add(node.focus);
  if (typeof node.index === "string") found.bound.add(node.index);
  if (node.type === "index" && typeof node.value === "string") found.bound.add(node.value);
  const [first, second] = node.type === "path" ? (node.steps ?? []) : [];
  if (first?.type === "variable" && first.value === "states" && second?.type === "name") {
    found.statesFields.add(String(second.value));
  }
}
