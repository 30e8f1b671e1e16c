// Written by `treadle check`. Commit it; do not edit it.
import type { CheckedQuery } from "@treadle/cosmos";

/** The queries of carts, by their text. */
export interface CartsQueries {
  "SELECT c.id, c.pay.kind AS payment FROM c WHERE c.tenant = @tenant AND c.customerId = @customerId AND c.status = 'open'": CheckedQuery<{ tenant: string; customerId: string }, { id: string; payment: "bank" | "card" }>;
}
