import { cosmos } from "@treadle/cosmos";
import type { CartsQueries } from "./carts.gen.ts";

/** How the customer pays; the discriminant is `kind`. */
export type Payment = { kind: "card"; last4: string; holder: string } | { kind: "bank"; iban: string };

export interface Cart {
  id: string;
  tenant: string;
  customerId: string;
  status: "open" | "ordered";
  pay: Payment;
  note?: string;
}

export const carts = cosmos.container<Cart, CartsQueries>()({
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder that deployment replaces.
  account: "${CartsAccountEndpoint}",
  database: "shop",
  container: "carts",
  partitionKey: ["/tenant"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder that deployment replaces.
  auth: { secret: "${CartsSecretArn}" },
});

export const cartById = carts.read;

export const closeCart = carts.patch("closeCart", [{ op: "set", path: "/status", value: "ordered" }]);

export const openCarts = carts.query(
  "openCarts",
  "SELECT c.id, c.pay.kind AS payment FROM c WHERE c.tenant = @tenant AND c.customerId = @customerId AND c.status = 'open'",
);
