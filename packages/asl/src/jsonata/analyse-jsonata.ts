import jsonata from "jsonata";
import { quotas } from "../quotas.js";
import { remembering } from "../remembering.js";
import { jsonataFunctionNames } from "./function-names.js";
import { namesBoundAt } from "./names-bound-at.js";
import { type JsonataReference, References } from "./references.js";
import { scanPlainExpression } from "./scan-plain-expression.js";

/** What a rule needs to know about an expression. */
export interface JsonataAnalysis {
  /** Set when the expression does not parse; the rest is then empty. */
  readonly syntaxError?: { readonly message: string; readonly start: number; readonly end: number };
  /** Names, `$`, `$$`, `*`, `**` and `%` that read the document around the expression, which on Step Functions is none. */
  readonly topLevelReferences: readonly JsonataReference[];
  /** Fields of `$states` that are read by name. */
  readonly statesFields: readonly JsonataReference[];
  /** Variables that are neither bound in the expression nor functions of the language. */
  readonly freeVariables: readonly JsonataReference[];
  /** The first call of `$eval`, if any. */
  readonly evalCall?: JsonataReference;
  /** The syntax tree nests deeper than Step Functions evaluates. */
  readonly isTooDeep: boolean;
}

/** A node of the parser's tree: more kinds and fields than its own typings have. */
interface Node {
  readonly type?: string;
  readonly value?: unknown;
  /** Where its token ends. */
  readonly position?: number;
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

const empty = { topLevelReferences: [], statesFields: [], freeVariables: [], isTooDeep: false } as const;

const mostRemembered = 5000;
const longestRemembered = 4000;

/** Looks through an expression of JSONata 2.0.6, the version that Step Functions documents. */
export function analyseJsonata(source: string): JsonataAnalysis {
  return source.length > longestRemembered ? analyse(source) : analyseOnce(source);
}

const analyseOnce = remembering(mostRemembered, analyse);

function analyse(source: string): JsonataAnalysis {
  return analysePlain(source) ?? parseAndAnalyse(source);
}

/** Without the parser; undefined where the expression is not plain. */
export function analysePlain(source: string): JsonataAnalysis | undefined {
  const plain = scanPlainExpression(source);
  if (!plain) return undefined;
  const evalCall = plain.variables.get("eval");
  return {
    topLevelReferences: [],
    statesFields: plain.statesFields.all(),
    freeVariables: plain.variables.all().filter(({ name }) => !jsonataFunctionNames.has(name)),
    ...(evalCall && { evalCall }),
    isTooDeep: false,
  };
}

/** With the parser, which takes anything. */
export function parseAndAnalyse(source: string): JsonataAnalysis {
  let root: Node;
  try {
    root = jsonata(source).ast() as Node;
  } catch (error) {
    const { code, message, position, token } = error as ParserError;
    // Without a code it is the parser's own stack that gave way.
    if (code === undefined) return { ...empty, isTooDeep: true };
    const end = Math.min(position ?? source.length, source.length);
    const start = Math.max(0, end - Math.max(1, String(token ?? "").length));
    return { ...empty, syntaxError: { message, start, end } };
  }
  const references = new References();
  collectTopLevel(root, references);
  const everywhere = lookThrough(root);
  const { variables, bound } = everywhere;
  const evalCall = bound.has("eval") ? undefined : variables.get("eval");
  return {
    topLevelReferences: references.all(),
    statesFields: everywhere.statesFields.all(),
    freeVariables: variables.all().filter(({ name }) => !bound.has(name) && !jsonataFunctionNames.has(name)),
    ...(evalCall && { evalCall }),
    isTooDeep: everywhere.depth > quotas.jsonataDepth,
  };
}

interface ParserError {
  readonly code?: string;
  readonly message: string;
  readonly position?: number;
  readonly token?: unknown;
}

/**
 * Only the first step of a path sees the document around the expression; predicates, later steps, sort terms and groups
 * see what the step before gave. The body of a function keeps the context of where it is written.
 */
function collectTopLevel(node: Node | undefined, found: References): void {
  if (!node) return;
  const all = (nodes: readonly Node[] | undefined) => {
    for (const each of nodes ?? []) collectTopLevel(each, found);
  };
  switch (node.type) {
    case "path":
      collectTopLevel(node.steps?.[0], found);
      break;
    case "name":
    case "wildcard":
    case "descendant":
      found.add(String(node.value), node.position ?? 0);
      break;
    case "parent":
      found.add("%", node.position ?? 0);
      break;
    case "variable":
      if (node.value === "") found.add("$", node.position ?? 0);
      if (node.value === "$") found.add("$$", node.position ?? 0);
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
  readonly variables: References;
  readonly bound: Set<string>;
  readonly statesFields: References;
  depth: number;
}

/** Variables, bindings and `$states` fields at any depth. Iterative, so that a deep tree cannot overflow the stack. */
function lookThrough(root: Node): Everywhere {
  const found: Everywhere = {
    variables: new References(),
    bound: new Set(),
    statesFields: new References(),
    depth: 0,
  };
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
    found.variables.add(node.value, node.position ?? 0, "$");
  }
  for (const name of namesBoundAt(node)) found.bound.add(name);
  const [first, second] = node.type === "path" ? (node.steps ?? []) : [];
  if (first?.type === "variable" && first.value === "states" && second?.type === "name") {
    found.statesFields.add(String(second.value), second.position ?? 0);
  }
}
