import type ts from "#typescript";
import { isParamName } from "../../helpers/param.js";
import { call, literal, placeholder } from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import type { PlaceholderKind } from "../../nodes/placeholder.js";
import type { Lowering } from "../lowering.js";
import { lowerNumberOperand } from "../syntax/operators.js";
import { literalNumbers } from "../value-kinds.js";
import type { HelperName } from "./globals.js";
import { constantText, textArgument } from "./text-arguments.js";

/** `text(n)`, `fixed(n, digits)`, `toMillis(iso)`, `fromMillis(ms)` and `param(name, kind)` of this package. */
export function lowerHelper(helper: HelperName, node: ts.CallExpression, lowering: Lowering): ExpressionNode {
  const [number, digits] = node.arguments;
  if (number === undefined) return lowering.unsupported(node, "A call without arguments", "Give the value.");
  if (helper === "param") return lowerParam(number, digits, lowering);
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

function lowerParam(
  nameArgument: ts.Expression,
  kindArgument: ts.Expression | undefined,
  lowering: Lowering,
): ExpressionNode {
  const name = constantText(nameArgument, lowering);
  if (name === undefined || !isParamName(name)) {
    const help = "Write the name in place: letters and digits, a letter first.";
    return lowering.unsupported(nameArgument, "A placeholder of this name", help);
  }
  const kind = kindArgument === undefined ? "text" : constantText(kindArgument, lowering);
  if (kind === undefined)
    return lowering.unsupported(kindArgument ?? nameArgument, "A computed kind", "Write it in place.");
  return placeholder(`\${${name}}`, [{ name, kind: kind as PlaceholderKind }]);
}
