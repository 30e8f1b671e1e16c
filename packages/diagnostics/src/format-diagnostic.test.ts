import { describe, expect, it } from "vitest";
import { defineDiagnostics } from "./define-diagnostics.js";
import { compareDiagnostics, formatDiagnostic, hasErrors } from "./format-diagnostic.js";

const report = defineDiagnostics("sample", {
  "unknown-name": {
    severity: "error",
    message: (d: { name: string }) => `Nothing is named "${d.name}".`,
    help: (d) => (d.name === "" ? undefined : "Define it first."),
  },
  "long-name": { severity: "warning", message: (d: { length: number }) => `The name has ${d.length} characters.` },
});

const location = { file: "a.ts", line: 2, column: 5, length: 3 };

describe("defineDiagnostics", () => {
  it("builds the code from scope and key, and leaves out what there is not", () => {
    expect(report["long-name"]({ length: 90 })).toEqual({
      code: "sample/long-name",
      severity: "warning",
      message: "The name has 90 characters.",
    });
    expect(report["unknown-name"]({ name: "" })).not.toHaveProperty("help");
  });
});

describe("formatDiagnostic", () => {
  it("prints message, place, the source line underlined, pointer and help", () => {
    const text = formatDiagnostic(report["unknown-name"]({ name: "foo" }, { location, pointer: "/States/A" }), {
      readSource: (file) => (file === "a.ts" ? "one\n    foo.bar\n" : undefined),
    });
    expect(text).toBe(
      [
        'error sample/unknown-name: Nothing is named "foo".',
        "  a.ts:2:5",
        "  2 |     foo.bar",
        "    |     ^^^",
        "  in the definition: /States/A",
        "  help: Define it first.",
      ].join("\n"),
    );
  });

  it("leaves out the frame when the source cannot be read, and underlines no further than the line", () => {
    expect(formatDiagnostic(report["long-name"]({ length: 1 }, { location }))).toBe(
      "warning sample/long-name: The name has 1 characters.\n  a.ts:2:5",
    );
    const long = { ...location, length: 99 };
    const text = formatDiagnostic(report["long-name"]({ length: 1 }, { location: long }), {
      readSource: () => "x\n\t\t\t\tfoo",
    });
    expect(text.split("\n").at(-1)).toBe("    | \t\t\t\t^^^");
  });
});

describe("compareDiagnostics", () => {
  it("puts errors first, then goes by place", () => {
    const late = report["unknown-name"]({ name: "late" }, { location: { file: "b.ts", line: 1, column: 1 } });
    const early = report["unknown-name"]({ name: "early" }, { location });
    const warning = report["long-name"]({ length: 1 });
    expect([warning, late, early].sort(compareDiagnostics)).toEqual([early, late, warning]);
    expect(hasErrors([warning])).toBe(false);
    expect(hasErrors([warning, late])).toBe(true);
  });
});
