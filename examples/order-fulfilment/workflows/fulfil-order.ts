import { lambda } from "@treadle/aws";
import { workflow } from "@treadle/workflow";
import { cartById, carts, closeCart, openCarts } from "../data/carts.ts";
import {
  countOrder,
  linesOfOrder,
  orderById,
  recentOrders,
  returnStock,
  setStatus,
  shop,
  stockOf,
  takeStock,
  writeAudit,
} from "../data/shop.ts";
import type { charge as chargeHandler } from "../functions/charge.ts";
import type { refund as refundHandler } from "../functions/refund.ts";

export interface OrderPlaced {
  orderId: string;
  customerId: string;
  tenant: string;
  requestedAt: string;
}

/** Lines reserved at a time: each holds a lightweight transaction on the inventory. */
const reservationsAtATime = 5;

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.
const charge = lambda.invoke<typeof chargeHandler, "Payment.Declined">("${ChargeFunctionArn}");
const refund = lambda.invoke<typeof refundHandler>("${RefundFunctionArn}");
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.

/** Takes the stock of one order line; false when there is not enough. */
export const reserveLine = workflow<{ orderId: string; sku: string; quantity: number }>("ReserveLine")
  .task("stock", stockOf, (s) => ({ sku: s.input.sku }))
  .choice("enough", (c) =>
    c
      .when(
        (s) => (s.stock?.available ?? 0) < s.input.quantity,
        (flow) => flow.return(() => false),
      )
      .otherwise((flow) =>
        flow
          .task(
            "take",
            takeStock,
            (s) => ({
              sku: s.input.sku,
              orderId: s.input.orderId,
              seen: s.stock?.available ?? 0,
              left: (s.stock?.available ?? 0) - s.input.quantity,
            }),
            {
              catch: [
                {
                  // The write may or may not have been applied: whoever reserved last is on the row.
                  errorEquals: ["Cassandra.OutcomeUnknown"],
                  next: (flow) =>
                    flow
                      .task("reread", stockOf, (s) => ({ sku: s.input.sku }))
                      .return((s) => ({ applied: s.reread?.reserved_for === s.input.orderId })),
                },
              ],
            },
          )
          .return((s) => s.take.applied),
      ),
  )
  .return((s) => s.enough);

/** Gives the stock of one line back. */
const releaseLine = workflow<{ orderId: string; sku: string; quantity: number }>("ReleaseLine")
  .task("stock", stockOf, (s) => ({ sku: s.input.sku }))
  .task(
    "giveBack",
    returnStock,
    (s) => ({
      sku: s.input.sku,
      orderId: s.input.orderId,
      seen: s.stock?.available ?? 0,
      restored: (s.stock?.available ?? 0) + s.input.quantity,
    }),
    {
      catch: [
        {
          errorEquals: ["Cassandra.OutcomeUnknown"],
          next: (flow) => flow.return(() => ({ applied: false })),
        },
      ],
    },
  )
  .return((s) => s.giveBack.applied);

export const fulfilOrder = workflow<OrderPlaced>("FulfilOrder", {
  comment: "Charges an order, reserves its lines, and undoes both when a line is out of stock.",
  timeoutSeconds: 3600,
})
  .preflight([shop, carts])
  .parallel("load", {
    order: (flow) => flow.task("row", orderById, (s) => ({ orderId: s.input.orderId })).return((s) => s.row),
    cart: (flow) =>
      flow
        .task("stored", cartById, (s) => ({ id: s.input.orderId, partitionKey: s.input.tenant }))
        .return((s) => s.stored),
    history: (flow) =>
      flow.task("orders", recentOrders, (s) => ({ customerId: s.input.customerId })).return((s) => s.orders),
  })
  .choice("known", (c) =>
    c
      .when(
        (s) => s.load.order === null || s.load.cart === null,
        (flow) =>
          flow.fail("UnknownOrder", {
            error: "Order.Unknown",
            cause: (s) => `There is no order ${s.input.orderId} with a cart of tenant ${s.input.tenant}.`,
          }),
      )
      // Guarded by the rule before.
      .otherwise((flow) => flow.return((s) => ({ order: s.load.order!, cart: s.load.cart! }))),
  )
  .match("payment", "kind", (s) => s.known.cart.pay, {
    card: (flow) =>
      flow
        .task(
          "charge",
          charge,
          (s) => ({
            orderId: s.input.orderId,
            amount: s.known.order.total ?? "0",
            last4: s.it.last4,
          }),
          {
            catch: [
              {
                errorEquals: ["Payment.Declined"],
                next: (flow) => flow.fail("Declined", { error: "Order.PaymentDeclined", cause: (s) => s.error.Cause }),
              },
            ],
          },
        )
        .return((s) => ({ method: "card", transaction: s.charge.transaction })),
    bank: (flow) => flow.return((s) => ({ method: "bank", transaction: s.it.iban })),
  })
  .task("lines", linesOfOrder, (s) => ({ orderId: s.input.orderId }))
  .map(
    "reservations",
    (s) => s.lines.map((line) => ({ sku: line.sku, quantity: line.quantity ?? 0 })).filter((line) => line.quantity > 0),
    (each) =>
      each
        .use("line", reserveLine, (s) => ({
          orderId: s.input.orderId,
          sku: s.item.sku,
          quantity: s.item.quantity,
        }))
        .return((s) => ({ sku: s.item.sku, quantity: s.item.quantity, reserved: s.line })),
    { maxConcurrency: reservationsAtATime },
  )
  .choice("outcome", (c) =>
    c
      .when(
        (s) => s.reservations.every((line) => line.reserved),
        (flow) =>
          flow
            .task("close", closeCart, (s) => ({ id: s.input.orderId, partitionKey: s.input.tenant }))
            .return(() => "FULFILLED"),
      )
      .otherwise((flow) =>
        flow
          .map(
            "releases",
            (s) => s.reservations.filter((line) => line.reserved),
            (each) =>
              each
                .use("line", releaseLine, (s) => ({
                  orderId: s.input.orderId,
                  sku: s.item.sku,
                  quantity: s.item.quantity,
                }))
                .return((s) => s.line),
            { maxConcurrency: reservationsAtATime },
          )
          .task("refund", refund, (s) => ({ orderId: s.input.orderId, transaction: s.payment.transaction }))
          .return(() => "OUT_OF_STOCK"),
      ),
  )
  .task("status", setStatus, (s) => ({ orderId: s.input.orderId, status: s.outcome }))
  .task("audit", writeAudit, (s) => ({
    orderId: s.input.orderId,
    outcome: s.outcome,
    requestedAt: s.input.requestedAt,
    skus: s.reservations.map((line) => line.sku),
  }))
  .task("count", countOrder, (s) => ({ tenant: s.input.tenant, outcome: s.outcome }), {
    catch: [
      {
        // A counter that may have been counted twice is better than an order that fails after it was charged.
        errorEquals: ["Cassandra.OutcomeUnknown"],
        next: (flow) => flow.return(() => null),
      },
    ],
  })
  // Read after the write of `close`, in its session: the cart that was just closed is not counted.
  .task("openCarts", openCarts, (s) => ({ tenant: s.input.tenant, customerId: s.input.customerId }))
  .return((s) => ({
    orderId: s.input.orderId,
    outcome: s.outcome,
    payment: s.payment,
    lines: s.reservations,
    returning: s.load.history.length > 1,
    openCarts: s.openCarts.length,
  }));
