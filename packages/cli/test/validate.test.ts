import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { runCli } from "./run-cli.js";

const right = '{ "StartAt": "Wait", "States": { "Wait": { "Type": "Wait", "Seconds": 600, "End": true } } }\n';
const wrong = `{
  "StartAt": "Load",
  "States": {
    "Load": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "Sve", "Parameters": {} },
    "Save": { "Type": "Succeed" }
  }
}
`;

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "treadle-validate-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe("treadle validate", { timeout: 60_000 }, () => {
  it("accepts a definition that Step Functions would accept", async () => {
    const folder = folderWith({ "right.asl.json": right });
    expect(await runCli(folder, "validate", "right.asl.json")).toEqual({
      exitCode: 0,
      stdout: "right.asl.json: no errors.\n",
      stderr: "",
    });
  });

  it("shows each fault at its line, with the nearest name, and not what follows from another fault", async () => {
    const { exitCode, stderr } = await runCli(folderWith({ "wrong.asl.json": wrong }), "validate", "wrong.asl.json");
    expect(exitCode).toBe(1);
    expect(stderr).toContain(
      [
        "error asl/missing-transition-target: Missing 'Next' target: Sve (MISSING_TRANSITION_TARGET)",
        "  wrong.asl.json:4:85",
        '  4 |     "Load": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "Sve", "Parameters": {} },',
        `    | ${" ".repeat(84)}^^^^^`,
        "  in the definition: /States/Load/Next",
        '  help: Did you mean "Save"?',
      ].join("\n"),
    );
    expect(stderr).toContain("2 errors");
    expect(stderr).not.toContain("unreachable");
  });

  it("prints JSON for programs: AWS's code and location, pointer and place", async () => {
    const folder = folderWith({ "right.asl.json": right, "wrong.asl.json": wrong });
    const { exitCode, stdout } = await runCli(
      folder,
      "validate",
      "right.asl.json",
      "wrong.asl.json",
      "--format",
      "json",
    );
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      files: [
        { file: "right.asl.json", valid: true, diagnostics: [] },
        {
          file: "wrong.asl.json",
          valid: false,
          diagnostics: [
            {
              code: "asl/missing-transition-target",
              severity: "error",
              message: "Missing 'Next' target: Sve",
              awsCode: "MISSING_TRANSITION_TARGET",
              awsLocation: "/States/Load/Next",
              pointer: "/States/Load/Next",
              line: 4,
              column: 85,
              endLine: 4,
              endColumn: 90,
              help: 'Did you mean "Save"?',
            },
            expect.objectContaining({ code: "asl/missing-arguments", awsLocation: "/States/Load/Parameters" }),
          ],
        },
      ],
    });
  });

  it("prints SARIF, and takes an Express machine as one", async () => {
    const folder = folderWith({ "right.asl.json": right });
    const { exitCode, stdout } = await runCli(folder, "validate", "right.asl.json", "--express", "--format", "sarif");
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      version: "2.1.0",
      runs: [{ results: [{ ruleId: "asl/express-too-long", level: "warning" }] }],
    });
  });

  it("fails as wrong usage on a file that is not there, and on a format that is not known", async () => {
    const folder = folderWith({});
    expect(await runCli(folder, "validate", "nope.asl.json")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("cli/file-not-readable"),
    });
    expect(await runCli(folder, "validate", "nope.asl.json", "--format", "xml")).toMatchObject({ exitCode: 2 });
  });
});
