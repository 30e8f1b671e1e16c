import type { Diagnostic } from "@treadle/diagnostics";
import type { AnalyzedStatement, Finding } from "../checks/index.js";
import { planSelect } from "../checks/resolve/select-plan.js";
import { cassandraDiagnostics as report } from "../diagnostics.js";
import type { DeclaredStatement } from "../tasks/declaration.js";

/** ALLOW FILTERING that is needed must have a reason where it reads every partition, and should have one within a partition. */
export function filteringFindings(
  { resolved }: AnalyzedStatement,
  { options }: Pick<DeclaredStatement, "options">,
): readonly Finding[] {
  if (resolved?.kind !== "select" || options.allowFiltering) return [];
  const span = resolved.statement.allowFiltering;
  const plan = planSelect(resolved);
  if (span === undefined || !plan.needsFiltering) return [];
  const code = plan.isKeyRange ? "filtering-not-waived" : "filtering-in-partition";
  return [{ diagnostic: report[code]({ table: resolved.table.name }), span }];
}

/** A reason that answers nothing would hide a later ALLOW FILTERING. */
export function filteringReasonFaults(
  { resolved }: AnalyzedStatement,
  { name, options }: Pick<DeclaredStatement, "name" | "options">,
): readonly Diagnostic[] {
  if (!options.allowFiltering || resolved === undefined) return [];
  const isNeeded =
    resolved.kind === "select" &&
    resolved.statement.allowFiltering !== undefined &&
    planSelect(resolved).needsFiltering;
  return isNeeded ? [] : [report["waiver-not-needed"]({ statement: name, code: "allowFiltering" })];
}
