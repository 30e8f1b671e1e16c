import { describe, expect, it } from "vitest";
import { warningsOf } from "../../../test/check.js";

describe("listReads", () => {
  it.each([
    ["UPDATE orders SET notes[1] = 'a' WHERE id = :id", "Setting an element of", "1:19"],
    ["UPDATE orders SET notes = notes - ['a'] WHERE id = :id", "Removing values from", "1:19"],
    ["DELETE notes[1] FROM orders WHERE id = :id", "Deleting an element of", "1:8"],
  ])("warns of %s", (text, operation, at) => {
    expect(warningsOf(text)).toEqual([
      `cassandra/read-before-write: ${operation} "notes" makes the server read the list before it writes. at ${at}`,
    ]);
  });

  it("does not of what is added, and of sets and maps", () => {
    expect(warningsOf("UPDATE orders SET notes = notes + ['a'] WHERE id = :id")).toEqual([]);
    expect(warningsOf("UPDATE orders SET tags = tags - {'a'}, attributes['a'] = 'b' WHERE id = :id")).toEqual([]);
  });
});
