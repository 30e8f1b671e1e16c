import ts from "#typescript";
import type { CompiledLambda } from "../harness.js";
import { nameConstructs } from "./constructs.js";

/** Adds a number of cases to each construct that a lambda is made of, and to each kind of syntax (`syntax …`). */
export function countConstructs(lambda: CompiledLambda, cases: number, into: Map<string, number>): void {
  const seen = new Set<string>();
  const visit = (node: ts.Node): void => {
    for (const name of nameConstructs(node, lambda.checker)) seen.add(name);
    const kind = ts.SyntaxKind[node.kind];
    if (kind !== undefined && node.kind >= ts.SyntaxKind.FirstNode && !kind.endsWith("Type"))
      seen.add(`syntax ${kind}`);
    ts.forEachChild(node, visit);
  };
  visit(lambda.node);
  for (const name of seen) into.set(name, (into.get(name) ?? 0) + cases);
}
