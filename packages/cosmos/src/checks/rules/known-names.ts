import { cosmosDiagnostics } from "../../diagnostics.js";
import type { ExpressionNode, IdentifierNode } from "../../sql/nodes.js";
import { isNumberName } from "../infer.js";
import type { QueryRule } from "../rule.js";

/** Names are aliases of FROM; a subquery's FROM may start from the names around it only. */
export const knownNames: QueryRule = ({ inference, at, report }) => {
  const roots = new Set<ExpressionNode>();
  const unknown = (node: IdentifierNode, known: Iterable<string>): void =>
    report(cosmosDiagnostics["unknown-name"]({ name: node.name, known: [...known], at: at(node.start) }), node);
  return {
    source({ collection }, query) {
      if (collection.kind !== "path") return;
      let root = collection.path;
      while (root.kind === "property" || root.kind === "index") root = root.object;
      if (root.kind !== "identifier") return;
      roots.add(root);
      const source = [query.from?.source, ...(query.from?.joins ?? [])].find((each) => each?.collection === collection);
      const before = source ? inference.environmentBefore(source) : new Map<string, unknown>();
      if (before.size > 0 && !before.has(root.name)) unknown(root, before.keys());
    },
    expression(node, query) {
      if (node.kind !== "identifier" || roots.has(node)) return;
      const environment = inference.environmentOf(query);
      if (!environment.has(node.name) && !isNumberName(node.name)) unknown(node, environment.keys());
    },
  };
};
