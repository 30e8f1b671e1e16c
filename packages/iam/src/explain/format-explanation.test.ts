// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.
import { expect, test } from "vitest";
import { type DerivePoliciesOptions, derivePolicies } from "../index.js";
import { explainPolicies } from "./explain-policies.js";
import { formatExplanation } from "./format-explanation.js";

const place = { name: "Orders", partition: "aws", region: "eu-west-1", accountId: "111122223333" };

function explain(states: object, options: Partial<DerivePoliciesOptions> = {}): string {
  const definition = { QueryLanguage: "JSONata", StartAt: "Charge", States: states };
  const policies = derivePolicies(definition, { ...place, ...options });
  return formatExplanation(explainPolicies(definition, policies), (state) =>
    state === "Charge" ? "workflow.ts:41:6" : undefined,
  );
}

const charge = {
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName: "${ChargeFunctionArn}" },
  End: true,
};

test("each state is shown with its actions, resources, reasons and place; those without rights at the end", () => {
  expect(explain({ Charge: charge, Done: { Type: "Succeed" }, Lost: { Type: "Fail" } })).toBe(
    [
      "Charge  workflow.ts:41:6",
      "  Invokes the function. lambda:InvokeFunction",
      "    on ${ChargeFunctionArn}",
      "    on ${ChargeFunctionArn}:*  (*: every version, alias or revision)",
      "",
      "Need no rights: Done, Lost.",
      "",
    ].join("\n"),
  );
});

test("what a state does under a role of its Credentials stands below that role", () => {
  expect(explain({ Charge: { ...charge, Credentials: { RoleArn: "${ChargeRoleArn}" } } })).toBe(
    [
      "Charge  workflow.ts:41:6",
      "  Works under the role of its Credentials. sts:AssumeRole",
      "    on ${ChargeRoleArn}",
      "  as ${ChargeRoleArn}:",
      "    Invokes the function. lambda:InvokeFunction",
      "      on ${ChargeFunctionArn}",
      "      on ${ChargeFunctionArn}:*  (*: every version, alias or revision)",
      "",
    ].join("\n"),
  );
});

test("conditions, and the rights of the machine itself, are shown", () => {
  const text = explain({ Charge: { ...charge, Type: "Pass" } }, { kms: { keyArn: "${KeyArn}" } });
  expect(text).toBe(
    [
      "The state machine itself",
      "  Encrypts the machine's definition and data. kms:Decrypt, kms:GenerateDataKey",
      "    on ${KeyArn}",
      "    if kms:EncryptionContext:aws:states:stateMachineArn StringEquals arn:aws:states:eu-west-1:111122223333:stateMachine:Orders",
      "",
      "Need no rights: Charge.",
      "",
    ].join("\n"),
  );
});
