import { type DurableContext, withDurableExecution } from "@aws/durable-execution-sdk-js";
import { LocalDurableTestRunner } from "@aws/durable-execution-sdk-js-testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCharge, expected, type Line, loadOrder, notify, reserve, runs } from "./services.ts";

function createHandler() {
  const charge = createCharge();
  return withDurableExecution(async (event: { id: string }, context: DurableContext) => {
    const order = await context.step("load", () => loadOrder(event.id));
    const { transaction } = await context.step("charge", charge, {
      retryStrategy: (_error, attempt) => ({ shouldRetry: attempt <= 3, delay: { seconds: 2 ** (attempt - 1) } }),
    });
    await context.wait("settle", { hours: 1 });
    const reserved = await context.map("reserve", [...order.lines], (each: DurableContext, line: Line) =>
      each.step("line", () => reserve(line)),
    );
    const notified = await context.step("notify", () => notify(order.id));
    return { transaction, reserved: reserved.getResults(), notified };
  });
}

beforeAll(() => LocalDurableTestRunner.setupTestEnvironment({ skipTime: true }));
afterAll(() => LocalDurableTestRunner.teardownTestEnvironment());

describe("the order workflow as a durable function", () => {
  it.each(Array.from({ length: runs }, (_, i) => i))("is fulfilled after two retries and an hour, %i", async () => {
    const runner = new LocalDurableTestRunner({ handlerFunction: createHandler() });
    const execution = await runner.run({ payload: { id: "o-1" } });
    expect(execution.getStatus()).toBe("SUCCEEDED");
    expect(execution.getResult()).toEqual(expected);
  });
});
