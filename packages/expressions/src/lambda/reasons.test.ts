import { describe, expect, it } from "vitest";
import { compileLambda } from "../../test/harness.js";
import { refusalPrelude } from "../../test/refusals.js";

const warned = (source: string): readonly string[] =>
  compileLambda(source, { prelude: refusalPrelude }).diagnostics.map(({ code, severity, location }) => {
    return `${severity} ${code} ${location?.line}:${location?.column}`;
  });

describe("an assertion that a value is there", () => {
  it("is warned of where nothing says why", () => {
    const source = "(s: Scope) => ({ first: s.names[0]!, note: s.note! })";
    expect(warned(source)).toEqual([
      "warning expressions/unexplained-assertion 1:25",
      "warning expressions/unexplained-assertion 1:44",
    ]);
    expect(compileLambda(source, { prelude: refusalPrelude }).jsonata).toBe('{"first": $names[0], "note": $note}');
  });

  it("is taken with a comment on its line, before it on the line, or on the line above", () => {
    const sources = [
      "(s: Scope) => s.names[0]! // a batch has a name",
      "(s: Scope) => s.names[0] /* a batch has a name */!",
      "(s: Scope) => ({\n  // A batch has a name.\n  first: s.names[0]!,\n})",
      "(s: Scope) => ({\n  first: s.names[0]!, // A batch has a name.\n  t: s.t,\n})",
      "(s: Scope) => {\n  // A batch has a name.\n  const first = s.names[0]!;\n  return first;\n}",
      "(s: Scope) =>\n  // A batch has a line.\n  s.lines[0]!\n    .sku",
    ];
    expect(sources.map(warned)).toEqual(sources.map(() => []));
  });

  it("needs a comment of its own", () => {
    expect(
      warned("(s: Scope) => ({\n  // A batch has a name.\n  first: s.names[0]!,\n  second: s.names[1]!,\n})"),
    ).toEqual(["warning expressions/unexplained-assertion 4:11"]);
    expect(warned('(s: Scope) => ({ url: "// not a comment", first: s.names[0]! })')).toHaveLength(1);
    expect(warned("(s: Scope) => s.names[0]! // !")).toHaveLength(1);
  });

  it("is not warned of where the types or a test tell that the value is there", () => {
    expect(warned("(s: Scope) => s.t!.length + s.label!.length")).toEqual([]);
    expect(warned('(s: Scope) => (s.names.length > 0 ? s.names[0]! : "")')).toEqual([]);
  });
});
