import { describe, expect, it } from "vitest";
import { sampleManifest } from "../../test/sample-manifest.js";
import { parseManifest } from "./manifest.js";

const sample = sampleManifest("shop");
const first = sample.statements.viewsOf!;

function problems(change: object): readonly string[] {
  const parsed = parseManifest({ ...sample, ...change });
  return parsed.ok ? [] : parsed.problems;
}

describe("parseManifest", () => {
  it("takes a manifest as it was written", () => {
    expect(parseManifest(JSON.parse(JSON.stringify(sample)))).toEqual({ ok: true, manifest: sample });
  });

  it("reports everything that is wrong with its path", () => {
    expect(problems({ kind: "cosmos", consistency: "MOST", extra: 1 })).toEqual([
      expect.stringMatching(/^kind: /),
      expect.stringMatching(/^consistency: /),
      expect.stringMatching(/^extra: /),
    ]);
  });

  it("reports a type that is none", () => {
    const statements = { viewsOf: { ...first, params: { page: { type: "list<text" } } } };
    expect(problems({ statements })).toEqual([
      'statements.viewsOf.params.page.type: "list<text" is no CQL type: ">" is expected here.',
    ]);
  });

  it("reports a user type that it does not declare", () => {
    const statements = { viewsOf: { ...first, columns: [{ name: "at", type: "list<frozen<place>>" }] } };
    expect(problems({ statements })).toEqual([
      'manifest: The type "list<frozen<place>>" uses "place", which userTypes does not hold.',
    ]);
  });

  it("reports parameters that are one marker to the server", () => {
    const statements = { viewsOf: { ...first, params: { page: { type: "text" }, Page: { type: "text" } } } };
    expect(problems({ statements })).toEqual([expect.stringContaining("differ only in upper and lower case")]);
  });

  it("takes pages with a size, and reports a size elsewhere and a parameter that stands in the continuation's way", () => {
    const pages = { ...first, result: "pages", pageSize: 50 };
    expect(problems({ statements: { pages } })).toEqual([]);
    const wrong = {
      noSize: { ...first, result: "pages" },
      sizeOfOne: { ...first, pageSize: 50 },
      tooLarge: { ...pages, pageSize: 5001 },
      unpageable: { ...pages, paged: false },
      inTheWay: { ...pages, params: { continuation: { type: "text" } } },
    };
    expect(problems({ statements: wrong })).toEqual([
      expect.stringMatching(/^statements\.noSize: .*page size/),
      expect.stringMatching(/^statements\.sizeOfOne: .*page size/),
      expect.stringMatching(/^statements\.tooLarge\.pageSize: /),
      expect.stringMatching(/^statements\.unpageable: .*page size/),
      expect.stringMatching(/^statements\.inTheWay: .*"continuation"/),
    ]);
  });
});
