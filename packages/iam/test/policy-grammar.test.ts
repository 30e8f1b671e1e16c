// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.
import { expect, test } from "vitest";
import {
  type DerivePoliciesOptions,
  deriveBridgeRole,
  deriveDeployerPolicy,
  derivePolicies,
  deriveWorkerPolicies,
  type MergedPolicy,
} from "../src/index.js";
import type { PolicyDocument } from "../src/policy/policy-document.js";
import { grammarFaults, trustFaults } from "./policy-grammar.js";
import { definitionOf, hintsOf } from "./proof/definition-of.js";
import { scenarios } from "./proof/scenarios.js";

/** In whose place deployment puts values, and the same with the values. */
const places: readonly DerivePoliciesOptions[] = [
  { name: "Orders" },
  { name: "Orders", partition: "aws", region: "eu-west-1", accountId: "111122223333" },
];

async function expectSound(policy: MergedPolicy): Promise<void> {
  expect(await grammarFaults(policy.document)).toEqual([]);
  for (const { Sid: sid, Resource: resources } of policy.document.Statement) {
    const starred = resources.filter((resource) => resource.includes("*"));
    expect(Object.keys(policy.provenance[sid]!.wildcards)).toEqual(starred);
    expect(policy.provenance[sid]!.reasons).not.toEqual([]);
  }
}

test.each(scenarios)("$title: its documents are IAM's grammar, and every * has a reason", async (scenario) => {
  for (const place of places) {
    const hints = hintsOf(scenario, "static");
    const plain = definitionOf(scenario, "JSONata", "static") as { States: { Call: object } };
    const credentials = { States: { Call: { ...plain.States.Call, Credentials: { RoleArn: "${CallRoleArn}" } } } };
    for (const definition of scenario.state ? [plain] : [plain, { ...plain, ...credentials }]) {
      const options = { ...place, hints, logging: true, tracing: true, kms: { keyArn: "${KeyArn}" } };
      const { trust, execution, roles } = derivePolicies(definition, options);
      await expectSound(execution);
      expect(trustFaults(trust)).toEqual([]);
      for (const role of roles) {
        await expectSound(role);
        expect(trustFaults(role.trust)).toEqual([]);
      }
      const { callback, activities } = deriveWorkerPolicies(definition, options);
      for (const worker of [...(callback ? [callback] : []), ...Object.values(activities)]) await expectSound(worker);
    }
  }
});

test("the documents of deployers and bridges are IAM's grammar", async () => {
  for (const place of places) {
    await expectSound(
      deriveDeployerPolicy({
        ...place,
        logging: true,
        kms: { keyArn: "${KeyArn}" },
        manageRole: true,
        managedPolicyNames: ["Orders1", "Orders2"],
      }),
    );
    const { name, ...rest } = place;
    const bridge = deriveBridgeRole([], { functionName: name, ...rest });
    await expectSound(bridge);
    expect(trustFaults(bridge.trust)).toEqual([]);
  }
});

test("the check refuses what is no grammar, no action and no condition key", async () => {
  const statement = { Sid: "A", Effect: "Allow", Action: ["sns:Publish"], Resource: ["*"] } as const;
  const document = (fields: object) =>
    ({ Version: "2012-10-17", Statement: [{ ...statement, ...fields }] }) as unknown as PolicyDocument;
  expect(await grammarFaults(document({}))).toEqual([]);
  expect(await grammarFaults(document({ Sid: "a-b" }))).toHaveLength(1);
  expect(await grammarFaults(document({ Resource: ["topic"] }))).toHaveLength(1);
  expect(await grammarFaults(document({ Action: ["sns:Publishes"] }))).toEqual(["sns:Publishes does not exist"]);
  const keyed = { Condition: { StringEquals: { "iam:PassedToService": "sns.amazonaws.com" } } };
  expect(await grammarFaults(document(keyed))).toEqual(["iam:PassedToService is no key of sns:Publish"]);
});
