import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/carts.js";
import { knownNames } from "./known-names.js";

describe("knownNames", () => {
  it("reports a name that FROM does not bind", () => {
    expect(findingsOf(knownNames, "SELECT d.id FROM c")).toEqual([
      'cosmos/unknown-name: Nothing in FROM is called "d" (at 1:8 of the query). Did you mean "c"?',
    ]);
  });

  it("reports the container's name once it has an alias", () => {
    expect(findingsOf(knownNames, "SELECT carts.id FROM carts c")).toEqual([
      'cosmos/unknown-name: Nothing in FROM is called "carts" (at 1:8 of the query).',
    ]);
  });

  it("reports a subquery that starts from a name which is not there", () => {
    expect(findingsOf(knownNames, "SELECT VALUE EXISTS(SELECT VALUE l FROM l IN d.lines) FROM c")).toEqual([
      'cosmos/unknown-name: Nothing in FROM is called "d" (at 1:46 of the query). Did you mean "c"?',
    ]);
  });

  it("accepts aliases of outer queries", () => {
    expect(
      findingsOf(knownNames, "SELECT VALUE (SELECT VALUE COUNT(1) FROM l IN c.lines WHERE l.sku = c.id) FROM c"),
    ).toEqual([]);
    expect(findingsOf(knownNames, "SELECT VALUE NaN")).toEqual([]);
  });
});
