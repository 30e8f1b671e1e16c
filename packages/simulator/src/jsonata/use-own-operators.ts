import { type AstNode, childrenOf } from "./ast-node.js";
import { refuse } from "./engine-error.js";
import { checkJoinedText, checkRange } from "./limits.js";
import { writeText } from "./write-text.js";

/** No variable can have these names. */
const JOIN = " join";
const RANGE = " range";

/** What Step Functions does otherwise than the engine in operators, by the names that trees call it by. */
export const ownOperators: Readonly<Record<string, (left: unknown, right: unknown) => unknown>> = {
  [JOIN]: joinTexts,
  [RANGE]: listRange,
};

const ownNames: Readonly<Record<string, string>> = { "&": JOIN, "..": RANGE };

/** Makes a tree call functions for `&` and `..`, in the same levels: the engine has no other way into its operators. */
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
  const [before, after] = [writeText(left) ?? "", writeText(right) ?? ""];
  checkJoinedText(before.length + after.length);
  return before + after;
}

/** As the engine makes it: a sequence, nothing where a bound is missing or the first is the larger one. */
function listRange(left: unknown, right: unknown): number[] | undefined {
  const first = readBound(left, "T2003");
  const last = readBound(right, "T2004");
  if (first === undefined || last === undefined || last < first) return undefined;
  const count = last - first + 1;
  checkRange(count);
  const numbers = Array.from({ length: count }, (_, i) => first + i);
  return Object.assign(numbers, { sequence: true });
}

function readBound(value: unknown, code: string): number | undefined {
  return value === undefined || Number.isInteger(value) ? (value as number | undefined) : refuse(code, { value });
}
