import { cosmosDiagnostics } from "../../diagnostics.js";
import type { CallNode, ExpressionNode } from "../../sql/nodes.js";
import { childrenOf, someInside } from "../../sql/visit.js";
import { findFunction } from "../functions.js";
import type { QueryRule } from "../rule.js";

/** Aggregates stand in SELECT, and not in each other: WHERE and GROUP BY are done before there are groups. */
export const aggregatePlaces: QueryRule = ({ at, report }) => ({
  expression(node) {
    if (!isAggregate(node)) return;
    const holds = (test: (each: ExpressionNode) => boolean): boolean =>
      childrenOf(node).some((child) => someInside(child, test));
    const clause = holds(isAggregate) ? "front of another one" : holds(isSubquery) ? "front of a subquery" : undefined;
    if (clause === undefined) return;
    report(cosmosDiagnostics["aggregate-misplaced"]({ name: node.name, clause, at: at(node.start) }), node);
  },
  query({ where, groupBy }) {
    const refuse = (node: ExpressionNode, clause: string): void => {
      if (isAggregate(node)) {
        report(cosmosDiagnostics["aggregate-misplaced"]({ name: node.name, clause, at: at(node.start) }), node);
      }
      for (const child of childrenOf(node)) refuse(child, clause);
    };
    if (where) refuse(where, "WHERE");
    for (const key of groupBy) refuse(key, "GROUP BY");
  },
});

const isSubquery = ({ kind }: ExpressionNode): boolean => kind === "subquery";

function isAggregate(node: ExpressionNode): node is CallNode {
  return node.kind === "call" && !node.udf && findFunction(node.name)?.aggregate === true;
}
