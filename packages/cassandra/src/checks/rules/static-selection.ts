import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { restrictionsOn } from "../resolve/restriction.js";
import { selectRule } from "./rule.js";

/** Static columns belong to the partition: selecting only them leaves nothing for a clustering restriction to do. */
export const staticSelection = selectRule(({ readColumns, restrictions }, { add }) => {
  const columns = [...readColumns];
  const onlyStatics =
    columns.some(({ kind }) => kind === "static") &&
    columns.every(({ kind }) => kind === "static" || kind === "partition");
  const clustering = restrictionsOn(restrictions, "clustering")[0];
  if (!onlyStatics || clustering === undefined) return;
  add(
    report["invalid-selection"]({
      what: `Only static columns are selected, so "${clustering.columns[0]!.name}" cannot be restricted.`,
    }),
    clustering.relation.span,
  );
});
