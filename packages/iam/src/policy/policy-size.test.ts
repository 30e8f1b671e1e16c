import { expect, test } from "vitest";
import type { PolicyDocument, PolicyStatement } from "./policy-document.js";
import { managedPolicyLimit, policySize, splitPolicy } from "./policy-size.js";

function statement(index: number, resources: number): PolicyStatement {
  return {
    Sid: `Sid${index}`,
    Effect: "Allow",
    Action: ["dynamodb:GetItem"],
    Resource: Array.from(
      { length: resources },
      (_, n) => `arn:aws:dynamodb:eu-west-1:111122223333:table/t${index}-${n}`,
    ),
  };
}

const document = (statements: readonly PolicyStatement[]): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: statements,
});

test("a policy that fits inline stays one", () => {
  const small = document([statement(1, 10), statement(2, 10)]);
  expect(splitPolicy(small)).toEqual([small]);
});

test("a placeholder counts as what deployment may put there", () => {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.
  const sized = (arn: string) => policySize(document([{ ...statement(1, 0), Resource: [arn] }]));
  expect(sized("${OrdersQueueArn}") - sized("")).toBe(150);
  expect(sized("arn:${Partition}:sns:${Region}:${AccountId}:t") - sized("arn::sns:::t")).toBe(10 + 14 + 12);
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: the end of the placeholders.
});

test("a larger one becomes managed policies, in order, each within its limit", () => {
  const large = document(Array.from({ length: 12 }, (_, index) => statement(index, 20)));
  const parts = splitPolicy(large);
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) expect(policySize(part)).toBeLessThanOrEqual(managedPolicyLimit);
  expect(parts.flatMap((part) => part.Statement)).toEqual(large.Statement);
});

test("a statement that fits no managed policy is split by its resources", () => {
  const parts = splitPolicy(document([statement(1, 300)]));
  for (const part of parts) expect(policySize(part)).toBeLessThanOrEqual(managedPolicyLimit);
  expect(parts.flatMap((part) => part.Statement.flatMap(({ Resource }) => Resource))).toEqual(
    statement(1, 300).Resource,
  );
  const sids = parts.flatMap((part) => part.Statement.map(({ Sid }) => Sid));
  expect(new Set(sids).size).toBe(sids.length);
});
