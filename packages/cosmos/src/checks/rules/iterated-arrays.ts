import { cosmosDiagnostics } from "../../diagnostics.js";
import { printShape } from "../print-shape.js";
import type { QueryRule } from "../rule.js";
import { elementOf, withoutUndefined } from "../shape.js";

/** `x IN path` iterates over an array; over anything else it gives no rows, without an error. */
export const iteratedArrays: QueryRule = ({ inference, write, at, report }) => ({
  source({ iterates, collection }) {
    if (!iterates || collection.kind !== "path") return;
    const shape = withoutUndefined(inference.shapeOf(collection.path));
    const empty = shape.kind === "array" || shape.kind === "tuple";
    if (shape.kind === "never" || empty || elementOf(shape).kind !== "never") return;
    report(
      cosmosDiagnostics["not-an-array"]({
        expression: write(collection),
        type: printShape(shape),
        at: at(collection.start),
      }),
      collection,
    );
  },
});
