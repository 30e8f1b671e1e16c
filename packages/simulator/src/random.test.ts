import { expect, it } from "vitest";
import { SeededRandom } from "./random.js";

it("draws the numbers that Java's generator draws from the same seed", () => {
  expect(new SeededRandom(42).next()).toBe(0.7275636800328681);
});

it("makes version 4 UUIDs, equal for equal seeds", () => {
  const uuid = new SeededRandom(1).nextUuid();
  expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new SeededRandom(1).nextUuid()).toBe(uuid);
  expect(new SeededRandom(2).nextUuid()).not.toBe(uuid);
});
