import { describe, expect, test } from "vitest";
import { integrations } from "../../src/derive/integrations/index.js";
import { type DerivePoliciesOptions, derivePolicies } from "../../src/index.js";
import type { PolicyDocument, PolicyStatement } from "../../src/policy/policy-document.js";
import { statementLines } from "../granted.js";
import { definitionOf, hintsOf, type QueryLanguage } from "./definition-of.js";
import { isAllowed } from "./is-allowed.js";
import { account, type RequiredCall, type Scenario } from "./required-call.js";
import { scenarios } from "./scenarios.js";

const place: DerivePoliciesOptions = { name: "Orders", partition: "aws", region: "eu-west-1", accountId: account };

function derive(scenario: Scenario, language: QueryLanguage, form: "static" | "dynamic"): PolicyDocument {
  const definition = definitionOf(scenario, language, form);
  const { execution, diagnostics } = derivePolicies(definition, { ...place, hints: hintsOf(scenario, form) });
  expect(diagnostics).toEqual([]);
  return execution.document;
}

async function denied(policy: PolicyDocument, calls: readonly RequiredCall[]): Promise<readonly string[]> {
  const answers = await Promise.all(calls.map((call) => isAllowed(policy, call)));
  return calls.flatMap(({ action, resource }, index) => (answers[index] ? [] : [`${action} on ${resource}`]));
}

interface Reduced {
  readonly without: string;
  readonly policy: PolicyDocument;
  /** Only calls of these can be denied now. */
  readonly actions: readonly string[];
}

/** The policy without one action, or without one resource, of one statement. */
function reduced(policy: PolicyDocument): readonly Reduced[] {
  return policy.Statement.flatMap((statement, index) =>
    (["Action", "Resource"] as const).flatMap((field) =>
      statement[field].map((value) => ({
        without: `${field} ${value}`,
        policy: replace(policy, index, field, value),
        actions: statement.Action,
      })),
    ),
  );
}

function replace(policy: PolicyDocument, index: number, field: "Action" | "Resource", gone: string): PolicyDocument {
  const statement = policy.Statement[index]!;
  const rest: PolicyStatement = { ...statement, [field]: statement[field].filter((value) => value !== gone) };
  const statements = policy.Statement.with(index, rest).filter((each) => each[field].length > 0);
  return { ...policy, Statement: statements };
}

describe.each(scenarios)("$title", (scenario) => {
  test("every call it needs is allowed", async () => {
    expect(await denied(derive(scenario, "JSONata", "static"), scenario.calls)).toEqual([]);
  });

  test("without any one action or resource, a call it needs is denied", async () => {
    const needless = await Promise.all(
      reduced(derive(scenario, "JSONata", "static")).map(async ({ without, policy, actions }) => {
        const affected = scenario.calls.filter(({ action }) => actions.includes(action));
        return (await denied(policy, affected)).length === 0 ? [without] : [];
      }),
    );
    expect(needless.flat()).toEqual([]);
  });

  test("the same policy follows from JSONPath, and from computed values that hints bound", () => {
    const written = derive(scenario, "JSONata", "static");
    const forms = scenario.state ? [] : (["static", "dynamic"] as const);
    for (const form of forms) {
      expect(actionsAndResources(derive(scenario, "JSONPath", form))).toEqual(actionsAndResources(written));
      expect(actionsAndResources(derive(scenario, "JSONata", form))).toEqual(actionsAndResources(written));
    }
  });
});

function actionsAndResources(policy: PolicyDocument) {
  return policy.Statement.map(({ Action, Resource, Condition }) => ({ Action, Resource, Condition }));
}

test("every integration has a scenario in each pattern that it offers", () => {
  const offered = [...integrations.values()].flatMap(({ service, actions }) =>
    Object.entries(actions).flatMap(([action, { patterns = [] }]) =>
      ["", ...patterns.map((pattern) => `.${pattern}`)].map((pattern) => `${service}:${action}${pattern}`),
    ),
  );
  const proved = scenarios.map(({ resource }) => resource.replace(/\.sync:2$/, ".sync"));
  expect(offered.filter((each) => !proved.includes(each))).toEqual([]);
});

test("the golden table shows what each scenario is granted", async () => {
  const table = scenarios.map((scenario) => {
    const lines = statementLines(derive(scenario, "JSONata", "static"));
    return [scenario.title, ...(lines.length > 0 ? lines : ["nothing"]).map((line) => `  ${line}`), ""].join("\n");
  });
  await expect(table.join("\n")).toMatchFileSnapshot("golden-policies.txt");
});
