import { type Json, type SimulatedExecution, simulate } from "@treadle/simulator";
import { RecordedMatcher } from "../recorded/match-recorded.js";
import { defineSuite } from "../suite.js";

interface ExpressionCase {
  readonly id: string;
  readonly language: string;
  readonly queryLanguage?: "JSONPath" | "JSONata";
  readonly oracle: string;
  readonly expression?: Json;
  readonly state?: Readonly<Record<string, Json>>;
  readonly input: Json;
  readonly result?: Json;
  readonly expected: {
    readonly value?: Json;
    readonly next?: string;
    readonly error?: boolean;
    readonly assignedVariables?: Readonly<Record<string, unknown>>;
  };
}

export const suite = defineSuite<ExpressionCase>({
  name: "expressions",
  file: "expressions.jsonl",
  metrics: [{ name: "result" }],
  classify: ({ language, oracle }) => ({ group: language, oracle }),
  counts: () => ["result"],
  expected: ({ expected }) => expected as Readonly<Record<string, unknown>>,
  run: runCase,
});

/** The account of the recordings. */
const machine = { arn: "arn:aws:states:us-east-1:111111111111:stateMachine:Expressions" };

async function runCase(testCase: ExpressionCase) {
  const execution = await simulate(createMachine(testCase), { input: testCase.input, machine });
  if (execution.status === "REFUSED") return { failed: execution.diagnostics.map(({ message }) => message).join(" ") };
  const actual = describeResult(testCase, execution);
  const { errorClass, messageHint, ...expected } = testCase.expected as Record<string, unknown>;
  const mismatch = new RecordedMatcher(["RandomNumberGenerated"]).compare(expected, actual);
  return {
    actual,
    hits: { result: mismatch === undefined },
    ...(mismatch && {
      why: `${mismatch.pointer}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`,
    }),
  };
}

/** The smallest machine that evaluates the case's expression. */
function createMachine(testCase: ExpressionCase): object {
  const { expression, queryLanguage } = testCase;
  switch (testCase.language) {
    case "jsonata":
      return createPass({ QueryLanguage: "JSONata", Output: `{% ${expression} %}` });
    case "intrinsic":
    case "jsonpath":
      return createPass({ Parameters: { "value.$": expression as Json }, OutputPath: "$.value" });
    case "payload-template":
      return createPass({ Parameters: expression as Json });
    case "inputpath":
      return createPass({ InputPath: expression as Json });
    case "outputpath":
      return createPass({ OutputPath: expression as Json });
    case "resultpath":
      return createPass({ Result: testCase.result as Json, ResultPath: expression as Json });
    case "choice-state":
      return createChoice(testCase.state ?? {});
    default:
      return {
        ...(queryLanguage && { QueryLanguage: queryLanguage }),
        StartAt: "State",
        States: { State: { ...withoutNext(testCase.state ?? {}), End: true } },
      };
  }
}

function createPass(fields: Readonly<Record<string, Json>>): object {
  return { StartAt: "State", States: { State: { Type: "Pass", ...fields, End: true } } };
}

function withoutNext({ Next, ...state }: Readonly<Record<string, Json>>): object {
  return state;
}

function createChoice(state: Readonly<Record<string, Json>>): object {
  const rules = (state.Choices ?? []) as { Next: string }[];
  const targets = [...rules.map((rule) => rule.Next), ...(typeof state.Default === "string" ? [state.Default] : [])];
  return {
    StartAt: "State under test",
    States: { "State under test": state, ...Object.fromEntries(targets.map((name) => [name, { Type: "Succeed" }])) },
  };
}

function describeResult(
  { language, expected }: ExpressionCase,
  execution: SimulatedExecution,
): Record<string, unknown> {
  if (execution.status !== "SUCCEEDED") return { error: true };
  if (language === "choice-state") return { next: execution.path[1] };
  return {
    value: execution.output,
    ...(expected.assignedVariables && { assignedVariables: stringifyValues(execution.variables) }),
  };
}

/** Variables as the history shows them. */
function stringifyValues(values: Readonly<Record<string, Json>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
}
