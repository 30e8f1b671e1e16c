// Written by `treadle check`. Commit it; do not edit it.
import type { CheckedConditionalWrite, CheckedOnceWrite, CheckedSelect, CheckedSelectOne, CheckedWrite, Decimal, IsoTimestamp, Uuid } from "@treadle/cassandra";

export interface Address {
  readonly street: string | null;
  readonly city: string | null;
  readonly postcode: string | null;
  readonly country: string | null;
}

/** The statements of shop, by their text. */
export interface ShopQueries {
  "INSERT INTO order_audit (order_id, outcome, requested_at, skus) VALUES (:orderId, :outcome, :requestedAt, :skus)": CheckedWrite<{ readonly orderId: Uuid; readonly outcome: string; readonly requestedAt: IsoTimestamp | null; readonly skus: readonly string[] | null }>;
  "SELECT available, reserved_for FROM inventory WHERE sku = :sku": CheckedSelectOne<{ readonly sku: string }, { readonly available: number | null; readonly reserved_for: Uuid | null }>;
  "SELECT id, tenant, customer_id, status, total, placed_at, ship_to, tags, coupon FROM orders WHERE id = :orderId": CheckedSelectOne<{ readonly orderId: Uuid }, { readonly id: Uuid; readonly tenant: string | null; readonly customer_id: Uuid | null; readonly status: string | null; readonly total: Decimal | null; readonly placed_at: IsoTimestamp | null; readonly ship_to: Address | null; readonly tags: readonly string[] | null; readonly coupon: string | null }>;
  "SELECT order_id, total, placed_at\n   FROM orders_by_customer\n   WHERE customer_id = :customerId\n   ORDER BY placed_at DESC\n   LIMIT 5": CheckedSelect<{ readonly customerId: Uuid }, { readonly order_id: Uuid; readonly total: Decimal | null; readonly placed_at: IsoTimestamp }>;
  "SELECT sku, quantity, unit_price FROM order_lines WHERE order_id = :orderId": CheckedSelect<{ readonly orderId: Uuid }, { readonly sku: string; readonly quantity: number | null; readonly unit_price: Decimal | null }>;
  "UPDATE inventory SET available = :left, reserved_for = :orderId WHERE sku = :sku IF available = :seen": CheckedConditionalWrite<{ readonly left: number | null; readonly orderId: Uuid | null; readonly sku: string; readonly seen: number | null }, { readonly available: number | null }>;
  "UPDATE inventory SET available = :restored, reserved_for = null WHERE sku = :sku IF available = :seen AND reserved_for = :orderId": CheckedConditionalWrite<{ readonly restored: number | null; readonly sku: string; readonly seen: number | null; readonly orderId: Uuid | null }, { readonly available: number | null; readonly reserved_for: Uuid | null }>;
  "UPDATE order_counters SET orders = orders + 1 WHERE tenant = :tenant AND outcome = :outcome": CheckedOnceWrite<{ readonly tenant: string; readonly outcome: string }>;
  "UPDATE orders SET status = :status WHERE id = :orderId": CheckedWrite<{ readonly status: string | null; readonly orderId: Uuid }>;
}
