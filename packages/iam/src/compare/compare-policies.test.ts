import fc from "fast-check";
import { expect, test } from "vitest";
import type { Conditions } from "../policy/policy-document.js";
import { comparePolicies } from "./compare-policies.js";
import { coversPattern } from "./pattern.js";
import type { WrittenPolicy, WrittenStatement } from "./permission.js";

const orders = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";

function allow(action: string | string[], resource: string | string[], more: Partial<WrittenStatement> = {}) {
  return { Sid: "A", Effect: "Allow", Action: action, Resource: resource, ...more };
}

function policy(...statements: WrittenStatement[]): WrittenPolicy {
  return { Statement: statements };
}

function changes(before: WrittenPolicy, after: WrittenPolicy) {
  const { widened, narrowed, moved } = comparePolicies(before, after);
  const line = ({ action, resource }: { readonly action: string; readonly resource: string }) =>
    `${action} ${resource}`;
  return {
    widened: widened.map(line),
    narrowed: narrowed.map(line),
    moved: moved.map(({ permission, from, to }) => `${permission.action} ${from} → ${to}`),
  };
}

const nothing = { widened: [], narrowed: [], moved: [] };

test("a policy differs in nothing from itself, however its lists and cases are written", () => {
  const before = policy(allow(["dynamodb:GetItem", "dynamodb:PutItem"], orders));
  expect(changes(before, before)).toEqual(nothing);
  expect(changes(before, policy(allow(["DynamoDB:putitem", "dynamodb:GetItem"], [orders])))).toEqual(nothing);
});

test("a new action and a new resource widen; what is gone narrows", () => {
  const before = policy(allow("dynamodb:GetItem", orders));
  const after = policy(allow(["dynamodb:GetItem", "dynamodb:PutItem"], [orders, `${orders}/index/a`]));
  expect(changes(before, after).widened).toEqual([
    `dynamodb:GetItem ${orders}/index/a`,
    `dynamodb:PutItem ${orders}`,
    `dynamodb:PutItem ${orders}/index/a`,
  ]);
  expect(changes(after, before).narrowed).toHaveLength(3);
  expect(changes(after, before).widened).toEqual([]);
});

test("a wildcard in the place of a name widens, and back narrows", () => {
  const exact = policy(allow("dynamodb:GetItem", orders));
  const wide = policy(allow("dynamodb:*", "*"));
  expect(changes(exact, wide)).toEqual({ ...nothing, widened: ["dynamodb:* *"] });
  expect(changes(wide, exact)).toEqual({ ...nothing, narrowed: ["dynamodb:* *"] });
});

test("a condition that is taken away widens; one that is added or made stricter narrows", () => {
  const passed = (...services: string[]) =>
    policy(
      allow("iam:PassRole", "*", {
        Condition: { StringEquals: { "iam:PassedToService": services } } satisfies Conditions,
      }),
    );
  const free = policy(allow("iam:PassRole", "*"));
  expect(changes(passed("ecs"), free)).toEqual({ ...nothing, widened: ["iam:PassRole *"] });
  expect(changes(free, passed("ecs"))).toEqual({ ...nothing, narrowed: ["iam:PassRole *"] });
  expect(changes(passed("ecs", "glue"), passed("ecs"))).toEqual({ ...nothing, narrowed: ["iam:PassRole *"] });
  expect(changes(passed("ecs"), passed("glue"))).toEqual({
    ...nothing,
    widened: ["iam:PassRole *"],
    narrowed: ["iam:PassRole *"],
  });
});

test("likeness covers the equality within it, and not the other way", () => {
  const to = (operator: string, endpoint: string) =>
    policy(allow("states:InvokeHTTPEndpoint", "*", { Condition: { [operator]: { "states:HTTPEndpoint": endpoint } } }));
  const below = to("StringLike", "https://api.example.com/*");
  const exact = to("StringEquals", "https://api.example.com/orders");
  expect(changes(below, exact)).toEqual({ ...nothing, narrowed: ["states:InvokeHTTPEndpoint *"] });
  expect(changes(exact, below)).toEqual({ ...nothing, widened: ["states:InvokeHTTPEndpoint *"] });
});

test("operators that are not known to be ordered differ unless they are the same", () => {
  const until = (value: string) =>
    policy(allow("s3:GetObject", "*", { Condition: { DateLessThan: { "aws:CurrentTime": value } } }));
  expect(changes(until("2026-01-01"), until("2026-01-01"))).toEqual(nothing);
  expect(changes(until("2026-01-01"), until("2027-01-01"))).toMatchObject({
    widened: ["s3:GetObject *"],
    narrowed: ["s3:GetObject *"],
  });
});

test("a permission in another statement or document has only moved", () => {
  const before = policy(allow("sns:Publish", "*"), allow("sqs:SendMessage", "*", { Sid: "B" }));
  const after = policy(allow(["sns:Publish", "sqs:SendMessage"], "*"));
  expect(changes(before, after)).toEqual({ ...nothing, moved: ["sqs:SendMessage B → A"] });
  const apart = before.Statement as readonly WrittenStatement[];
  expect(
    comparePolicies(
      apart.map((each) => policy(each)),
      before,
    ),
  ).toEqual(nothing);
});

test("a Deny that goes widens, one that comes narrows", () => {
  const denied = policy({ ...allow("s3:*", "*"), Effect: "Deny" });
  expect(changes(denied, policy())).toEqual({ ...nothing, widened: ["s3:* *"] });
  expect(changes(policy(), denied)).toEqual({ ...nothing, narrowed: ["s3:* *"] });
});

test("a pattern that covers another matches whatever that one matches", () => {
  const pattern = fc.array(fc.constantFrom("a", "b", "/", "*", "?"), { maxLength: 6 }).map((parts) => parts.join(""));
  const matches = (glob: string, text: string) =>
    new RegExp(`^${glob.replaceAll("*", ".*").replaceAll("?", ".")}$`).test(text);
  fc.assert(
    fc.property(pattern, pattern, fc.array(fc.constantFrom("a", "b", "/"), { maxLength: 6 }), (outer, inner, parts) => {
      const text = parts.join("");
      return !coversPattern(outer, inner) || !matches(inner, text) || matches(outer, text);
    }),
    { numRuns: 2000 },
  );
});
