import type { Term } from "../../cql/index.js";
import type { Column } from "../../schema/index.js";
import type { ResolvedModification } from "../resolve/resolved-statement.js";

/** What INSERT and SET give to whole columns. */
export function writtenValues({
  operations,
}: ResolvedModification): { readonly column: Column; readonly value: Term }[] {
  return operations.flatMap(({ column, source }) =>
    "kind" in source && (source.kind === "insert" || source.kind === "set") ? [{ column, value: source.value }] : [],
  );
}
