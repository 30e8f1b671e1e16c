import { continuationParam } from "../contract/manifest.js";
import type { DeclaredStatement } from "../tasks/declaration.js";
import type { CompiledStatement } from "./compiled-statement.js";

/** Rows that one request should give at most. */
const largestPage = 5000;

/** Why a statement cannot give its rows in pages. */
export function pageFaults(
  { pageSize, single }: DeclaredStatement,
  { traits, params }: CompiledStatement,
): readonly string[] {
  if (pageSize === undefined) return [];
  const faults: string[] = [];
  if (single !== undefined) faults.push(`A statement gives pages or .${single}(), not both: declare it twice.`);
  if (!traits.reads) faults.push("Only a SELECT has pages.");
  if (traits.atMostOne) faults.push("This gives one row at most; use .one().");
  if (!traits.paged) faults.push("The server does not page ORDER BY together with IN on the partition key.");
  if (params.has(continuationParam)) faults.push(`The name :${continuationParam} is taken by the place to go on from.`);
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > largestPage)
    faults.push(`A page has 1 to ${largestPage} rows, not ${pageSize}.`);
  return faults;
}
