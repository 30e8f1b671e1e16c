// Written by `treadle check`. Commit it; do not edit it.
import type { CheckedSelect, Uuid } from "@treadle/cassandra";

/** The statements of shop, by their text. */
export interface ShopQueries {
  "SELECT sku, quantity FROM order_lines WHERE order_id = :orderId": CheckedSelect<{ readonly orderId: Uuid }, { readonly sku: string; readonly quantity: number | null }>;
}
