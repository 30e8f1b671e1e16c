import { cosmosDiagnostics } from "../../diagnostics.js";
import type { CallNode, ExpressionNode, QueryNode } from "../../sql/nodes.js";
import type { Span } from "../../sql/span.js";
import type { QueryRule } from "../rule.js";

/** ORDER BY RANK takes scores over one plain source, and scores stand nowhere else. */
export const rankScores: QueryRule = ({ at, report }) => {
  const allowed = new Set<ExpressionNode>();
  const refuse = (problem: string, span: Span): void =>
    report(cosmosDiagnostics["rank-clause"]({ problem, at: at(span.start) }), span);
  return {
    query({ from, orderBy }) {
      if (!orderBy?.rank) return;
      for (const problem of sourceProblems(from)) refuse(problem, orderBy);
      for (const { value } of orderBy.items) {
        allowed.add(value);
        if (value.kind !== "call") continue;
        if (nameOf(value) === "RRF") {
          for (const part of value.arguments) allowed.add(part);
          for (const problem of fusionProblems(value)) refuse(problem, value);
        } else if (!isScore(value)) {
          refuse("ORDER BY RANK takes FullTextScore, VectorDistance or RRF", value);
        }
      }
    },
    expression(node) {
      if (node.kind !== "call" || node.udf || allowed.has(node)) return;
      if (nameOf(node) === "FULLTEXTSCORE" || nameOf(node) === "RRF") {
        refuse(`${node.name} stands only in ORDER BY RANK`, node);
      }
    },
  };
};

function sourceProblems(from: QueryNode["from"]): readonly string[] {
  const problems: string[] = [];
  if (from && from.joins.length > 0) problems.push("ORDER BY RANK cannot be used with JOIN");
  if (from?.source.iterates) problems.push("ORDER BY RANK cannot be used with IN in FROM");
  if (from?.source.collection.kind === "subquery")
    problems.push("ORDER BY RANK cannot be used with a subquery in FROM");
  return problems;
}

/** Scores, at least two, and then perhaps a weight for each. */
function fusionProblems(call: CallNode): readonly string[] {
  const last = call.arguments.at(-1);
  const weights = last?.kind === "array" ? last.elements : undefined;
  const scores = weights ? call.arguments.slice(0, -1) : call.arguments;
  const problems: string[] = [];
  if (scores.length < 2 || !scores.every(isScore)) {
    problems.push("RRF takes at least two scores, each a call of FullTextScore or VectorDistance");
  }
  if (weights && (weights.length !== scores.length || !weights.every(isNumber))) {
    problems.push("The weights of RRF are as many literal numbers as there are scores");
  }
  return problems;
}

function isScore(node: ExpressionNode): boolean {
  return node.kind === "call" && !node.udf && ["FULLTEXTSCORE", "VECTORDISTANCE"].includes(nameOf(node));
}

function isNumber(node: ExpressionNode): boolean {
  return node.kind === "literal" && typeof node.value === "number";
}

function nameOf(node: CallNode): string {
  return node.name.toUpperCase();
}
