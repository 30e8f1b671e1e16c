import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { selectRule } from "./rule.js";

/** A written limit is above 0; aggregates over everything give one row and no limit per partition. */
export const limits = selectRule(({ statement, selected }, { add }) => {
  for (const bound of [statement.limit, statement.perPartitionLimit]) {
    if (bound?.kind !== "literal" || Number(bound.value) > 0) continue;
    add(report["invalid-limit"]({ what: `A limit is 1 or more, not ${bound.value}.` }), bound.span, "execute");
  }
  const { perPartitionLimit } = statement;
  if (
    perPartitionLimit !== undefined &&
    statement.groupBy.length === 0 &&
    selected.some(({ aggregate }) => aggregate)
  ) {
    add(
      report["invalid-limit"]({ what: "An aggregate over all rows takes no PER PARTITION LIMIT." }),
      perPartitionLimit.span,
    );
  }
});
