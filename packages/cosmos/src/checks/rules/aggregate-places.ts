import { cosmosDiagnostics } from "../../diagnostics.js";
import type { ExpressionNode } from "../../sql/nodes.js";
import { childrenOf } from "../../sql/visit.js";
import { findFunction } from "../functions.js";
import type { QueryRule } from "../rule.js";

/** Aggregates stand in SELECT: WHERE and GROUP BY are done before there are groups. */
export const aggregatePlaces: QueryRule = ({ at, report }) => ({
  query({ where, groupBy }) {
    const refuse = (node: ExpressionNode, clause: string): void => {
      if (node.kind === "call" && !node.udf && findFunction(node.name)?.aggregate) {
        report(cosmosDiagnostics["aggregate-misplaced"]({ name: node.name, clause, at: at(node.start) }), node);
      }
      for (const child of childrenOf(node)) refuse(child, clause);
    };
    if (where) refuse(where, "WHERE");
    for (const key of groupBy) refuse(key, "GROUP BY");
  },
});
