import { expect, test } from "vitest";
import { statementLines } from "../../test/granted.js";
import { deriveBridgeRole } from "./derive-bridge-role.js";

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: placeholders.
test("a bridge's role holds what its data source declares and its own log, and only Lambda may take it", () => {
  const role = deriveBridgeRole(
    [
      {
        actions: ["secretsmanager:GetSecretValue"],
        resources: ["${ShopSecretArn}"],
        reason: "Reads the database's credentials.",
      },
    ],
    { functionName: "shop-bridge" },
  );
  expect(statementLines(role.document)).toEqual([
    "logs:CreateLogStream logs:PutLogEvents on arn:${Partition}:logs:${Region}:${AccountId}:log-group:/aws/lambda/shop-bridge:*",
    "secretsmanager:GetSecretValue on ${ShopSecretArn}",
  ]);
  expect(Object.values(role.provenance).flatMap(({ reasons }) => reasons)).toEqual(
    expect.arrayContaining(["Reads the database's credentials.", "Writes the function's log."]),
  );
  expect(Object.values(role.provenance).flatMap(({ states }) => states)).toEqual([]);
  expect(role.trust.Statement).toEqual([
    { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
  ]);
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the end of the placeholders.
