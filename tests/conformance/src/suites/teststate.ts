import { type TestStateInput, type TestStateOutput, TestStateRefused, testState } from "@treadle/simulator";
import { RecordedMatcher } from "../recorded/match-recorded.js";
import { createRewrite, listMasks, type Transform } from "../recorded/transforms.js";
import { defineSuite } from "../suite.js";

interface TestStateCase {
  readonly id: string;
  readonly group: string;
  readonly definition: { readonly Type?: string };
  readonly input?: unknown;
  readonly mock?: TestStateInput["mock"] | null;
  readonly context?: unknown;
  readonly variables?: unknown;
  readonly stateName?: string;
  readonly stateConfiguration?: TestStateInput["stateConfiguration"];
  readonly inspectionLevel?: "INFO" | "DEBUG" | "TRACE";
  readonly transforms: readonly Transform[];
  readonly expected: Readonly<Record<string, unknown>>;
}

export const suite = defineSuite<TestStateCase>({
  name: "teststate",
  file: "teststate.jsonl",
  metrics: [{ name: "result" }],
  classify: ({ expected, group }) => ({ group: expected.rejected ? `${group}, refused` : group }),
  counts: () => ["result"],
  expected: ({ expected }) => expected,
  run: runCase,
});

async function runCase(testCase: TestStateCase) {
  const actual = await answer(testCase);
  // What a client library says of a request that it does not send is not the service's answer.
  const { raw, ...expected } = testCase.expected;
  const matcher = new RecordedMatcher(listMasks(testCase.transforms), createRewrite(testCase.transforms));
  const compared = raw === undefined ? actual : { rejected: actual.rejected };
  const mismatch = matcher.compare(expected, compared);
  return {
    actual,
    hits: { result: mismatch === undefined },
    ...(mismatch && {
      why: `${mismatch.pointer}: expected ${JSON.stringify(mismatch.expected)}, got ${JSON.stringify(mismatch.actual)}`,
    }),
  };
}

async function answer(testCase: TestStateCase): Promise<Record<string, unknown>> {
  try {
    return readTexts(
      await testState(createRequest(testCase), { accountId: "111111111111", functions: localFunctions }),
    );
  } catch (error) {
    if (error instanceof TestStateRefused) return { rejected: true, code: error.name, message: error.message };
    throw error;
  }
}

/** The corpus holds values where the service's answer holds JSON texts. */
function readTexts({ inspectionData, output, ...rest }: TestStateOutput): Record<string, unknown> {
  return {
    ...rest,
    ...(output !== undefined && { output: JSON.parse(output) }),
    ...(inspectionData && {
      inspectionData: Object.fromEntries(
        Object.entries(inspectionData).map(([name, value]) => [
          name,
          typeof value === "string" ? JSON.parse(value) : value,
        ]),
      ),
    }),
  };
}

/** Every function of the corpus gives back its payload. */
const localFunctions = new Proxy<Record<string, (payload: unknown) => unknown>>(
  {},
  {
    has: () => true,
    get: () => (payload: unknown) => payload,
    getOwnPropertyDescriptor: () => ({ configurable: true }),
  },
);

function createRequest(testCase: TestStateCase): TestStateInput {
  const { context, definition, input, inspectionLevel, mock, stateConfiguration, stateName, variables } = testCase;
  const usesRole = definition.Type === "Task" || mock;
  return {
    definition: JSON.stringify(definition),
    ...(input !== undefined && { input: JSON.stringify(input) }),
    ...(usesRole && { roleArn: "arn:aws:iam::111111111111:role/tested" }),
    ...(context !== undefined && { context: JSON.stringify(context) }),
    ...(variables !== undefined && { variables: JSON.stringify(variables) }),
    ...(stateName !== undefined && { stateName }),
    ...(inspectionLevel && { inspectionLevel }),
    ...(mock && { mock }),
    ...(stateConfiguration && { stateConfiguration }),
  };
}
