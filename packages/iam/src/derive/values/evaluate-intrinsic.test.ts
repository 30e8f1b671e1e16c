import { expect, test } from "vitest";
import { textsOf, unknownValue } from "./abstract-value.js";
import { evaluateIntrinsic } from "./evaluate-intrinsic.js";
import { textPattern } from "./text.js";

const patterns = (source: string) => textsOf(evaluateIntrinsic(source, () => unknownValue)).map(textPattern);

test("knows what States.Format puts around values", () => {
  expect(patterns("States.Format('orders/{}/{}.json', $.id, 'a')")).toEqual(["orders/*/a.json"]);
  expect(patterns("States.Format('a, {}', States.Format('b({}', $.x))")).toEqual(["a, b(*"]);
});

test("knows nothing of a path or another function", () => {
  expect(patterns("$.id")).toEqual(["*"]);
  expect(patterns("States.UUID()")).toEqual(["*"]);
});
