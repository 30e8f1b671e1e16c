import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

const fault = 'cassandra/invalid-literal: "place" is indexed by cosine, and a vector of zeros has no direction.';

describe("zeroVectors", () => {
  it.each([
    "INSERT INTO events (tenant, day, at, place) VALUES ('a', '2026-01-01', 0, [0, -0.0])",
    "INSERT INTO events (tenant, day, at, place) VALUES ('a', '2026-01-01', 0, (vector<float, 2>) [0, 1e-60])",
    "UPDATE events SET place = [0, 0] WHERE tenant = 'a' AND day = '2026-01-01' AND at = 0",
    "SELECT at FROM events ORDER BY place ANN OF [0, 0] LIMIT 5",
    "BEGIN BATCH UPDATE events SET place = [0, 0] WHERE tenant = 'a' AND day = '2026-01-01' AND at = 0; APPLY BATCH",
  ])("reports %s", (text) => {
    expect(errorsOf(text)).toEqual([expect.stringContaining(fault)]);
  });

  it("accepts zeros where another comparison, or none, is made", () => {
    const table = "CREATE TABLE v (k int PRIMARY KEY, near vector<float, 2>, far vector<float, 2>)";
    const index = "CREATE INDEX ON v (near) USING 'sai' WITH OPTIONS = {'similarity_function': 'euclidean'}";
    expect(errorsOf("INSERT INTO v (k, near, far) VALUES (1, [0, 0], [0, 0])", table, index)).toEqual([]);
    expect(errorsOf("SELECT at FROM events ORDER BY place ANN OF [0, 1] LIMIT 5")).toEqual([]);
  });
});
