// Written by `treadle check`. Commit it; do not edit it.
import type { CheckedQuery, CosmosDiagnostic } from "@treadle/cosmos";

/** The queries of carts, by their text. */
export interface CartsQueries {
  "SELECT VALUE COUNT(1) FROM c": CheckedQuery<Record<string, never>, number>;
  "SELECT c.id, c.note FROM c WHERE c.tenant = @tenant": CheckedQuery<{ tenant: string }, { id: string; note?: string }>;
  "SELECT c.nope FROM c WHERE c.tenant = @tenant": CosmosDiagnostic<"cosmos/unknown-property: c has no property \"nope\" (at 1:10 of the query). Did you mean \"note\"?">;
  "SELECT l.sku\n  FROM c JOIN l IN c.lines\n  WHERE c.tenant = @tenant": CheckedQuery<{ tenant: string }, { sku: string }>;
}
