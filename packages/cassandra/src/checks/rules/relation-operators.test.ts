import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("relationOperators", () => {
  it("reports an operator that the column cannot answer", () => {
    expect(errorsOf("SELECT id FROM orders WHERE id != :id")).toMatchInlineSnapshot(`
      [
        "cassandra/unsupported-relation: WHERE has no !=. at 1:29",
      ]
    `);
    expect(errorsOf("SELECT id FROM orders WHERE id = :id AND status IS NOT NULL")).toMatchInlineSnapshot(`
      [
        "cassandra/unsupported-relation: IS NOT NULL is for materialized views only. at 1:42",
        "cassandra/filtering-required: Rows of orders cannot be found by "status" without reading others too. at 1:42",
      ]
    `);
    expect(
      errorsOf("SELECT id FROM orders WHERE id = :id AND status LIKE 'a%' ALLOW FILTERING"),
    ).toMatchInlineSnapshot(`
      [
        "cassandra/unsupported-relation: LIKE needs a SASI index on "status" that can answer this pattern. at 1:42",
      ]
    `);
    expect(errorsOf("SELECT id FROM orders WHERE tags = {'a'} ALLOW FILTERING")).toMatchInlineSnapshot(`
      [
        "cassandra/unsupported-relation: "tags" is set<text>, and a collection that is not frozen cannot be compared by =. at 1:29",
      ]
    `);
    expect(errorsOf("SELECT id FROM orders WHERE bill_to = {city: 'a'} ALLOW FILTERING")).toMatchInlineSnapshot(`
      [
        "cassandra/unsupported-relation: "bill_to" is a user-defined type that is not frozen, so nothing can be asked about it. at 1:29",
      ]
    `);
    expect(errorsOf("SELECT id FROM orders WHERE status CONTAINS 'a' ALLOW FILTERING")).toMatchInlineSnapshot(`
      [
        "cassandra/unsupported-relation: CONTAINS is for collections; "status" is text. at 1:29",
      ]
    `);
    expect(errorsOf("SELECT id FROM orders WHERE tags CONTAINS KEY 'a' ALLOW FILTERING")).toMatchInlineSnapshot(`
      [
        "cassandra/unsupported-relation: CONTAINS KEY is for maps; "tags" is set<text>. at 1:29",
      ]
    `);
    expect(errorsOf("SELECT id FROM orders WHERE notes['a'] = 'b' ALLOW FILTERING")).toMatchInlineSnapshot(`
      [
        "cassandra/unsupported-relation: "notes"[…] needs a map; it is list<text>. at 1:29",
      ]
    `);
    expect(errorsOf("SELECT id FROM orders WHERE took > 1h ALLOW FILTERING")).toMatchInlineSnapshot(`
      [
        "cassandra/unsupported-relation: "took" holds durations, which have no order, so <, <=, > and >= do not work. at 1:29",
      ]
    `);
  });

  it("accepts what the server accepts", () => {
    expect(errorsOf("SELECT id FROM orders WHERE tags CONTAINS 'a' ALLOW FILTERING")).toEqual([]);
    expect(errorsOf("SELECT id FROM orders WHERE attributes['a'] = 'b' ALLOW FILTERING")).toEqual([]);
  });

  it("reports expr() on an index that is not of a class of its own", () => {
    expect(errorsOf("SELECT at FROM events WHERE expr(events_kind_idx, 'a')")).toMatchInlineSnapshot(`
      [
        "cassandra/unsupported-relation: expr() is for indexes of classes of one's own, and "events_kind_idx" is not one. at 1:34",
      ]
    `);
  });

  it("lets a vector that is indexed be part of a key that is inserted", () => {
    const table = "CREATE TABLE places (k int, at vector<float, 2>, PRIMARY KEY (k, at))";
    const index = "CREATE INDEX ON places (at) USING 'sai'";
    expect(errorsOf("INSERT INTO places (k, at) VALUES (1, [1.0, 2.0])", table, index)).toEqual([]);
  });
});
