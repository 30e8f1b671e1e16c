import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/carts.js";
import { partitionKey } from "./partition-key.js";

describe("partitionKey", () => {
  it("reports a query that fixes no partition", () => {
    expect(findingsOf(partitionKey, "SELECT * FROM c WHERE c.id = @id", {})).toEqual([
      "cosmos/partition-key-missing: The query does not say which partition it reads: no condition fixes /tenant.",
    ]);
  });

  it("reports a key that is one alternative of several", () => {
    expect(findingsOf(partitionKey, "SELECT * FROM c WHERE c.tenant = @a OR c.tenant = @b", {})).toEqual([
      "cosmos/partition-key-missing: The query does not say which partition it reads: no condition fixes /tenant.",
    ]);
  });

  it("accepts an equality at the top of WHERE", () => {
    expect(findingsOf(partitionKey, "SELECT * FROM c WHERE c.tenant = @t AND c.total > 1", {})).toEqual([]);
    expect(findingsOf(partitionKey, "SELECT VALUE l FROM c JOIN l IN c.lines WHERE 'a' = c.tenant", {})).toEqual([]);
  });

  it("accepts what says that it goes across partitions", () => {
    expect(findingsOf(partitionKey, "SELECT * FROM c")).toEqual([]);
  });
});
