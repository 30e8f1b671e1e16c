import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { isVirtual } from "../../schema/index.js";
import { planSelect } from "../resolve/select-plan.js";
import { selectRule } from "./rule.js";

/** A SELECT that neither names partitions nor asks an index reads all of them. */
export const fullScan = selectRule((select, { add }) => {
  if (isVirtual(select.table)) return;
  const plan = planSelect(select);
  const isPart = select.restrictions.some(({ form }) => form === "token");
  if (!plan.isKeyRange || plan.usesIndex || isPart) return;
  add(report["full-scan"]({ table: select.table.name }), select.statement.span, "advice");
});
