import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("vectorOrdering", () => {
  it("reports a nearest-neighbour order that cannot be had", () => {
    expect(errorsOf("SELECT at FROM events ORDER BY kind ANN OF [1, 2] LIMIT 1")).toMatchInlineSnapshot(`
      [
        "cassandra/type-mismatch: [1, 2] is no value for "kind", which is text. at 1:44",
      ]
    `);
    expect(errorsOf("SELECT at FROM events ORDER BY place ANN OF [1, 2] DESC LIMIT 1")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-ann: ANN OF gives the nearest first; it cannot be turned around. at 1:32",
      ]
    `);
    expect(
      errorsOf("SELECT at FROM events WHERE payload = 0x00 ORDER BY place ANN OF [1, 2] LIMIT 1"),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/filtering-required: Rows of events cannot be found by "payload" without reading others too. at 1:29",
        "cassandra/invalid-ann: With ANN OF each restricted column needs an index; payload has none. at 1:53",
      ]
    `);
    expect(errorsOf("SELECT at FROM events ORDER BY place ANN OF [1, 2]")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-ann: ANN OF needs a LIMIT. at 1:32",
      ]
    `);
  });

  it("accepts what the server accepts", () => {
    expect(errorsOf("SELECT at FROM events ORDER BY place ANN OF [1, 2] LIMIT 5")).toEqual([]);
    expect(errorsOf("SELECT at FROM events WHERE kind = 'a' ORDER BY place ANN OF :near LIMIT 5")).toEqual([]);
  });

  it("reports what the server prepares and then refuses to run", () => {
    expect(errorsOf("SELECT count(*) FROM events ORDER BY place ANN OF [1, 2] LIMIT 5")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-ann: ANN OF gives rows, which cannot be grouped or aggregated. at 1:38",
      ]
    `);
    expect(errorsOf("SELECT at FROM events ORDER BY place ANN OF null LIMIT 5")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-ann: Nothing is near to null. at 1:32",
      ]
    `);
    expect(errorsOf("SELECT at FROM events ORDER BY place ANN OF [1, 2] LIMIT 1001")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-ann: The LIMIT of ANN OF is 1000 at most. at 1:32",
      ]
    `);
  });
});
