import { expect, it } from "vitest";
import { fromMillis } from "./from-millis.js";
import { toMillis } from "./to-millis.js";

it("reads times with a zone and writes them in UTC", () => {
  expect(toMillis("2020-01-31T10:00:00+02:00")).toBe(Date.UTC(2020, 0, 31, 8));
  expect(fromMillis(toMillis("2020-03-01T00:30:00.5+01:00"))).toBe("2020-02-29T23:30:00.500Z");
});

it.each(["2020-01-31", "2020-01-31T10:00:00", "2020-02-30T00:00:00Z", "2020-01-31T24:00:00Z", "soon"])(
  "throws for %s, which is no time with a zone or no day",
  (text) => {
    expect(() => toMillis(text)).toThrow(RangeError);
  },
);

it("throws outside the years 1 to 9999", () => {
  expect(() => fromMillis(253402300800000)).toThrow(RangeError);
  expect(() => fromMillis(Number.NaN)).toThrow(RangeError);
});
