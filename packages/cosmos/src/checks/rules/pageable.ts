import { cosmosDiagnostics } from "../../diagnostics.js";
import type { Span } from "../../sql/span.js";
import { someInside } from "../../sql/visit.js";
import { fixedValues } from "../fixed-values.js";
import { findFunction } from "../functions.js";
import type { QueryRule } from "../rule.js";

/** A query that is read page by page is one for which the service gives continuations that mean what they say. */
export const pageable: QueryRule = (context) => {
  const { query, container, paged, at, report } = context;
  if (!paged) return undefined;
  const refuse = (clause: string, span: Span): void =>
    report(cosmosDiagnostics["not-pageable"]({ clause, at: at(span.start) }), span);
  const { select, groupBy, orderBy, offsetLimit } = query;
  if (select.distinct) refuse("DISTINCT", select);
  if (select.top) refuse("TOP", select.top);
  const { what } = select;
  const selected =
    what.kind === "list" ? what.items.map(({ value }) => value) : what.kind === "value" ? [what.value] : [];
  const aggregate = selected.find((value) =>
    someInside(value, (node) => node.kind === "call" && !node.udf && findFunction(node.name)?.aggregate === true),
  );
  if (aggregate) refuse("an aggregate", aggregate);
  if (groupBy[0]) refuse("GROUP BY", groupBy[0]);
  if (orderBy?.rank) refuse("ORDER BY RANK", orderBy);
  else if (orderBy) {
    // Across partitions the client merges what it has buffered, and cannot say where to go on.
    const fixed = fixedValues(context);
    const onePartition = (container.partitionKey ?? []).every((path) => fixed.has(path));
    if (!onePartition) refuse("ORDER BY over more than one partition", orderBy);
  }
  if (offsetLimit) refuse("OFFSET LIMIT", offsetLimit);
  return undefined;
};
