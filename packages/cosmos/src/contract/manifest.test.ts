import { describe, expect, it } from "vitest";
import { accountManifest } from "../../test/account-manifest.js";
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

  it("takes statements of every kind, sessions and a shape of items", () => {
    const whole = accountManifest("shop", {
      sessionTokens: true,
      itemShape: {
        kind: "object",
        properties: { tags: { type: { kind: "array", element: { kind: "string" } }, optional: true } },
      },
    });
    expect(parseManifest(JSON.parse(JSON.stringify(whole)))).toEqual({ ok: true, manifest: whole });
  });

  it("reports a shape that is wrong, however deep", () => {
    const itemShape = { kind: "array", element: { kind: "tuple", elements: [{ kind: "strin" }] } };
    expect(problems({ itemShape })).toEqual([expect.stringMatching(/^itemShape\.element\.elements\.0\.kind: /)]);
  });

  it("reports a page that is too large and a batch of more than a hundred operations", () => {
    const { pageOfTenant, createPair } = accountManifest("shop").statements;
    const operations = Array.from({ length: 101 }, () => ({ op: "delete", id: "gone" }));
    const statements = { page: { ...pageOfTenant, pageSize: 1001 }, batch: { ...createPair, operations } };
    expect(problems({ statements })).toEqual([
      expect.stringMatching(/^statements\.page\.pageSize: /),
      expect.stringMatching(/^statements\.batch\.operations: /),
    ]);
  });

  it("takes pages, batches and bulk operations", () => {
    const statements = {
      page: {
        operation: "pages",
        idempotent: true,
        text: "SELECT c.id FROM c",
        params: {},
        crossPartition: true,
        pageSize: 9,
      },
      swap: {
        operation: "batch",
        idempotent: false,
        operations: [
          { op: "create", item: "added" },
          { op: "patch", id: "kept", operations: [{ op: "set", path: "/note", value: { param: "note" } }] },
        ],
        params: { note: { types: ["string"] } },
      },
      load: { operation: "bulk", idempotent: true, kind: "upsert" },
    };
    expect(problems({ statements })).toEqual([]);
  });

  it("reports pages, batches and bulk operations that no bridge can run", () => {
    const page = { operation: "pages", idempotent: true, text: "SELECT 1", crossPartition: true, pageSize: 9 };
    const patch = { op: "patch", id: "a", operations: [{ op: "set", path: "/a", value: { param: "b" } }] };
    const statements = {
      page: { ...page, params: { continuation: {} } },
      large: { ...page, params: {}, pageSize: 1001 },
      swap: { operation: "batch", idempotent: false, operations: [patch], params: {} },
      none: { operation: "batch", idempotent: true, operations: [], params: {} },
      load: { operation: "bulk", idempotent: true, kind: "replace" },
    };
    expect(problems({ statements })).toEqual([
      "statements.page: A parameter cannot be called continuation.",
      expect.stringMatching(/^statements\.large\.pageSize: /),
      "statements.swap: An operation uses a parameter that params does not hold.",
      expect.stringMatching(/^statements\.none\.operations: /),
      expect.stringMatching(/^statements\.load\.kind: /),
    ]);
  });
});
