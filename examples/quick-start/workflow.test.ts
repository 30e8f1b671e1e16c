import { readFileSync } from "node:fs";
import { simulate } from "@treadle/simulator";
import { expect, it } from "vitest";
import "@treadle/simulator/vitest";

const definition = readFileSync(new URL("artifacts/OrderSummary.asl.json", import.meta.url), "utf8");
const input = { orderId: "11111111-1111-4111-8111-111111111111" };
const run = (rows: { sku: string; quantity: number | null }[]) =>
  simulate(definition, { input, mocks: { lines: { output: { Payload: rows, StatusCode: 200 } } } });

it("summarises an order", async () => {
  const execution = await run([
    { sku: "pallet", quantity: 400 },
    { sku: "mug", quantity: null },
  ]);
  expect(execution).toHaveOutput({ size: "small", bulk: ["pallet"] });
});

it("fails by name for an order without lines", async () => {
  expect(await run([])).toFailWith("Order.Empty");
});
