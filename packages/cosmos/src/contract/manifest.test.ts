import { describe, expect, it } from "vitest";
import { sampleManifest } from "../../test/sample-manifest.js";
import { parseManifest } from "./manifest.js";

const sample = sampleManifest("shop");

function problems(change: object): readonly string[] {
  const parsed = parseManifest({ ...sample, ...change });
  return parsed.ok ? [] : parsed.problems;
}

describe("parseManifest", () => {
  it("takes a manifest as it was written", () => {
    expect(parseManifest(JSON.parse(JSON.stringify(sample)))).toEqual({ ok: true, manifest: sample });
  });

  it("reports everything that is wrong with its path", () => {
    expect(problems({ kind: "cassandra", partitionKey: ["tenant"], extra: 1 })).toEqual([
      expect.stringMatching(/^kind: /),
      expect.stringMatching(/^partitionKey\.0: /),
      expect.stringMatching(/^extra: /),
    ]);
  });

  it("reports a query that names its partition and goes to all of them", () => {
    const statements = { openCarts: { ...sample.statements.openCarts, crossPartition: true } };
    expect(problems({ statements })).toEqual([
      "statements.openCarts: A query has either a partitionKey or crossPartition.",
    ]);
  });

  it("reports a parameter that is used and not declared", () => {
    const statements = {
      openCarts: { ...sample.statements.openCarts, params: {} },
      close: { ...sample.statements.close, params: {} },
    };
    expect(problems({ statements })).toEqual([
      "statements.openCarts: The partitionKey uses a parameter that params does not hold.",
      "statements.close: An operation uses a parameter that params does not hold.",
    ]);
  });

  it("reports more than ten patch operations", () => {
    const operations = Array.from({ length: 11 }, () => ({ op: "remove", path: "/a" }));
    const statements = { close: { ...sample.statements.close, operations } };
    expect(problems({ statements })).toEqual([expect.stringMatching(/^statements\.close\.operations: /)]);
  });
});
