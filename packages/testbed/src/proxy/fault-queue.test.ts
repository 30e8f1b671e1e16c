import { expect, test } from "vitest";
import { FaultQueue } from "./fault-queue.js";

test("gives a fault to as many requests as asked, then none", () => {
  const queue = new FaultQueue<string, string>();
  queue.add({ fault: "slow", requests: 2 });
  expect([queue.take("a"), queue.take("b"), queue.take("c")]).toEqual(["slow", "slow", undefined]);
});

test("leaves requests alone that do not match", () => {
  const queue = new FaultQueue<string, string>();
  queue.add({ fault: "gone", matching: (request) => request === "b" });
  queue.add({ fault: "slow" });
  expect([queue.take("a"), queue.take("b"), queue.take("b")]).toEqual(["slow", "gone", undefined]);
});

test("gives an endless fault until cleared", () => {
  const queue = new FaultQueue<string, string>();
  queue.add({ fault: "down", requests: Number.POSITIVE_INFINITY });
  expect([queue.take("a"), queue.take("b")]).toEqual(["down", "down"]);
  queue.clear();
  expect(queue.take("c")).toBeUndefined();
});
