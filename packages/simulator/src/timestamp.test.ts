import { expect, it } from "vitest";
import { parseTimestamp } from "./timestamp.js";

it.each([
  ["2030-02-03T04:05:06Z", Date.UTC(2030, 1, 3, 4, 5, 6)],
  ["2030-02-03T04:05:06.25Z", Date.UTC(2030, 1, 3, 4, 5, 6, 250)],
  ["2030-02-03T04:05:06.000000001Z", Date.UTC(2030, 1, 3, 4, 5, 6)],
  ["2030-02-03T06:05:06+02:00", Date.UTC(2030, 1, 3, 4, 5, 6)],
])("reads %s", (text, expected) => {
  expect(parseTimestamp(text)).toBeCloseTo(expected, 2);
});

it.each([
  "2030-02-03T04:05:06",
  "2030-02-03 04:05:06Z",
  "2030-02-03t04:05:06z",
  "2030-02-30T04:05:06Z",
  "2030-13-03T04:05:06Z",
  "2030-02-03T25:05:06Z",
  "03-02-2030T04:05:06Z",
  "",
])("does not take %j", (text) => {
  expect(parseTimestamp(text)).toBeUndefined();
});
