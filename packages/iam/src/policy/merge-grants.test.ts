import fc from "fast-check";
import { expect, test } from "vitest";
import { anyResource, type Grant, resource } from "./grant.js";
import { mergeGrants } from "./merge-grants.js";

const orders = resource("arn:aws:dynamodb:eu-west-1:111122223333:table/orders");
const read: Grant = { actions: ["dynamodb:GetItem"], resources: [orders], state: "/States/Read", reason: "Reads." };
const write: Grant = { ...read, actions: ["dynamodb:PutItem"], state: "/States/Write", reason: "Writes." };

test("merges grants on equal resources into one statement, and keeps whose they are", () => {
  const { document, provenance } = mergeGrants([write, read]);
  expect(document).toEqual({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: expect.stringMatching(/^Dynamodb[0-9a-z]{11}$/),
        Effect: "Allow",
        Action: ["dynamodb:GetItem", "dynamodb:PutItem"],
        Resource: [orders.arn],
      },
    ],
  });
  expect(provenance).toEqual({
    [document.Statement[0]!.Sid]: {
      states: ["/States/Read", "/States/Write"],
      reasons: ["Reads.", "Writes."],
      wildcards: {},
    },
  });
});

test("keeps grants under different conditions apart", () => {
  const conditional = { ...write, conditions: { StringEquals: { "aws:RequestedRegion": ["b", "a"] } } };
  const { document } = mergeGrants([read, conditional]);
  expect(document.Statement.map(({ Action, Condition }) => [Action, Condition])).toEqual([
    [["dynamodb:PutItem"], { StringEquals: { "aws:RequestedRegion": ["a", "b"] } }],
    [["dynamodb:GetItem"], undefined],
  ]);
});

test("a new action of the same service keeps the statement's name", () => {
  const sid = (grants: readonly Grant[]) => mergeGrants(grants).document.Statement[0]!.Sid;
  expect(sid([read, write])).toBe(sid([read]));
});

test("names the reason of every wildcard", () => {
  const { provenance } = mergeGrants([{ ...read, resources: [anyResource("no-resource-type")] }]);
  expect(Object.values(provenance)[0]!.wildcards).toEqual({ "*": ["no-resource-type"] });
});

const grants = fc.array(
  fc.record({
    actions: fc.uniqueArray(fc.constantFrom("s3:GetObject", "s3:PutObject", "sqs:SendMessage", "logs:PutLogEvents"), {
      minLength: 1,
    }),
    resources: fc.uniqueArray(
      fc.constantFrom(
        orders,
        resource("arn:aws:s3:::b"),
        resource("arn:aws:s3:::b/*", "dynamic-value"),
        anyResource("declared"),
      ),
      { minLength: 1 },
    ),
    conditions: fc.constantFrom(
      {},
      { StringEquals: { "s3:prefix": ["b", "a"] } },
      { StringEquals: { "s3:prefix": ["a", "b"] } },
      { StringLike: { "s3:prefix": "a" }, Bool: { "aws:SecureTransport": "true" } },
    ),
    state: fc.constantFrom("/States/A", "/States/B"),
    reason: fc.constantFrom("One.", "Two."),
  }),
  { maxLength: 12 },
);

test("the order in which grants are found leaves no trace", () => {
  const shuffled = grants.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, ([found, other]) => {
      expect(JSON.stringify(mergeGrants(other))).toBe(JSON.stringify(mergeGrants(found)));
    }),
  );
});

test("merging loses no right, adds none, and gives every statement a name of its own", () => {
  const rights = (all: readonly { actions: readonly string[]; resources: readonly string[] }[]) =>
    [
      ...new Set(all.flatMap(({ actions, resources }) => actions.flatMap((a) => resources.map((r) => `${a} ${r}`)))),
    ].sort();
  fc.assert(
    fc.property(grants, (found) => {
      const { Statement: statements } = mergeGrants(found).document;
      expect(rights(statements.map(({ Action, Resource }) => ({ actions: Action, resources: Resource })))).toEqual(
        rights(found.map(({ actions, resources }) => ({ actions, resources: resources.map(({ arn }) => arn) }))),
      );
      expect(new Set(statements.map(({ Sid }) => Sid)).size).toBe(statements.length);
      for (const { Sid } of statements) expect(Sid).toMatch(/^[A-Za-z0-9]+$/);
    }),
  );
});
