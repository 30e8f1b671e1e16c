// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.
import { simulate } from "@treadle/simulator";
import { describe, expect, it } from "vitest";
import { compileModule } from "./compile-fixture.js";

const steps = `
const load = lambda.invoke<{ id: string }, { total: number }>("\${LoadFunctionArn}");
const charge = lambda.invoke<{ total: number }, { ok: boolean }>("\${ChargeFunctionArn}");
`;
const body = `
  .task("load", load, (s) => ({ id: s.input.id }))
  .task("charge", charge, (s) => ({ total: s.load.total }))
  .return((s) => s.charge.ok);`;

async function compile(options: string) {
  const text = `${steps}export const w = workflow<{ id: string }>("Pay", ${options})${body}`;
  const { workflows, artifacts, diagnostics } = await compileModule(text);
  expect(diagnostics).toEqual([]);
  const file = (name: string) => JSON.parse(artifacts.find((each) => each.file === name)!.text);
  return {
    workflow: workflows[0]!,
    definition: file("Pay.asl.json"),
    policy: file("Pay.iam.json"),
    manifest: file("Pay.manifest.json"),
  };
}

const actionsOf = (section: {
  policies: { [name: string]: { Statement: { Action: string[]; Resource: string[] }[] } };
}) =>
  Object.values(section.policies).flatMap(({ Statement }) =>
    Statement.map(({ Action, Resource }) => `${Action.join(" ")} on ${Resource.join(" ")}`),
  );

describe("policies", () => {
  it("gives each step a role of its own where the workflow asks for it, and runs as before", async () => {
    const { definition, policy, manifest } = await compile('{ accessPolicy: "perStep" }');
    expect(definition.States.load.Credentials).toEqual({ RoleArn: "${PayLoadRoleArn}" });
    expect(definition.States.charge.Credentials).toEqual({ RoleArn: "${PayChargeRoleArn}" });
    expect(actionsOf(policy).sort()).toEqual([
      "sts:AssumeRole on ${PayChargeRoleArn}",
      "sts:AssumeRole on ${PayLoadRoleArn}",
    ]);
    expect(Object.keys(policy.roles)).toEqual(["${PayChargeRoleArn}", "${PayLoadRoleArn}"]);
    expect(actionsOf(policy.roles["${PayLoadRoleArn}"])).toEqual([
      "lambda:InvokeFunction on ${LoadFunctionArn} ${LoadFunctionArn}:*",
    ]);
    expect(JSON.stringify(policy.roles["${PayLoadRoleArn}"].trustPolicy)).toContain("sts:ExternalId");
    expect(manifest.placeholders).toContainEqual({ name: "PayLoadRoleArn", kind: "role-arn" });
    const functions = { LoadFunctionArn: () => ({ total: 3 }), ChargeFunctionArn: () => ({ ok: true }) };
    const execution = await simulate(definition, { input: { id: "1" }, functions });
    expect(execution).toMatchObject({ status: "SUCCEEDED", output: true });
  });

  it("shares one role by default", async () => {
    const { definition, policy } = await compile("{}");
    expect(definition.States.load.Credentials).toBeUndefined();
    expect(actionsOf(policy).every((line) => line.startsWith("lambda:InvokeFunction"))).toBe(true);
    expect(policy.roles).toBeUndefined();
  });

  it("grants and records logging, tracing and the key where the workflow asks for them", async () => {
    const { policy, manifest } = await compile('{ logging: "ERROR", tracing: true, kmsKeyArn: "${PayKeyArn}" }');
    const actions = actionsOf(policy).map((line) => line.split(" ")[0]);
    expect(actions).toEqual(expect.arrayContaining(["logs:CreateLogDelivery", "kms:Decrypt"]));
    expect(actionsOf(policy).some((line) => line.includes("xray:PutTraceSegments"))).toBe(true);
    expect(manifest).toMatchObject({ logging: { level: "ERROR" }, tracing: true, kmsKeyArn: "${PayKeyArn}" });
    expect(manifest.placeholders).toContainEqual({ name: "PayKeyArn", kind: "kms-key-arn" });
  });

  it("takes the bounds of a task whose step is called like what every JavaScript object has", async () => {
    const { artifacts, diagnostics } = await compileModule(`
      import { awsSdk } from "@treadle/aws";
      import { GetItemCommand } from "@aws-sdk/client-dynamodb";
      const get = awsSdk(GetItemCommand, { bounds: { TableName: { oneOf: ["orders-eu"] } } });
      export const w = workflow<{ table: string }>("W")
        .task("constructor", get, (s) => ({ TableName: s.input.table, Key: { id: { S: "1" } } }))
        .succeed();`);
    expect(diagnostics).toEqual([]);
    expect(artifacts.find(({ file }) => file === "W.iam.json")!.text).toContain(":table/orders-eu");
  });
});
