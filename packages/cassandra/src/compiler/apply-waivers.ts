import type { Diagnostic } from "@treadle/diagnostics";
import type { Finding } from "../checks/index.js";
import { cassandraDiagnostics as report } from "../diagnostics.js";
import { type DeclaredStatement, waivableCodes } from "../tasks/declaration.js";

/** Leaves out the warnings for which a reason is given. A waiver that answers no warning would hide a later one. */
export function applyWaivers(
  findings: readonly Finding[],
  { name, options }: DeclaredStatement,
): { readonly findings: readonly Finding[]; readonly faults: readonly Diagnostic[] } {
  const waived = Object.entries(options.waive ?? {});
  const codes = new Set(waived.map(([code]) => `cassandra/${code}`));
  const faults = waived.flatMap(([code, reason]) => {
    const isKnown = (waivableCodes as readonly string[]).includes(code);
    if (!isKnown) return [report["invalid-option"]({ what: `"${code}" is no warning that can be waived.` })];
    if (reason.trim() === "") return [report["invalid-option"]({ what: `The waiver of "${code}" gives no reason.` })];
    const isNeeded = findings.some(({ diagnostic }) => diagnostic.code === `cassandra/${code}`);
    return isNeeded ? [] : [report["waiver-not-needed"]({ statement: name, code })];
  });
  const isWaived = ({ diagnostic }: Finding): boolean =>
    diagnostic.severity === "warning" && codes.has(diagnostic.code);
  return { findings: findings.filter((finding) => !isWaived(finding)), faults };
}
