import { describe, expect, it } from "vitest";
import { warningsOf } from "../../../test/check.js";

const list = (count: number): string => Array.from({ length: count }, (_, at) => `:id${at}`).join(", ");

describe("unboundedIn", () => {
  it("warns of lists of partitions that are long, or of any length", () => {
    expect(warningsOf("SELECT id FROM orders WHERE id IN :ids")).toEqual([
      'cassandra/unbounded-in: IN with a marker on "id" makes one coordinator fetch as many partitions as the list has. at 1:29',
    ]);
    expect(warningsOf(`SELECT id FROM orders WHERE id IN (${list(11)})`)).toEqual([
      'cassandra/unbounded-in: IN on "id" makes one coordinator fetch 11 partitions. at 1:29',
    ]);
  });

  it("does not of ten, and of lists of rows in one partition", () => {
    expect(warningsOf(`SELECT id FROM orders WHERE id IN (${list(10)})`)).toEqual([]);
    expect(warningsOf("SELECT part FROM order_lines WHERE order_id = :id AND sku IN :skus")).toEqual([]);
  });
});
