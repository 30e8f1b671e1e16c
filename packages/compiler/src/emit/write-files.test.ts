import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compareArtifacts, writeArtifacts, writeFiles } from "./write-files.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "write-files-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const artifacts = [
  { file: "A.asl.json", text: "{}\n" },
  { file: "A.iam.json", text: "[]\n" },
];

describe("writeArtifacts", () => {
  it("writes what changed, names it, and leaves no temporary file", () => {
    writeFileSync(join(folder, "A.iam.json"), "[]\n");
    expect(writeArtifacts(folder, artifacts)).toEqual({ written: ["A.asl.json"], removed: [], diagnostics: [] });
    expect(readdirSync(folder).sort()).toEqual(["A.asl.json", "A.iam.json"]);
  });

  it("removes artifacts that nothing gives any more, and nothing else", () => {
    writeFileSync(join(folder, "Old.asl.json"), "{}");
    writeFileSync(join(folder, "old.bridge.iam.json"), "{}");
    writeFileSync(join(folder, "old.grants.cql"), "");
    writeFileSync(join(folder, "A.notes.md"), "mine");
    mkdirSync(join(folder, "A.assets"));
    const withGrants = [...artifacts, { file: "shop.grants.cql", text: "" }];
    expect(writeArtifacts(folder, withGrants).removed).toEqual([
      "Old.asl.json",
      "old.bridge.iam.json",
      "old.grants.cql",
    ]);
    expect(existsSync(join(folder, "A.notes.md"))).toBe(true);
  });

  it("changes nothing when one of the files cannot be written", () => {
    writeFileSync(join(folder, "A.asl.json"), "old");
    mkdirSync(join(folder, "A.iam.json"));
    const { diagnostics, written } = writeFiles(folder, artifacts);
    expect(diagnostics).toMatchObject([{ code: "compiler/artifact-not-writable" }]);
    expect(written).toEqual([]);
    expect(readFileSync(join(folder, "A.asl.json"), "utf8")).toBe("old");
    expect(readdirSync(folder).filter((file) => file.endsWith(".tmp"))).toEqual([]);
  });
});

describe("compareArtifacts", () => {
  it("names what is stale, missing and left over", () => {
    writeFileSync(join(folder, "A.asl.json"), "other");
    writeFileSync(join(folder, "A.bridge.json"), "");
    expect(compareArtifacts(folder, artifacts, "artifacts").map(({ code, message }) => [code, message])).toEqual([
      ["compiler/stale-artifact", "artifacts/A.asl.json is not what the sources compile to."],
      ["compiler/missing-artifact", "artifacts/A.iam.json is missing."],
      ["compiler/leftover-artifact", "artifacts/A.bridge.json belongs to no workflow and no data source."],
    ]);
  });

  it("finds nothing where all is current", () => {
    writeArtifacts(folder, artifacts);
    expect(compareArtifacts(folder, artifacts, "artifacts")).toEqual([]);
  });
});
