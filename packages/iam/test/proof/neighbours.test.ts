import { expect, test } from "vitest";
import { derivePolicies } from "../../src/index.js";
import { isAllowed } from "./is-allowed.js";
import { allowedCalls, neighbouringCalls, shopDefinition } from "./neighbours.js";
import { account } from "./required-call.js";

const { execution, diagnostics } = derivePolicies(shopDefinition, {
  name: "Orders",
  partition: "aws",
  region: "eu-west-1",
  accountId: account,
});

test("what the machine does is allowed", async () => {
  expect(diagnostics).toEqual([]);
  for (const call of allowedCalls) expect([call, await isAllowed(execution.document, call)]).toEqual([call, true]);
});

test("200 neighbouring calls are denied: other tables, other functions, other actions", async () => {
  const lines = neighbouringCalls.map((call) => JSON.stringify(call));
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines.length).toBeGreaterThanOrEqual(200);
  const answers = await Promise.all(neighbouringCalls.map((call) => isAllowed(execution.document, call)));
  expect(lines.filter((_, index) => answers[index])).toEqual([]);
});
