import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("collectionOperations", () => {
  it("reports parts of what has no parts", () => {
    expect(errorsOf("UPDATE orders SET frozen_tags = frozen_tags + {'a'} WHERE id = :id")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-collection-operation: "frozen_tags" is frozen, so it can only be written as a whole. at 1:19",
      ]
    `);
    expect(errorsOf("UPDATE orders SET tags['a'] = 'b' WHERE id = :id")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-collection-operation: "tags" is a set, whose elements have no place; add them by + and remove them by -. at 1:19",
      ]
    `);
    expect(errorsOf("UPDATE orders SET tags = {'a'} + tags WHERE id = :id")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-collection-operation: "tags" is a set, which has no front. at 1:19",
      ]
    `);
    expect(errorsOf("UPDATE orders SET ship_to.city = 'a' WHERE id = :id")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-collection-operation: "ship_to" is frozen, so it can only be written as a whole. at 1:19",
      ]
    `);
    expect(errorsOf("DELETE status['a'] FROM orders WHERE id = :id")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-collection-operation: "status" is text, which has no elements. at 1:8",
      ]
    `);
    expect(errorsOf("UPDATE orders SET status = status + 'a' WHERE id = :id")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-collection-operation: "status" is text, to which nothing can be added or taken away. at 1:19",
      ]
    `);
  });

  it("accepts what the server accepts", () => {
    expect(
      errorsOf("UPDATE orders SET tags = tags + {'a'}, notes = ['a'] + notes, bill_to.city = 'a' WHERE id = :id"),
    ).toEqual([]);
    expect(errorsOf("DELETE attributes['a'] FROM orders WHERE id = :id")).toEqual([]);
  });

  it("reports places at which no element can be", () => {
    expect(errorsOf("UPDATE orders SET notes[-1] = 'a' WHERE id = :id")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-collection-operation: "notes"[-1]: lists are counted from 0 on. at 1:19",
      ]
    `);
    expect(errorsOf("DELETE attributes[null] FROM orders WHERE id = :id")).toMatchInlineSnapshot(`
      [
        "cassandra/invalid-collection-operation: "attributes"[null]: no element of a map is at null. at 1:8",
      ]
    `);
    expect(errorsOf("UPDATE orders SET attributes[''] = 'a', notes[0] = 'b' WHERE id = :id")).toEqual([]);
  });
});
