import { validateDefinition } from "@treadle/asl";
import { derivePolicies, type PolicyHints } from "@treadle/iam";
import { type CorpusCase, defineSuite } from "../suite.js";

interface DefinitionCase extends CorpusCase {
  readonly definition: object;
  readonly queryLanguage: string;
  readonly testTemplate: boolean;
}

/** Complete definitions from real projects: each validates, and the rights of its role can be derived. */
export const suite = defineSuite<DefinitionCase>({
  name: "definitions",
  file: "definitions.jsonl",
  metrics: [{ name: "validates" }, { name: "policy" }, { name: "hinted" }],
  classify: (testCase) => ({
    group: testCase.queryLanguage,
    tier: testCase.testTemplate ? "test template" : "sample",
  }),
  counts: () => ["validates", "policy", "hinted"],
  expected: () => ({ validates: true, policy: true, hinted: true }),
  run({ definition }) {
    const faults = validationErrors(definition);
    const policy = derive(definition);
    const unhinted = withHints(definition, policy);
    const hits = {
      validates: faults.length === 0,
      policy: policy.errors.length === 0,
      hinted: unhinted.length === 0,
    };
    const why = [...faults, ...policy.errors, ...unhinted.map((error) => `despite hints: ${error}`)];
    return {
      actual: { ...hits, statements: policy.statements, errors: why },
      hits,
      ...(why.length > 0 && { why: why.join("; ") }),
    };
  },
});

function validationErrors(definition: object): string[] {
  return validateDefinition(definition)
    .filter(({ severity }) => severity === "error")
    .map(({ name, message, location, pointer }) => `asl/${name}: ${message} at ${location ?? pointer}`);
}

/**
 * What is left where every state that an error is about is given a hint: errors, and each `*` without a reason. The hint
 * declares rights, as a user would from the error's help; which ones does not matter here.
 */
function withHints(definition: object, unhinted: Derived): readonly string[] {
  const access = [{ actions: ["sts:GetCallerIdentity"], resources: ["*"], reason: "Declared by hand." }];
  const states = Object.fromEntries(unhinted.states.map((state) => [state, { access }]));
  const derived = unhinted.states.length === 0 ? unhinted : derive(definition, { states });
  return [...derived.errors, ...derived.unexplained.map((resource) => `${resource} has no reason for its *`)];
}

/** Values that are known only when a state runs are let stand for any: no one declares bounds for a foreign definition. */
function derive(definition: object, hints: PolicyHints = {}): Derived {
  const derived = derivePolicies(definition, { name: "Machine", dynamicValues: "widen", hints });
  const errors = derived.diagnostics.filter(({ severity }) => severity === "error");
  const { document, provenance } = derived.execution;
  return {
    statements: document.Statement,
    errors: errors.map(({ code, message }) => `${code}: ${message}`),
    states: errors.flatMap(({ pointer }) => stateOf(pointer ?? "")),
    unexplained: document.Statement.flatMap(({ Sid: sid, Resource }) =>
      Resource.filter((resource) => resource.includes("*") && !provenance[sid]?.wildcards[resource]),
    ),
  };
}

interface Derived {
  readonly statements: readonly unknown[];
  readonly errors: readonly string[];
  /** The states that the errors are about. */
  readonly states: readonly string[];
  /** Resources with a `*` that no reason is given for. */
  readonly unexplained: readonly string[];
}

/** The innermost state that a JSON Pointer goes through. */
function stateOf(pointer: string): readonly string[] {
  const steps = pointer.split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const index = steps.lastIndexOf("States");
  return index < 0 || steps[index + 1] === undefined ? [] : [steps[index + 1]!];
}
