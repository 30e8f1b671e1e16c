import type { ts } from "ts-morph";
import { call, literal } from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { literalNumbers } from "../integers.js";
import type { Lowering } from "../lowering.js";
import { lowerNumberOperand } from "../syntax/operators.js";
import type { HelperName } from "./globals.js";
import { textArgument } from "./text-searches.js";

/** `text(n)`, `fixed(n, digits)`, `toMillis(iso)` and `fromMillis(ms)` of this package. */
export function lowerHelper(helper: HelperName, node: ts.CallExpression, lowering: Lowering): ExpressionNode {
  const [number, digits] = node.arguments;
  if (number === undefined) return lowering.unsupported(node, "A call without arguments", "Give the value.");
  if (helper === "to-millis") return call("toMillis", textArgument(number, lowering));
  if (helper === "from-millis") return call("fromMillis", lowerNumberOperand(number, "fromMillis", lowering));
  const value = lowerNumberOperand(number, helper, lowering);
  if (helper === "text") return call("string", value);
  const [places, ...more] = (digits && literalNumbers(lowering.checker.getTypeAtLocation(digits))) ?? [];
  if (
    digits === undefined ||
    places === undefined ||
    more.length > 0 ||
    !Number.isInteger(places) ||
    places < 0 ||
    places > 15
  ) {
    return lowering.unsupported(
      digits ?? node,
      "fixed with digits that are no constant from 0 to 15",
      "Write the number of digits.",
    );
  }
  const picture = places === 0 ? "0" : `0.${"0".repeat(places)}`;
  // Engines round alike in $round, and only what is rounded is the same to every $formatNumber.
  return call("formatNumber", call("round", value, literal(places)), literal(picture));
}
