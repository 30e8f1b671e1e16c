import { cosmosDiagnostics } from "../../diagnostics.js";
import { fixedValues } from "../fixed-values.js";
import type { QueryRule } from "../rule.js";

/** A query for one item by id and partition key is a point read, which costs less. */
export const pointRead: QueryRule = (context) => {
  const { container, query, write, report } = context;
  const { what } = query.select;
  const whole = what.kind === "star" || (what.kind === "value" && what.value.kind === "identifier");
  if (!whole || container.partitionKey === undefined || query.from === undefined || query.from.joins.length > 0) {
    return undefined;
  }
  const fixed = fixedValues(context);
  const id = fixed.get("/id");
  if (id && container.partitionKey.every((path) => fixed.has(path))) {
    report(cosmosDiagnostics["point-read"]({ id: write(id) }));
  }
  return undefined;
};
