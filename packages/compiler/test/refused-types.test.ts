import { expect, it } from "vitest";
import { compileModule } from "./compile-fixture.js";

/* What the types refuse, and that the compiler says in words what is wrong. Both versions of TypeScript are held to the refusals by
 * `flow.test-d.ts`. */
const declared = `
import { resumedBy } from "@treadle/workflow";
import { s3, sqs } from "@treadle/aws";
const load = lambda.invoke<{ id: string }, { total: number; note?: string }, "Load.Failed">("\${LoadFunctionArn}");
const later = lambda.invoke<{ at: Date }, null>("\${LaterFunctionArn}");
const ask = resumedBy<string>()(sqs.sendMessage<{ id: string }>("\${AsksQueueUrl}"));
interface Input { id: string; note?: string; ids: string[]; pay: { kind: "card"; last: string } | { kind: "bank"; iban: string } }
const w = () => workflow<Input>("W");
`;

const refusals: readonly (readonly [what: string, code: string, message: string])[] = [
  ["an extra argument", `w().task("a", load, () => ({ id: "", nope: 1 }))`, "no argument of this name is taken"],
  ["a missing argument", `w().task("a", load, () => ({}))`, "Property 'id' is missing"],
  [
    "an argument of another workflow's input",
    `w().use("a", child, (s) => ({ n: 1, m: 2 }))`,
    "no argument of this name is taken",
  ],
  ["a step name used before", `w().pass("a", () => 1).pass("a", () => 2)`, 'a step before is named \\"a\\" already'],
  ["a name of the scope", `w().pass("item", () => 1)`, '\\"item\\" is a name of the scope itself'],
  [
    "an optional that nothing guards",
    `w().task("a", load, (s) => ({ id: s.input.note }))`,
    "'undefined' is not assignable to type 'string'",
  ],
  [
    "an error that the task does not declare",
    `w().task("a", load, (s) => ({ id: s.input.id }), { retry: [{ errorEquals: ["Load.Faild"] }] })`,
    `Did you mean '"Load.Failed"'?`,
  ],
  [
    "a case that is missing",
    `w().match("a", "kind", (s) => s.input.pay, { card: (f) => f.return(() => 1) })`,
    "Property 'bank' is missing",
  ],
  [
    "a case too many",
    `w().match("a", "kind", (s) => s.input.pay, { card: (f) => f.return(() => 1), bank: (f) => f.return(() => 2), cash: (f) => f.return(() => 3) })`,
    "the union has no such case",
  ],
  [
    "a name of a branch outside of it",
    `w().parallel("p", { a: (f) => f.pass("inner", () => 1).return((s) => s.inner) }).return((s) => s.inner)`,
    "Property 'inner' does not exist",
  ],
  [
    "a callback without its token",
    `w().callback("a", ask, (s) => ({ MessageBody: { id: s.input.id } }))`,
    "the arguments must pass s.token on",
  ],
  ["a Date", `w().pass("a", () => new Date(0))`, "a Date is no JSON; take a string in RFC 3339, such as s.now()"],
  ["a Date inside", `w().return(() => ({ deep: [{ at: new Date(0) }] }))`, "a Date is no JSON"],
  ["a Date in arguments", `w().task("a", later, () => ({ at: new Date(0) }))`, "a Date is no JSON"],
  ["a Date in a workflow's input", `workflow<{ at: Date }>("Dated")`, "a Date is no JSON"],
  [
    "a Map",
    `w().pass("a", () => new Map<string, string>())`,
    "a Map is no JSON; take an object, or an array of entries",
  ],
  ["a Set", `w().pass("a", () => new Set<string>())`, "a Set is no JSON; take an array"],
  ["a bigint", `w().pass("a", () => 1n)`, "a bigint is no JSON; take a number, or a string of digits"],
  ["a function", `w().pass("a", () => () => 1)`, "a function is no JSON"],
  ["a Promise", `w().pass("a", async () => 1)`, "a Promise is no JSON; what takes time is a task"],
  [
    "an item where items come in batches",
    `w().distributedMap("a", (s) => s.input.ids, (each) => each.return((s) => s.item), { batch: { maxItems: 2 } })`,
    "Property 'item' does not exist",
  ],
  [
    "a batch without a limit",
    `w().distributedMap("a", (s) => s.input.ids, (each) => each.succeed(), { batch: {} })`,
    "not assignable to type 'ItemBatch",
  ],
  [
    "a choice without an answer",
    `w().choice("a", (c) => c.when((s) => s.input.ids.length > 0, (f) => f.succeed()))`,
    '"a choice ends in .otherwise"',
  ],
  [
    "an error name of Step Functions",
    `w().fail("a", { error: "States.Failed" })`,
    'error names that begin with \\"States.\\" are those of Step Functions',
  ],
];

it("refuses, in words, what cannot be right", async () => {
  const lines = refusals.map(([, code]) => code);
  const text = `${declared}const child = workflow<{ n: number }>("Child").return((s) => s.input.n);\n${lines.join("\n")}\n`;
  const first = 2 + text.split("\n").length - lines.length;
  const { diagnostics } = await compileModule(text);
  const found = refusals.map(([what], index) => {
    const messages = diagnostics
      .filter(({ location }) => location?.line === first + index)
      .map(({ message }) => message);
    return [what, messages.join("\n")];
  });
  for (const [index, [what, message]] of found.entries()) {
    expect.soft(message, what).toContain(refusals[index]![2]);
  }
});
