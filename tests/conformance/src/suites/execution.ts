import { type LocalFunction, type SimulateOptions, simulate, type TaskOutcome } from "@treadle/simulator";
import { compareHistory, type RecordedEvent, toRecordedEvent } from "../recorded/history.js";
import { RecordedMatcher } from "../recorded/match-recorded.js";
import { createRewrite, listMasks, type Transform } from "../recorded/transforms.js";
import { defineSuite } from "../suite.js";

interface RecordedOutcome {
  readonly outcome: "return" | "throw" | "timeout";
  readonly output?: unknown;
  readonly error?: string;
  readonly cause?: string;
}

interface LambdaBehaviour {
  readonly kind: string;
  readonly value?: unknown;
  readonly error?: string;
  readonly message?: string;
  /** The whole cause, where the language of the function shapes it. */
  readonly cause?: string;
  readonly seconds?: number;
  readonly bytes?: number;
  readonly then?: LambdaBehaviour;
}

interface ExecutionCase {
  readonly id: string;
  readonly source: { readonly recorded?: string };
  readonly group: string;
  readonly tier: string;
  readonly type: "STANDARD" | "EXPRESS";
  readonly definition: object;
  readonly input: unknown;
  readonly ids: { readonly executionArn: string; readonly stateMachineArn: string; readonly roleArn: string | null };
  readonly clock?: string;
  readonly lambdas?: Readonly<Record<string, { readonly name: string; readonly behaviour: LambdaBehaviour }>>;
  readonly mocks?: Readonly<Record<string, readonly RecordedOutcome[]>>;
  readonly s3?: readonly { readonly bucket: string; readonly key: string; readonly body: string }[];
  readonly helpers?: readonly unknown[];
  readonly transforms: readonly Transform[];
  readonly expected: {
    readonly status: string;
    readonly output?: unknown;
    readonly error?: string;
    readonly cause?: string;
    readonly history?: readonly RecordedEvent[];
  };
}

const resultFields = ["status", "output", "error", "cause"] as const;

export const suite = defineSuite<ExecutionCase>({
  name: "execution",
  file: "execution.jsonl",
  metrics: [{ name: "result" }, { name: "history" }],
  subtotals: [{ label: "without choice_operators", includes: ({ group }) => group !== "choice_operators" }],
  classify: ({ group, tier }) => ({ group, tier }),
  counts: ({ expected }) => (expected.history ? ["result", "history"] : ["result"]),
  expected: ({ expected }) => expected as Readonly<Record<string, unknown>>,
  run: runCase,
});

async function runCase(testCase: ExecutionCase) {
  const { expected, transforms } = testCase;
  const execution = await simulate(testCase.definition, readOptions(testCase));
  if (execution.status === "REFUSED") return { failed: execution.diagnostics.map(({ message }) => message).join(" ") };
  const actual: Record<string, unknown> & { history?: RecordedEvent[] } = {
    status: execution.status === "TIMED_OUT" ? "FAILED" : execution.status,
    ...("output" in execution && { output: execution.output }),
    ...("error" in execution && { error: execution.error }),
    ...("cause" in execution && { cause: execution.cause }),
    ...(expected.history && { history: execution.events.map(toRecordedEvent) }),
  };
  const rewrite = createRewrite(transforms);
  const createMatcher = () => new RecordedMatcher(listMasks(transforms), rewrite);
  const matcher = createMatcher();
  const result = resultFields.flatMap((field) => matcher.compare(expected[field], actual[field], `/${field}`) ?? []);
  const history = expected.history && compareHistory(expected.history, actual.history ?? [], createMatcher());
  const mismatch = result[0] ?? history;
  return {
    actual,
    hits: { result: result.length === 0, history: expected.history !== undefined && history === undefined },
    ...(mismatch && {
      why: `${mismatch.pointer}: expected ${shorten(mismatch.expected)}, got ${shorten(mismatch.actual)}`,
    }),
  };
}

function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function readOptions(testCase: ExecutionCase): SimulateOptions {
  const { ids } = testCase;
  return {
    input: testCase.input as never,
    type: testCase.type,
    executionArn: ids.executionArn,
    name: ids.executionArn.split(":").at(-1) as string,
    // Where the recording did not know them, they are left to the simulator.
    ...(ids.stateMachineArn.startsWith("arn:") && { machine: { arn: ids.stateMachineArn } }),
    ...(ids.roleArn && { roleArn: ids.roleArn }),
    ...(testCase.clock && { startTime: testCase.clock }),
    ...readRecordingDay(testCase.source),
    ...(testCase.s3 && { objects: testCase.s3 }),
    // Whatever a recording has no answer of did not exist when it was made.
    activities: listActivities(testCase),
    mocks: Object.fromEntries(
      Object.entries(testCase.mocks ?? {}).map(([state, outcomes]) => [
        state,
        {
          sequence: outcomes.map((outcome, call) => ({
            ...readOutcome(outcome, findWorkerName(testCase)),
            ...readSubmission(testCase, state, call),
          })),
        },
      ]),
    ),
    functions: Object.fromEntries(
      Object.entries(testCase.lambdas ?? {}).flatMap(([arn, { behaviour }]) =>
        behaviour.cause === undefined ? [[arn, readBehaviour(behaviour)] as const] : [],
      ),
    ),
    task: ({ arguments: args }) => {
      const text = JSON.stringify(args);
      const failing = Object.values(testCase.lambdas ?? {}).find(({ name }) => text.includes(JSON.stringify(name)));
      return failing && { error: failing.behaviour.error, cause: failing.behaviour.cause };
    },
  };
}

/** `17-03-2024, 11:10:13`, when the service answered as the case says. */
function readRecordingDay({ recorded }: ExecutionCase["source"]): { asOf?: Date } {
  const [, day, month, year] = /^(\d+)-(\d+)-(\d+)/.exec(recorded ?? "") ?? [];
  return year === undefined ? {} : { asOf: new Date(`${year}-${month}-${day}T00:00:00Z`) };
}

function listActivities({ definition, mocks = {} }: ExecutionCase): string[] {
  return Object.entries((definition as { States: Record<string, { Resource?: string }> }).States).flatMap(
    ([name, { Resource }]) => (Resource !== undefined && name in mocks ? [Resource] : []),
  );
}

function readOutcome({ outcome, output, error, cause }: RecordedOutcome, workerName: string | undefined): TaskOutcome {
  const worker = workerName === undefined ? {} : { workerName };
  if (outcome === "return") return { ...worker, output: output as never };
  if (outcome === "timeout") return { ...worker, timeout: true };
  return { ...worker, ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
}

/**
 * What a service answered at once to a call whose work ended later. It comes from outside, as the mocks do, but the
 * corpus holds it in the history only.
 */
function readSubmission({ expected }: ExecutionCase, state: string, call: number): { submitted?: never } {
  let current: string | undefined;
  const answers: unknown[] = [];
  for (const { type, name, details } of expected.history ?? []) {
    if (type === "TaskStateEntered") current = name;
    if (type === "TaskSubmitted" && current === state) answers.push(details?.output);
  }
  return call < answers.length ? { submitted: answers[call] as never } : {};
}

/** The helper machine that works on an activity's tasks names its worker in its own definition. */
function findWorkerName({ helpers }: ExecutionCase): string | undefined {
  return /"WorkerName":\s*"([^"]+)"/.exec(JSON.stringify(helpers ?? []))?.[1];
}

function readBehaviour(behaviour: LambdaBehaviour): LocalFunction {
  switch (behaviour.kind) {
    case "return":
      return () => behaviour.value;
    case "raise":
      return () => {
        const error = new Error(behaviour.message);
        error.name = behaviour.error ?? "Error";
        throw error;
      };
    case "delay":
      return async (payload, request) => {
        await request.sleep(1000 * (behaviour.seconds ?? 0));
        return readBehaviour(behaviour.then ?? { kind: "identity" })(payload, request);
      };
    case "large-output":
      return () => "x".repeat(behaviour.bytes ?? 0);
    default:
      return (payload) => payload;
  }
}
