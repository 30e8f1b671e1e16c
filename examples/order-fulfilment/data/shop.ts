import { cassandra } from "@treadle/cassandra";
import type { ShopQueries } from "./shop.gen.ts";

export const shop = cassandra.keyspace<ShopQueries>("shop", {
  schema: "./schema.cql",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder that deployment replaces.
  auth: { secret: "${ShopSecretArn}" },
});

export const orderById = shop
  .query(
    "orderById",
    "SELECT id, tenant, customer_id, status, total, placed_at, ship_to, tags, coupon FROM orders WHERE id = :orderId",
  )
  .one();

export const linesOfOrder = shop.query(
  "linesOfOrder",
  "SELECT sku, quantity, unit_price FROM order_lines WHERE order_id = :orderId",
);

export const recentOrders = shop.query(
  "recentOrders",
  `SELECT order_id, total, placed_at
   FROM orders_by_customer
   WHERE customer_id = :customerId
   ORDER BY placed_at DESC
   LIMIT 5`,
);

export const stockOf = shop.query("stockOf", "SELECT available, reserved_for FROM inventory WHERE sku = :sku").one();

export const takeStock = shop.query(
  "takeStock",
  "UPDATE inventory SET available = :left, reserved_for = :orderId WHERE sku = :sku IF available = :seen",
);

export const returnStock = shop.query(
  "returnStock",
  "UPDATE inventory SET available = :restored, reserved_for = null WHERE sku = :sku IF available = :seen AND reserved_for = :orderId",
);

export const writeAudit = shop.query(
  "writeAudit",
  "INSERT INTO order_audit (order_id, outcome, requested_at, skus) VALUES (:orderId, :outcome, :requestedAt, :skus)",
);

export const setStatus = shop.query("setStatus", "UPDATE orders SET status = :status WHERE id = :orderId");

export const countOrder = shop.query(
  "countOrder",
  "UPDATE order_counters SET orders = orders + 1 WHERE tenant = :tenant AND outcome = :outcome",
);
