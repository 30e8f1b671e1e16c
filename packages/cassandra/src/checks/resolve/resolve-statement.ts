import type { BatchStatement, DataStatement } from "../../cql/index.js";
import type { Analysis } from "../analysis.js";
import { bindUsing, resolveModification } from "./resolve-modification.js";
import { resolveSelect } from "./resolve-select.js";
import type { ResolvedBatch, ResolvedStatement } from "./resolved-statement.js";

/** Finds names and types; undefined where the table is not known, so that no rule could say more. */
export function resolveStatement(analysis: Analysis, statement: DataStatement): ResolvedStatement | undefined {
  if (statement.kind === "select") return resolveSelect(analysis, statement);
  return statement.kind === "batch" ? resolveBatch(analysis, statement) : resolveModification(analysis, statement);
}

function resolveBatch(analysis: Analysis, statement: BatchStatement): ResolvedBatch {
  const members = statement.statements.flatMap((member) => resolveModification(analysis, member) ?? []);
  const table = members[0]?.table;
  if (table !== undefined) bindUsing({ analysis, table }, statement.using);
  return { kind: "batch", statement, members };
}
