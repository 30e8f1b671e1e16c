import { cosmosDiagnostics } from "../../diagnostics.js";
import type { ExpressionNode } from "../../sql/nodes.js";
import type { QueryRule } from "../rule.js";

interface OptionRule {
  readonly allowed: string;
  readonly accepts: (value: string | number | boolean | null) => boolean;
}

const multiplier: OptionRule = {
  allowed: "a number from 1 to 100",
  accepts: (value) => typeof value === "number" && value >= 1 && value <= 100,
};

const options: { readonly [name: string]: OptionRule } = {
  searchListSizeMultiplier: multiplier,
  quantizedVectorListMultiplier: multiplier,
  distanceFunction: oneOf("cosine", "dotproduct", "euclidean"),
  dataType: oneOf("float32", "float16", "int8", "uint8"),
};

/** Options of VectorDistance are in the ranges that the service takes. */
export const vectorOptions: QueryRule = ({ at, report }) => ({
  expression(node) {
    if (node.kind !== "call" || node.name.toUpperCase() !== "VECTORDISTANCE") return;
    for (const { name, value } of membersOf(node.arguments[3])) {
      const rule = options[name];
      if (rule === undefined || value.kind !== "literal" || rule.accepts(value.value)) continue;
      report(
        cosmosDiagnostics["vector-option"]({
          option: name,
          value: JSON.stringify(value.value),
          allowed: rule.allowed,
          at: at(value.start),
        }),
        value,
      );
    }
  },
});

function membersOf(node: ExpressionNode | undefined): readonly { name: string; value: ExpressionNode }[] {
  return node?.kind === "object" ? node.members : [];
}

function oneOf(...names: readonly string[]): OptionRule {
  return {
    allowed: `one of ${names.join(", ")}`,
    accepts: (value) => typeof value === "string" && names.includes(value.toLowerCase()),
  };
}
