import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { isSlice, type Restriction, restrictionsOn } from "../resolve/restriction.js";
import { orderedByPosition } from "../resolve/select-plan.js";
import { selectRule } from "./rule.js";

/** Rows are filtered by tuples that are equal to one value only, which the server notices as it runs. */
export const tupleFiltering = selectRule(({ restrictions }, { add }) => {
  let position = 0;
  for (const restriction of orderedByPosition(restrictionsOn(restrictions, "clustering"))) {
    const first = restriction.columns[0]!.position;
    const isFilter = first > position && restriction.columns.every((column, at) => column.position === first + at);
    if (isFilter && restriction.form === "tuple" && comparesMany(restriction)) {
      const names = restriction.columns.map(({ name }) => name).join(", ");
      const what = `(${names}) cannot be filtered by a range or a list of tuples.`;
      add(
        report["unsupported-relation"]({ what, help: "Restrict the clustering columns before them by = or IN." }),
        restriction.relation.span,
        "execute",
      );
      return;
    }
    if (!isSlice(restriction)) position = restriction.columns.at(-1)!.position + 1;
  }
});

const comparesMany = (restriction: Restriction): boolean =>
  isSlice(restriction) ||
  (restriction.operator === "in" && restriction.columns.length > 1 && (restriction.valueCount ?? 0) > 1);
