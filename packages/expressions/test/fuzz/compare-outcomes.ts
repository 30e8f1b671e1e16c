import { type CompiledLambda, type Outcome, prepareJsonata } from "../harness.js";

export interface Comparison {
  readonly agreed: number;
  readonly failing: readonly object[];
}

/** Compares what Node gives with what the engines give; `answers` are those of the Java engine, where there is one. */
export async function compareOn(
  lambda: CompiledLambda,
  inputs: readonly object[],
  answers: Promise<readonly Outcome[]> | undefined,
): Promise<Comparison> {
  const expected = inputs.map((input) => expectedOutcome(lambda, input));
  const evaluate = prepareJsonata(lambda.jsonata!);
  const inJava = await answers;
  const failing: object[] = [];
  for (const [index, input] of inputs.entries()) {
    const wanted = expected[index];
    if (wanted === undefined) continue;
    const others: Outcome[] = [await evaluate(ownScope(input, lambda.jsonata!)), ...(inJava ? [inJava[index]!] : [])];
    if (!others.every((other) => isSame(wanted, other))) failing.push(input);
  }
  return { agreed: expected.filter((outcome) => outcome !== undefined).length - failing.length, failing };
}

/** The values that an expression reads, in copies of its own: the engine leaves marks on the arrays it is given. */
function ownScope(scope: object, expression: string): object {
  return Object.fromEntries(
    Object.entries(scope)
      .filter(([name]) => expression.includes(`$${name}`))
      .map(([name, value]) => [name, copy(value)]),
  );
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== "object" || value === null) return value;
  const made: Record<string, unknown> = {};
  for (const key of Object.keys(value)) made[key] = copy((value as Record<string, unknown>)[key]);
  return made;
}

/** Whether an engine's outcome is what Node gave; object members have no order. */
export function isSame(expected: Outcome, actual: Outcome): boolean {
  if ("failure" in expected || "failure" in actual) return false;
  return isSameJson(expected.json, actual.json);
}

/** What Node gives, or undefined where there is nothing to agree on: no value, an error, a number that JSON does not have. */
export function expectedOutcome(lambda: CompiledLambda, scope: object): Outcome | undefined {
  try {
    const value = lambda.runInNode(scope);
    return value === undefined || hidesNumber(value) ? undefined : { json: JSON.parse(JSON.stringify(value)) };
  } catch {
    return undefined;
  }
}

/** Infinity and NaN become null in JSON. */
function hidesNumber(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  return typeof value === "object" && value !== null && Object.values(value).some(hidesNumber);
}

/** Compares JSON with a value that becomes JSON: nothing else may be left in that one. */
function isSameJson(expected: unknown, actual: unknown): boolean {
  if (typeof expected !== "object" || expected === null) return expected === actual;
  if (typeof actual !== "object" || actual === null) return false;
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return false;
    return expected.every((element, index) => isSameJson(element, actual[index]));
  }
  if (Array.isArray(actual)) return false;
  const keys = Object.keys(expected);
  if (keys.length !== Object.keys(actual).length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(actual, key) &&
      isSameJson((expected as Record<string, unknown>)[key], (actual as Record<string, unknown>)[key]),
  );
}
