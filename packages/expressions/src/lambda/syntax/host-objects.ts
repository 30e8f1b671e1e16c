import type ts from "#typescript";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import type { Lowering } from "../lowering.js";

/** What Node.js has and JSON workflows do not, with what to write instead. */
const hosts: { readonly [name: string]: string } = {
  console: "Leave it out: Step Functions records the value of each state.",
  crypto: "Write `s.uuid()` for an id, `s.hash(text, algorithm)` for a hash.",
  globalThis: "Read what you need from the scope.",
  isFinite: "Leave the test out: JSON has finite numbers only.",
  isNaN: "Leave the test out: JSON has no NaN.",
  performance: "Write `s.now()`.",
  process: 'Write `param("Name")`, which deployment fills in, or a constant of the module.',
  structuredClone: "Use the value itself: nothing changes it.",
};

/** Reports a global of Node.js, if that is what a name is: not declared in the project. */
export function refuseHost(name: ts.Identifier, lowering: Lowering): ExpressionNode | undefined {
  const help = Object.hasOwn(hosts, name.text) ? hosts[name.text] : undefined;
  const declarations = lowering.symbolOf(name)?.declarations ?? [];
  if (help === undefined || !declarations.every((one) => one.getSourceFile().isDeclarationFile)) return undefined;
  return lowering.unsupported(name, `"${name.text}"`, help);
}

/** What to write instead of `new Name(…)`. */
export function constructorHelp(node: ts.NewExpression): string {
  switch (node.expression.getText()) {
    case "Date":
      return "Write `s.now()` for the time, `toMillis(iso)` and `fromMillis(ms)` to reckon with times.";
    case "Set":
      return "Write `[...new Set(texts)]` for texts without repetitions; for other sets use arrays and includes.";
    case "Map":
      return "Write an object, and `object[key]` with `??`.";
    default:
      return "Use plain objects, arrays, texts and numbers.";
  }
}
