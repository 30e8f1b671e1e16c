import { prepareWorkflow, simulate, takeFailure, takeOutput, type WorkflowMocks } from "@treadle/simulator";
import { beforeAll, describe, expect, it } from "vitest";
import { charge } from "./functions/charge.ts";
import { refund } from "./functions/refund.ts";
import input from "./inputs/paid-order.json" with { type: "json" };
import { fulfilOrder } from "./workflows/fulfil-order.ts";

/*
 * The workflow, compiled and run in the simulator under a virtual clock: databases are mocked by state, the Lambda functions
 * are the local ones. Input, the mocks of its own steps, and output are typed by the workflow.
 */
type Mocks = WorkflowMocks<typeof fulfilOrder>;

const order = { id: input.orderId, total: "49.90", customer_id: input.customerId };
const cart = { id: input.orderId, tenant: "acme", pay: { kind: "card", last4: "4242", holder: "A" } };

/** Answers of both databases to an order that can be fulfilled. */
const databases = {
  "preflight.shop": { value: null },
  "preflight.carts": { value: null },
  "load.order.row": { value: order },
  "load.cart.stored": { value: cart },
  "load.history.orders": {
    value: [{ order_id: input.orderId, total: "49.90", placed_at: "2026-11-20T08:30:00.000Z" }],
  },
  lines: {
    value: [
      { sku: "mug-blue", quantity: 1, unit_price: "12.90" },
      { sku: "tea-green", quantity: 2, unit_price: "18.50" },
      { sku: "returned", quantity: 0, unit_price: "1.00" },
    ],
  },
  "reservations.line.stock": { value: { available: 5, reserved_for: null } },
  "reservations.line.enough.take": { value: { applied: true } },
  "outcome.releases.line.stock": { value: { available: 3, reserved_for: input.orderId } },
  "outcome.releases.line.giveBack": { value: { applied: true } },
  "outcome.close": { value: { ...cart, status: "ordered" } },
  status: { value: null },
  audit: { value: null },
  count: { value: null },
  openCarts: { value: [] },
} satisfies Mocks;

const run = (mocks: Mocks = {}) =>
  simulate(fulfilOrder, {
    input,
    mocks: { ...databases, ...mocks },
    functions: { ChargeFunctionArn: charge, RefundFunctionArn: refund },
  });

// Compiling takes seconds, the runs take milliseconds.
beforeAll(() => prepareWorkflow(fulfilOrder), 60_000);

describe("FulfilOrder", () => {
  it("charges the card, reserves every line with a quantity, and tells what it did", async () => {
    expect(takeOutput(await run())).toEqual({
      orderId: input.orderId,
      outcome: "FULFILLED",
      payment: { method: "card", transaction: `charge-${input.orderId}` },
      lines: [
        { sku: "mug-blue", quantity: 1, reserved: true },
        { sku: "tea-green", quantity: 2, reserved: true },
      ],
      returning: false,
      openCarts: 0,
    });
  });

  it("fails by name before anything is written when the order is not known", async () => {
    const execution = await run({ "load.order.row": { value: null } });
    expect(takeFailure(execution, "Order.Unknown").cause).toContain(input.orderId);
    expect(execution.path).not.toContain("lines");
  });

  it("fails by name when the card is declined", async () => {
    const execution = await run({
      "load.cart.stored": { value: { ...cart, pay: { kind: "card", last4: "0000", holder: "A" } } },
    });
    takeFailure(execution, "Order.PaymentDeclined");
    expect(execution.path).not.toContain("lines");
  });

  it("gives reserved stock back and refunds when one line is out of stock", async () => {
    const stock = (taskArguments: unknown) => {
      const { sku } = (taskArguments as { Payload: { params: { sku: string } } }).Payload.params;
      return { Payload: { available: sku === "mug-blue" ? 0 : 5, reserved_for: null }, StatusCode: 200 };
    };
    const execution = await run({ "reservations.line.stock": stock });
    expect(takeOutput(execution)).toMatchObject({
      outcome: "OUT_OF_STOCK",
      lines: [
        { sku: "mug-blue", reserved: false },
        { sku: "tea-green", reserved: true },
      ],
    });
    expect(execution.path.filter((state) => state === "outcome.releases.line.giveBack")).toHaveLength(1);
    expect(execution.path).toContain("outcome.refund");
  });

  it("never repeats a reservation whose outcome is unknown: it looks who reserved last", async () => {
    const execution = await run({
      "reservations.line.enough.take": { error: "Cassandra.OutcomeUnknown", cause: "{}" },
      "reservations.line.enough.take.reread": { value: { available: 3, reserved_for: input.orderId } },
    });
    expect(takeOutput(execution).outcome).toBe("FULFILLED");
    const takes = execution.timeline.filter(({ state }) => state === "reservations.line.enough.take");
    expect(takes.map(({ attempts }) => attempts.length)).toEqual([1, 1]);
  });

  it("waits out an unavailable node with backoff, which costs no real time", async () => {
    const unavailable = { error: "Cassandra.Unavailable", cause: "{}" };
    const started = performance.now();
    const execution = await run({
      lines: { sequence: [unavailable, unavailable, databases.lines] },
    });
    takeOutput(execution);
    const [lines] = execution.timeline.filter(({ state }) => state === "lines");
    expect(lines?.attempts.map(({ error }) => error)).toEqual([
      "Cassandra.Unavailable",
      "Cassandra.Unavailable",
      undefined,
    ]);
    const waitedMs = execution.stopTime.getTime() - execution.startTime.getTime();
    expect(waitedMs).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(60_000);
  });

  it("counts nothing twice: an unknown outcome of the counter is accepted and not repeated", async () => {
    const execution = await run({ count: { error: "Cassandra.OutcomeUnknown", cause: "{}" } });
    takeOutput(execution);
    expect(execution.timeline.find(({ state }) => state === "count")?.attempts).toHaveLength(1);
  });
});
