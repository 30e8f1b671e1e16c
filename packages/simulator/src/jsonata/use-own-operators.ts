import { type AstNode, childrenOf } from "./ast-node.js";
import { writeText } from "./write-text.js";

/** No variable can have this name. */
const JOIN = " join";

/** What Step Functions does otherwise than the engine in operators, by the names that trees call it by. */
export const ownOperators: Readonly<Record<string, (left: unknown, right: unknown) => unknown>> = {
  [JOIN]: joinTexts,
};

const ownNames: Readonly<Record<string, string>> = { "&": JOIN };

/** Makes a tree call functions for `&`, in the same levels: the engine has no other way into its operators. */
export function useOwnOperators(tree: object): void {
  for (const child of childrenOf(tree)) useOwnOperators(child);
  const node = tree as AstNode;
  const own = node.type === "binary" ? ownNames[String(node.value)] : undefined;
  if (own === undefined) return;
  Object.assign(node, {
    type: "function",
    value: "(",
    procedure: { type: "variable", value: own },
    arguments: [node.lhs, node.rhs],
  });
  delete node.lhs;
  delete node.rhs;
}

function joinTexts(left: unknown, right: unknown): string {
  return (writeText(left) ?? "") + (writeText(right) ?? "");
}
