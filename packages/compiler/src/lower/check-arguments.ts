import { didYouMean } from "@treadle/diagnostics";
import type { ExpressionNode } from "@treadle/expressions";
import type { CheckedStatement } from "@treadle/workflow/data-source";
import type { TaskNode } from "@treadle/workflow/nodes";
import { compilerDiagnostics } from "../diagnostics.js";
import type { Place } from "./place.js";

/**
 * Compares the names of a statement's arguments with its parameters. The types do so as well, but a cast gets past them, and
 * the bridge would refuse the call only as it runs. Arguments that are put together by an expression have no names yet.
 */
export function checkArguments(node: TaskNode, statement: CheckedStatement, input: ExpressionNode, place: Place): void {
  if (input.kind !== "object") return;
  const given = input.entries.map(({ key }) => (key.kind === "literal" ? key.value : undefined));
  if (given.includes(undefined)) return;
  const { required, optional } = statement.parameters;
  const known = [...required, ...optional];
  const extra = given.map(String).filter((name) => !known.includes(name));
  const missing = required.filter((name) => !given.includes(name));
  const problems = [
    ...extra.map((name) => `has no parameter "${name}".${didYouMean(name, known)}`),
    ...missing.map((name) => `needs the parameter "${name}".`),
  ];
  for (const problem of problems) {
    const details = { step: node.name, statement: statement.name, problem };
    place.lowering.report(compilerDiagnostics["statement-arguments"](details, { location: node.location }));
  }
}
