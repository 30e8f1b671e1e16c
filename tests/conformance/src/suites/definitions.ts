import { validateDefinition } from "@treadle/asl";
import { derivePolicies } from "@treadle/iam";
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
  metrics: [{ name: "validates" }, { name: "policy" }],
  classify: (testCase) => ({
    group: testCase.queryLanguage,
    tier: testCase.testTemplate ? "test template" : "sample",
  }),
  counts: () => ["validates", "policy"],
  expected: () => ({ validates: true, policy: true }),
  run({ definition }) {
    const faults = validationErrors(definition);
    const policy = derive(definition);
    const hits = { validates: faults.length === 0, policy: policy.errors.length === 0 };
    const why = [...faults, ...policy.errors];
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

/** Values that are known only when a state runs are let stand for any: no one declares bounds for a foreign definition. */
function derive(definition: object): { readonly statements: readonly unknown[]; readonly errors: readonly string[] } {
  const derived = derivePolicies(definition, { name: "Machine", dynamicValues: "widen" });
  return {
    statements: derived.execution.document.Statement,
    errors: derived.diagnostics
      .filter(({ severity }) => severity === "error")
      .map(({ code, message }) => `${code}: ${message}`),
  };
}
