import { cosmosDiagnostics } from "../../diagnostics.js";
import type { ExpressionNode } from "../../sql/nodes.js";
import { someInside } from "../../sql/visit.js";
import { fixedValues } from "../fixed-values.js";
import { findFunction } from "../functions.js";
import type { QueryRule } from "../rule.js";

/** Across partitions the parts are merged by the client, which can merge aggregates but not expressions of them. */
export const aggregateComposition: QueryRule = (context) => {
  const { query, container, crossPartition, at, report } = context;
  const first = container.partitionKey?.[0];
  if (!crossPartition || (first !== undefined && fixedValues(context).has(first))) return undefined;
  const { what } = query.select;
  const values =
    what.kind === "list" ? what.items.map((item) => item.value) : what.kind === "value" ? [what.value] : [];
  for (const value of values.flatMap(partsOf)) {
    if (!isAggregate(value) && someInside(value, isAggregate)) {
      report(cosmosDiagnostics["aggregate-composition"]({ at: at(value.start) }), value);
    }
  }
  return undefined;
};

/** An object literal is put together from its members after they are merged. */
function partsOf(value: ExpressionNode): readonly ExpressionNode[] {
  return value.kind === "object" ? value.members.flatMap((member) => partsOf(member.value)) : [value];
}

function isAggregate(node: ExpressionNode): boolean {
  return node.kind === "call" && !node.udf && findFunction(node.name)?.aggregate === true;
}
