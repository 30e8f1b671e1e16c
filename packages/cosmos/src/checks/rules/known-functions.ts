import { cosmosDiagnostics } from "../../diagnostics.js";
import { findFunction, type SystemFunction, systemFunctions } from "../functions.js";
import type { QueryRule } from "../rule.js";

/** System functions exist and get as many arguments as they take; user-defined ones are declared. */
export const knownFunctions: QueryRule = ({ container, at, report }) => ({
  expression(node) {
    if (node.kind !== "call") return;
    if (node.udf) {
      if (container.functions === undefined || container.functions.has(node.name)) return;
      const known = [...container.functions.keys()];
      report(cosmosDiagnostics["undeclared-function"]({ name: node.name, known, at: at(node.start) }), node);
      return;
    }
    const definition = findFunction(node.name);
    if (definition === undefined) {
      report(
        cosmosDiagnostics["unknown-function"]({
          name: node.name,
          known: [...systemFunctions.keys()],
          at: at(node.start),
        }),
        node,
      );
      return;
    }
    const given = node.arguments.length;
    if (given >= definition.minimum && given <= definition.maximum) return;
    report(
      cosmosDiagnostics["argument-count"]({
        name: node.name,
        given,
        expected: describeArity(definition),
        at: at(node.start),
      }),
      node,
    );
  },
});

function describeArity({ minimum, maximum }: SystemFunction): string {
  const noun = (count: number): string => `${count} argument${count === 1 ? "" : "s"}`;
  if (minimum === maximum) return noun(minimum);
  return maximum === Number.POSITIVE_INFINITY ? `at least ${noun(minimum)}` : `${minimum} to ${noun(maximum)}`;
}
