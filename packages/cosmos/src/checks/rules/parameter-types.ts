import { cosmosDiagnostics } from "../../diagnostics.js";
import type { Span } from "../../sql/span.js";
import { printShape } from "../print-shape.js";
import type { QueryRule } from "../rule.js";
import { intersect } from "../shape.js";

/** All uses of a parameter agree on its type, and at least one says it. */
export const parameterTypes: QueryRule = ({ inference, container, at, report }) => {
  for (const [name, uses] of inference.parameters) {
    const [first, ...others] = uses;
    if (first === undefined) {
      if (container.item.kind === "unknown") continue;
      report(
        cosmosDiagnostics["parameter-untyped"]({ name, at: at(inference.startOf(name)) }),
        parameterSpan(name, inference.startOf(name)),
      );
      continue;
    }
    let known = first.shape;
    for (const use of others) {
      const both = intersect(known, use.shape);
      if (both.kind === "never") {
        report(
          cosmosDiagnostics["parameter-conflict"]({
            name,
            type: printShape(known),
            otherType: printShape(use.shape),
            at: at(first.start),
            otherAt: at(use.start),
          }),
          parameterSpan(name, first.start),
        );
        break;
      }
      known = both;
    }
  }
  return undefined;
};

function parameterSpan(name: string, start: number): Span {
  return { start, end: start + name.length };
}
