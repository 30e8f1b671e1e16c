// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Diagnostic } from "@treadle/diagnostics";
import { describe, expect, it, onTestFinished } from "vitest";
import { type IamOptions, iam } from "../src/commands/iam.js";
import { UsageError } from "../src/usage-error.js";
import { copyProject, runCli } from "./run-cli.js";

/** A folder outside of any project, with these files. */
function folderOf(files: { readonly [file: string]: unknown }): string {
  const folder = mkdtempSync(join(tmpdir(), "treadle-iam-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, value] of Object.entries(files)) {
    writeFileSync(join(folder, file), typeof value === "string" ? value : JSON.stringify(value));
  }
  return folder;
}

const publish = (topic: string) => ({
  StartAt: "Notify",
  States: {
    Notify: {
      Type: "Task",
      Resource: "arn:aws:states:::sns:publish",
      Parameters: { [topic.startsWith("$.") ? "TopicArn.$" : "TopicArn"]: topic, Message: "m" },
      End: true,
    },
  },
});

/** Runs the command in this process: what it prints, what it reports, and its exit code or the refusal. */
function runIam(folder: string, file: string, options: Omit<Partial<IamOptions>, "file"> = {}) {
  const printed: string[] = [];
  const reported: Diagnostic[] = [];
  const terminal = {
    print: (text: string) => printed.push(text),
    diagnostics: (diagnostics: readonly Diagnostic[]) => reported.push(...diagnostics),
  };
  const hints = options.hints === undefined ? {} : { hints: join(folder, options.hints) };
  const exitCode = iam(terminal, { ...options, ...hints, file: join(folder, file) });
  return { exitCode, stdout: printed.join("\n"), reported };
}

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof UsageError) return `${error.diagnostic.code}: ${error.message}`;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("treadle iam", () => {
  it("prints the rights of a definition that somebody else wrote, without a project", { timeout: 30_000 }, async () => {
    const folder = folderOf({ "notify.asl.json": publish("${TopicArn}") });
    expect(await runCli(folder, "iam", "notify.asl.json")).toEqual({
      exitCode: 0,
      stdout: "Notify\n  Publishes to the topic. sns:Publish\n    on ${TopicArn}\n",
      stderr: "",
    });
  });

  it("with --deployer prints the policy of whoever deploys the machine, as its manifest and its hints describe it", () => {
    const manifest = { workflow: "Notifier", type: "STANDARD", logging: "ERROR", placeholders: [] };
    const folder = folderOf({
      "notify.asl.json": publish("${TopicArn}"),
      "notify.manifest.json": manifest,
      "hints.json": { region: "eu-west-1", partition: "aws", accountId: "111122223333" },
    });
    const deployer = (options: Omit<Partial<IamOptions>, "file">) => {
      const file = JSON.parse(
        runIam(folder, "notify.asl.json", { hints: "hints.json", deployer: true, ...options }).stdout,
      );
      const statements = file.policies.NotifierDeployer.Statement as readonly {
        readonly Action: readonly string[];
        readonly Resource: readonly string[];
      }[];
      return statements.flatMap(({ Action, Resource }) =>
        Action.flatMap((action) => Resource.map((on) => `${action} on ${on}`)),
      );
    };
    const rights = deployer({});
    expect(rights).toContain(
      "states:UpdateStateMachine on arn:aws:states:eu-west-1:111122223333:stateMachine:Notifier",
    );
    expect(rights).toContain("logs:CreateLogDelivery on *");
    expect(rights).toContain("iam:PassRole on ${ExecutionRoleArn}");
    expect(rights).not.toContain("iam:PutRolePolicy on ${ExecutionRoleArn}");
    expect(deployer({ manageRoles: true })).toContain("iam:PutRolePolicy on ${ExecutionRoleArn}");
  });

  it("with --json prints the policy file, the machine named after the file or by the hints", () => {
    const hints = { name: "Notifier", region: "eu-west-1", partition: "aws", accountId: "111122223333", tracing: true };
    const folder = folderOf({ "notify.asl.json": publish("${TopicArn}"), "hints.json": hints });
    const file = JSON.parse(runIam(folder, "notify.asl.json", { hints: "hints.json", json: true }).stdout);
    const statements = file.policies.Notifier.Statement as readonly { readonly Action: readonly string[] }[];
    expect(statements.map(({ Action }) => Action[0]).sort()).toEqual(["sns:Publish", "xray:GetSamplingRules"]);
    expect(JSON.stringify(file.trustPolicy)).toContain("arn:aws:states:eu-west-1:111122223333:stateMachine:Notifier");
    const unnamed = JSON.parse(runIam(folder, "notify.asl.json", { json: true }).stdout);
    expect(Object.keys(unnamed.policies)).toEqual(["notify"]);
  });

  it("prints no policy while a right is not known, and takes the hint that the error asks for", () => {
    const states = { Notify: { arguments: { TopicArn: ["${OneTopicArn}", "${OtherTopicArn}"] } } };
    const folder = folderOf({ "notify.asl.json": publish("$.topic"), "hints.json": { states } });
    const refused = runIam(folder, "notify.asl.json");
    expect(refused).toMatchObject({ exitCode: 1, stdout: "", reported: [{ code: "iam/dynamic-resource" }] });
    expect(refused.reported[0]!.help).toContain('hints.states["Notify"].arguments["TopicArn"]');
    const { exitCode, stdout } = runIam(folder, "notify.asl.json", { hints: "hints.json" });
    expect(exitCode).toBe(0);
    expect(stdout).toContain("    on ${OneTopicArn}\n    on ${OtherTopicArn}");
  });

  it("refuses with cli/file-not-readable what is no JSON object", () => {
    const folder = folderOf({ "list.json": "[]" });
    for (const file of ["missing.json", "list.json"]) {
      expect(refusal(() => runIam(folder, file))).toContain("cli/file-not-readable: Cannot read");
    }
  });

  it("refuses with cli/unknown-hint-key what no hint can be, and offers the nearest", () => {
    const folder = folderOf({ "ok.json": publish("${T}"), "hints.json": { state: {} } });
    const message = refusal(() => runIam(folder, "ok.json", { hints: "hints.json" }));
    expect(message).toMatch(/^cli\/unknown-hint-key: .*hints\.json has the key "state".*Did you mean "states"\?$/);
  });
});

describe("treadle explain iam", { timeout: 60_000 }, () => {
  it("prints each step with its rights and the line that made it", async () => {
    const { exitCode, stdout } = await runCli(copyProject(), "explain", "iam", "CheckStock");
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      [
        "notice  workflows/check-stock.ts:9:4",
        "  Invokes the function. lambda:InvokeFunction",
        "    on ${NotifyFunctionArn}",
        "    on ${NotifyFunctionArn}:*  (*: every version, alias or revision)",
      ].join("\n"),
    );
  });

  it("applies the hints of treadle.config.ts, and refuses those for a workflow that does not exist", async () => {
    const project = copyProject();
    const config = join(project, "treadle.config.ts");
    const text = readFileSync(config, "utf8");
    const access = { actions: ["s3:GetObject"], resources: ["arn:aws:s3:::b/*"], reason: "Reads a report." };
    const hinted = (workflow: string) =>
      `iam: { hints: { ${workflow}: ${JSON.stringify({ states: { notice: { access: [access] } } })} } }, profiles: {`;
    writeFileSync(config, text.replace("profiles: {", hinted("CheckStock")));
    expect((await runCli(project, "explain", "iam", "CheckStock")).stdout).toContain(
      "  Reads a report. s3:GetObject\n    on arn:aws:s3:::b/*  (*: a hint declares it)",
    );
    writeFileSync(config, text.replace("profiles: {", hinted("CheckStok")));
    const { exitCode, stderr } = await runCli(project, "explain", "iam", "CheckStock");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("error compiler/unknown-hinted-workflow");
    expect(stderr).toContain('Did you mean "CheckStock"?');
  });
});
