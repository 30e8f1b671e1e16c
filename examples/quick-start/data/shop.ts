import { cassandra } from "@treadle/cassandra";
import type { ShopQueries } from "./shop.gen.ts";

export const shop = cassandra.keyspace<ShopQueries>("shop", {
  schema: "./schema.cql",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder that deployment replaces.
  auth: { secret: "${ShopSecretArn}" },
});

export const linesOfOrder = shop.query(
  "linesOfOrder",
  "SELECT sku, quantity FROM order_lines WHERE order_id = :orderId",
);
