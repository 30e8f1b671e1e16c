// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.
import { expect, test } from "vitest";
import { account, statementLines } from "../../../test/granted.js";
import { deriveWorkerPolicies } from "./derive-worker-policies.js";

const place = { name: "Orders", partition: "aws", region: "eu-west-1", accountId: "111122223333" };
const endTask = "states:SendTaskFailure states:SendTaskHeartbeat states:SendTaskSuccess on *";
const packActivity = `arn:aws:states:${account}:activity:pack`;

function workers(states: object, options: object = {}) {
  const { callback, activities } = deriveWorkerPolicies({ StartAt: "A", States: states }, { ...place, ...options });
  return {
    callback: callback && statementLines(callback.document),
    activities: Object.fromEntries(
      Object.entries(activities).map(([arn, { document }]) => [arn, statementLines(document)]),
    ),
  };
}

test("whoever is handed a token may end the task, once for the whole machine", () => {
  const wait = (service: string) => ({ Type: "Task", Resource: `arn:aws:states:::${service}.waitForTaskToken` });
  const inner = { Type: "Map", ItemProcessor: { StartAt: "C", States: { C: wait("aws-sdk:ecs:runTask") } } };
  expect(workers({ A: wait("sqs:sendMessage"), B: inner })).toEqual({ callback: [endTask], activities: {} });
});

test("the workers of each activity may fetch its tasks and end them", () => {
  const states = {
    A: { Type: "Task", Resource: packActivity },
    B: { Type: "Task", Resource: "${ShipActivityArn}" },
  };
  const placeholders = [{ name: "ShipActivityArn", kind: "activity-arn" }];
  expect(workers(states, { placeholders })).toEqual({
    callback: undefined,
    activities: {
      "${ShipActivityArn}": [endTask, "states:GetActivityTask on ${ShipActivityArn}"].sort(),
      [packActivity]: [`states:GetActivityTask on ${packActivity}`, endTask].sort(),
    },
  });
});

test("the workers of an encrypted activity may use its key for it alone", () => {
  const hints = { states: { A: { arguments: { KmsKeyArn: "${PackKeyArn}" } } } };
  expect(workers({ A: { Type: "Task", Resource: packActivity } }, { hints }).activities[packActivity]).toContain(
    `kms:Decrypt kms:GenerateDataKey on \${PackKeyArn} if {"StringEquals":{"kms:EncryptionContext:aws:states:activityArn":"${packActivity}"}}`,
  );
});

test("a machine that waits for nobody has no workers", () => {
  expect(workers({ A: { Type: "Task", Resource: "arn:aws:states:::glue:startJobRun.sync" } })).toEqual({
    callback: undefined,
    activities: {},
  });
});

test("a state may be called like what every JavaScript object has, and have no hint", () => {
  const states = { constructor: { Type: "Task", Resource: packActivity } };
  expect(workers(states, { hints: { states: {} } })).toEqual(workers({ A: states.constructor }));
});
