import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

const faultOf = (duration: string) => errorsOf(`UPDATE orders SET took = ${duration} WHERE id = :id`);

describe("literals", () => {
  it("takes durations whose units come in order", () => {
    for (const duration of ["1h", "-1h", "1y2mo3w4d5h6m7s8ms9us10ns", "1µs", "P1Y2M3DT4H5M6S", "P1W"]) {
      expect(faultOf(duration)).toEqual([]);
    }
  });

  it("reports durations with units out of order, twice or too many", () => {
    expect(faultOf("1h2d")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-literal: 1h2d is no duration: units go from years to nanoseconds, each once. at 1:26",
      ]
    `);
    expect(faultOf("1h1h")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-literal: 1h1h is no duration: units go from years to nanoseconds, each once. at 1:26",
      ]
    `);
    expect(faultOf("9999999999mo")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-literal: 9999999999mo has too many months. at 1:26",
      ]
    `);
  });
});
