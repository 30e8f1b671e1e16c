// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.
import { expect, test } from "vitest";
import { resource } from "./grant.js";
import { mergeGrants } from "./merge-grants.js";
import { managedPolicyNames, namePolicies, policyNameOf } from "./name-policies.js";

const policy = (resources: number) =>
  mergeGrants([
    {
      actions: ["sns:Publish"],
      resources: Array.from({ length: resources }, (_, n) => resource(`arn:aws:sns:eu-west-1:111122223333:topic-${n}`)),
      reason: "Publishes.",
    },
  ]);

test("a policy that fits inline has the role's name, a larger one is numbered, none is nothing", () => {
  expect(Object.keys(namePolicies("Orders", policy(1).document))).toEqual(["Orders"]);
  expect(Object.keys(namePolicies("Orders", policy(300).document)).slice(0, 2)).toEqual(["Orders1", "Orders2"]);
  expect(namePolicies("Orders", mergeGrants([]).document)).toEqual({});
});

test("only policies of several parts are managed ones", () => {
  const roles = [{ roleArn: "${ChargeRoleArn}", ...policy(300) }];
  const names = managedPolicyNames("Orders", { execution: policy(1), roles });
  expect(names.length).toBeGreaterThan(1);
  expect(names.every((name) => name.startsWith("ChargeRoleArn"))).toBe(true);
});

test("a policy is named after the last part of its role's ARN", () => {
  expect(policyNameOf("arn:aws:iam::111122223333:role/shop/charge")).toBe("charge");
  expect(policyNameOf("arn:aws:states:eu-west-1:111122223333:activity:pack")).toBe("pack");
});
