import { type AslDiagnostic, type MachineType, validateDefinition, validateDefinitionText } from "@treadle/asl";
import { type CorpusCase, defineSuite } from "../suite.js";

interface RecordedDiagnostic {
  readonly code: string;
  readonly message?: string;
  readonly location?: string;
}

interface ValidationCase extends CorpusCase {
  readonly definition: unknown;
  readonly valid: boolean;
  readonly oracle: string;
  readonly group?: string;
  readonly type?: MachineType;
  readonly diagnostics?: readonly RecordedDiagnostic[];
}

interface Actual {
  readonly valid: boolean;
  readonly diagnostics: readonly RecordedDiagnostic[];
}

/** Definitions with the verdict of AWS, or of another validator, and AWS's codes and locations where recorded. */
export const suite = defineSuite<ValidationCase>({
  name: "validation",
  file: "validation.jsonl",
  metrics: [
    { name: "verdict" },
    { name: "falseAccept", countsFaults: true },
    { name: "falseReject", countsFaults: true },
    { name: "code" },
    { name: "location" },
  ],
  classify: (testCase) => ({ group: testCase.group ?? "fixtures", oracle: testCase.oracle }),
  counts: (testCase) => [
    "verdict",
    testCase.valid ? "falseReject" : "falseAccept",
    ...(testCase.diagnostics ? ["code", "location"] : []),
  ],
  expected: ({ valid, diagnostics }) => ({ valid, ...(diagnostics && { diagnostics }) }),
  run(testCase) {
    const actual = validate(testCase);
    const recorded = testCase.diagnostics ?? [];
    const hits = {
      verdict: actual.valid === testCase.valid,
      falseAccept: actual.valid && !testCase.valid,
      falseReject: !actual.valid && testCase.valid,
      code: isSameBag(recorded, actual.diagnostics, ({ code }) => code),
      location: isSameBag(recorded, actual.diagnostics, ({ code, location }) => `${code} ${location}`),
    };
    const why = explainDifference(testCase, actual, hits);
    return { actual: { ...actual }, hits, ...(why !== undefined && { why }) };
  },
});

/** As `ValidateStateMachineDefinition` answers at severity ERROR: what AWS has no code for is told under our name. */
function validate(testCase: ValidationCase): Actual {
  const errors = findAll(testCase).filter(({ severity }) => severity === "error");
  return {
    valid: errors.length === 0,
    diagnostics: errors.map(({ name, code, message, location }) => ({
      code: code ?? `asl/${name}`,
      message,
      ...(location !== undefined && { location }),
    })),
  };
}

function findAll({ definition, type }: ValidationCase): AslDiagnostic[] {
  const options = type === undefined ? {} : { type };
  return typeof definition === "string"
    ? validateDefinitionText(definition, options)
    : validateDefinition(definition, options);
}

function isSameBag<T>(expected: readonly T[], actual: readonly T[], describe: (item: T) => string): boolean {
  const sorted = (items: readonly T[]) => items.map(describe).sort().join("\n");
  return sorted(expected) === sorted(actual);
}

function explainDifference(
  testCase: ValidationCase,
  actual: Actual,
  hits: { readonly verdict: boolean; readonly code: boolean; readonly location: boolean },
): string | undefined {
  const found = actual.diagnostics
    .map(({ code, message, location }) => `${code}: ${message} at ${location}`)
    .join("; ");
  if (!hits.verdict)
    return actual.valid ? "accepted, but recorded as refused" : `refused, but recorded as valid: ${found}`;
  if (testCase.diagnostics && !(hits.code && hits.location)) return `other diagnostics: ${found}`;
  return undefined;
}
