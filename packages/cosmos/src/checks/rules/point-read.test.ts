import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/carts.js";
import { pointRead } from "./point-read.js";

describe("pointRead", () => {
  it("warns of a query that a point read can replace", () => {
    expect(findingsOf(pointRead, "SELECT * FROM c WHERE c.id = @id AND c.tenant = @t")).toEqual([
      "cosmos/point-read: This query finds one item by its id (@id) and partition key.",
    ]);
  });

  it("says nothing where a part of the item is wanted", () => {
    expect(findingsOf(pointRead, "SELECT c.note FROM c WHERE c.id = @id AND c.tenant = @t")).toEqual([]);
    expect(findingsOf(pointRead, "SELECT * FROM c WHERE c.id = @id")).toEqual([]);
  });
});
