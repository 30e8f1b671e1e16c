import { namesBoundAt } from "@treadle/asl";
import { type AstNode, childrenOf, isAstNode } from "./ast-node.js";

/** What is known of an expression before it is evaluated. */
export interface TreeFacts {
  /** Names of all variables in it, without `$`. */
  readonly variables: ReadonlySet<string>;
  /** It defines functions, so that it may run without end. */
  readonly definesFunctions: boolean;
  /** Levels that an evaluation reaches at most; infinite where a function may call itself. */
  readonly depth: number;
}

/** `$f ~> $g` makes a function of the engine's own, which is as deep. Like a transform, it may be called elsewhere. */
const LEVELS_OF_CHAIN = 3;

const takersOfFunctions = new Set(["each", "filter", "map", "reduce", "replace", "sift", "single", "sort"]);

export function measureTree(tree: object): TreeFacts {
  const variables = new Set<string>();
  const bound = new Set<unknown>();
  const lambdas = new Set<AstNode>();
  const inline = new Map<AstNode, unknown>();
  let elsewhere = 0;
  visit(tree, (node) => {
    if (node.type === "variable" && typeof node.value === "string") variables.add(node.value);
    if (node.type === "apply") elsewhere += LEVELS_OF_CHAIN;
    if (node.type === "transform") elsewhere += measureDepth(node);
    for (const name of namesBoundAt(node)) bound.add(name);
    if (node.type === "lambda") lambdas.add(node);
    if (node.type === "function" && node.procedure?.type === "variable") {
      for (const argument of node.arguments ?? []) inline.set(argument, node.procedure.value);
    }
  });
  const isCalledOnce = (lambda: AstNode): boolean => {
    const taker = inline.get(lambda);
    return takersOfFunctions.has(String(taker)) && !bound.has(taker);
  };
  const named = [...lambdas].filter((lambda) => !isThunk(lambda) && !isCalledOnce(lambda));
  const depth = named.length > 0 ? Number.POSITIVE_INFINITY : measureDepth(tree) + elsewhere;
  return { variables, definesFunctions: lambdas.size > 0, depth };
}

/** What a function calls last stands in a function of its own, which the engine calls when that one has returned. */
function isThunk(lambda: AstNode): boolean {
  return (lambda as { thunk?: boolean }).thunk === true;
}

function measureDepth(node: object): number {
  let deepest = 0;
  for (const child of childrenOf(node)) deepest = Math.max(deepest, measureDepth(child));
  const { type } = node as AstNode;
  // A function's body is as deep as the function.
  if (type === "lambda") return Math.max(deepest, 1);
  return typeof type === "string" ? deepest + 1 : deepest;
}

function visit(node: object, look: (node: AstNode) => void): void {
  if (isAstNode(node)) look(node);
  for (const child of childrenOf(node)) visit(child, look);
}
