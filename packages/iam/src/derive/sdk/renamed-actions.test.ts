import { expect, test } from "vitest";
import { account, granted } from "../../../test/granted.js";
import { authorizedAction } from "../../data/service-authorization.js";
import { renamedActions } from "./renamed-actions.js";

test("every action exists, and no operation is an action itself", () => {
  for (const [operation, action] of Object.entries(renamedActions)) {
    const [prefix] = operation.split(":");
    expect(authorizedAction(`${prefix}:${action}`)?.name, operation).toBe(action);
    expect(authorizedAction(operation), operation).toBeUndefined();
  }
});

test("the action is granted on what the operation's arguments name", () => {
  expect(granted("arn:aws:states:::aws-sdk:s3:getBucketEncryption", { Bucket: "orders" })).toEqual([
    "s3:GetEncryptionConfiguration on arn:aws:s3:::orders",
  ]);
  expect(granted("arn:aws:states:::aws-sdk:s3:deleteBucketLifecycle", { Bucket: "orders" })).toEqual([
    "s3:PutLifecycleConfiguration on arn:aws:s3:::orders",
  ]);
  expect(granted("arn:aws:states:::aws-sdk:budgets:describeBudget", { AccountId: "1", BudgetName: "year" })).toEqual([
    `budgets:ViewBudget on arn:aws:budgets::${account.split(":")[1]}:budget/year`,
  ]);
});
