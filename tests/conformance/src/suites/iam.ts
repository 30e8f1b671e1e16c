import { formatDiagnostic } from "@treadle/diagnostics";
import { type DerivedPolicies, derivePolicies, type PolicyHints } from "@treadle/iam";
import { type CorpusCase, defineSuite } from "../suite.js";

interface Statement {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: unknown;
}

/** A state machine with the policy of the role under which it was deployed. */
interface IamCase extends CorpusCase {
  readonly oracle: string;
  readonly type: "STANDARD" | "EXPRESS";
  readonly logging: boolean;
  readonly tracing: boolean;
  readonly encryption?: { readonly Type: string; readonly KmsKeyId?: string };
  readonly self?: { readonly logicalId: string; readonly arn: string };
  readonly integrations: readonly string[];
  /** Type of each resource of the stack, by its logical id. */
  readonly resourceTypes?: { readonly [logicalId: string]: string };
  readonly definition: object;
  readonly substitutions?: { readonly [name: string]: string };
  readonly statements: readonly Statement[];
  readonly managedPolicies?: readonly string[];
  readonly executed?: string;
}

const machineArn = "arn:aws:states:us-east-1:123456789012:stateMachine:Machine";

export const suite = defineSuite<IamCase>({
  name: "iam",
  file: "iam.jsonl",
  metrics: [{ name: "derived" }, { name: "noMissing" }, { name: "noExtra" }, { name: "noBroader" }],
  classify: (testCase) => ({ group: groupOf(testCase), oracle: testCase.oracle }),
  // What an AWS managed policy grants is not in the case, so that nothing can be called extra or broader beside it.
  counts: (testCase) => ["derived", "noMissing", ...(testCase.managedPolicies ? [] : ["noExtra", "noBroader"])],
  expected: (testCase) => ({ statements: resolveStatements(testCase, testCase.statements) }),
  run: (testCase) => {
    const derived = derive(testCase);
    const ours = resolveStatements(
      testCase,
      derived.execution.document.Statement.map((statement) => ({
        effect: statement.Effect,
        actions: statement.Action,
        resources: statement.Resource,
        ...(statement.Condition && { conditions: statement.Condition }),
      })),
    );
    const verdict = compare(ours, resolveStatements(testCase, testCase.statements));
    const errors = derived.diagnostics.filter(({ severity }) => severity === "error");
    const why = [
      ...errors.map((error) => formatDiagnostic(error).split("\n")[0]!),
      ...list("missing", verdict.missing),
      ...list("extra", testCase.managedPolicies ? [] : verdict.extra),
      ...list("broader", testCase.managedPolicies ? [] : verdict.broader),
    ];
    return {
      actual: { statements: ours, ...(errors.length > 0 && { errors: errors.map(({ message }) => message) }) },
      hits: {
        derived: errors.length === 0,
        noMissing: verdict.missing.length === 0,
        noExtra: verdict.extra.length === 0,
        noBroader: verdict.broader.length === 0,
      },
      ...(why.length > 0 && { why: why.join("; ") }),
    };
  },
});

/**
 * What is computed when a state runs is granted as widely as its kind allows. Hints say only what a definition cannot hold
 * and its stack does: which key its queues and buckets have, and which roles its task definitions and models.
 */
function derive(testCase: IamCase): DerivedPolicies {
  const arn = testCase.self?.arn ?? machineArn;
  const [, partition, , region, accountId] = arn.split(":");
  const keyArn = testCase.encryption?.KmsKeyId;
  return derivePolicies(testCase.definition, {
    name: arn.split(":stateMachine:")[1]!,
    type: testCase.type,
    partition: partition!,
    region: region!,
    accountId: accountId!,
    logging: testCase.logging,
    tracing: testCase.tracing,
    ...(keyArn !== undefined && { kms: { keyArn } }),
    substitutions: substitutionsOf(testCase),
    placeholders: placeholdersOf(testCase),
    hints: hintsOf(testCase),
    dynamicValues: "widen",
  });
}

/** A Resource that is one placeholder is what the stack says: a manifest tells the same of ours. */
function placeholdersOf({ resourceTypes = {} }: IamCase): readonly { readonly name: string; readonly kind: string }[] {
  return Object.entries(resourceTypes).flatMap(([id, type]) => {
    const kind = Object.hasOwn(callables, type) ? callables[type] : undefined;
    return kind === undefined ? [] : [id, `${id}.Arn`].map((name) => ({ name, kind }));
  });
}

const callables: { readonly [type: string]: string } = {
  "AWS::Lambda::Function": "lambda-function-arn",
  "AWS::StepFunctions::Activity": "activity-arn",
};

/** Keys and roles of the stack that the definition itself does not name, for every state of it. */
function hintsOf(testCase: IamCase): PolicyHints {
  const keys = unnamedResources(testCase, "AWS::KMS::Key");
  const roles = unnamedResources(testCase, "AWS::IAM::Role");
  const hinted = {
    ...(keys.length > 0 && { KmsKeyArn: keys }),
    ...(roles.length > 0 && {
      "TaskDefinition.TaskRoleArn": roles,
      "TaskDefinition.ExecutionRoleArn": roles,
      "Model.ExecutionRoleArn": roles,
    }),
  };
  return { states: Object.fromEntries(stateNames(testCase.definition).map((name) => [name, { arguments: hinted }])) };
}

function unnamedResources({ definition, encryption, resourceTypes = {}, substitutions = {} }: IamCase, type: string) {
  const named = `${JSON.stringify(definition)}${encryption?.KmsKeyId ?? ""}`;
  return Object.entries(resourceTypes)
    .filter(([id, kind]) => kind === type && `${id}.Arn` in substitutions && !named.includes(`\${${id}`))
    .map(([id]) => `\${${id}.Arn}`);
}

function stateNames(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "States" in value ? Object.keys(value.States as object) : [];
  return [...own, ...Object.values(value).flatMap(stateNames)];
}

/** The integrations, where they are few; else their number. */
function groupOf({ integrations }: IamCase): string {
  const services = [...new Set(integrations.map((each) => each.replace(/^(aws-sdk:[^:]+|[^:+.]+).*$/, "$1")))].sort();
  return services.length === 0 ? "none" : services.length <= 2 ? services.join(" ") : "mixed";
}

function substitutionsOf(testCase: IamCase): { readonly [name: string]: string } {
  const arn = testCase.self?.arn ?? machineArn;
  const [, partition, , region, accountId] = arn.split(":");
  return {
    "AWS::Partition": partition!,
    "AWS::Region": region!,
    "AWS::AccountId": accountId!,
    "AWS::URLSuffix": "amazonaws.com",
    ...(testCase.self && { [testCase.self.logicalId]: arn, [`${testCase.self.logicalId}.Arn`]: arn }),
    ...testCase.substitutions,
  };
}

/** Both sides with the values that a deployment puts in. */
function resolveStatements(testCase: IamCase, statements: readonly Statement[]): readonly Statement[] {
  const values = substitutionsOf(testCase);
  const resolve = (text: string): string =>
    text.replace(/\$\{([^}]+)\}/g, (reference, name: string) => values[name] ?? reference);
  return statements.map((statement) => ({ ...statement, resources: statement.resources.map(resolve) }));
}

interface Verdict {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly broader: readonly string[];
}

function compare(ours: readonly Statement[], truth: readonly Statement[]): Verdict {
  const allowed = truth.filter(({ effect }) => effect === "Allow");
  const explicit = unique(allowed.flatMap(({ actions }) => actions).filter((action) => !/[*?]/.test(action)));
  const granted = unique(ours.flatMap(({ actions }) => actions));
  const coveredByTruth = (action: string): readonly Statement[] => covering(allowed, action);
  return {
    missing: explicit.filter((action) => covering(ours, action).length === 0),
    extra: granted.filter((action) => coveredByTruth(action).length === 0),
    broader: granted.flatMap((action) => {
      const known = coveredByTruth(action).flatMap(({ resources }) => resources);
      if (known.length === 0) return [];
      const wider = unique(covering(ours, action).flatMap(({ resources }) => resources)).filter(
        (resource) => !known.some((pattern) => matches(pattern, resource)),
      );
      return wider.map((resource) => `${action} on ${resource}`);
    }),
  };
}

function covering(statements: readonly Statement[], action: string): readonly Statement[] {
  return statements.filter(({ actions }) =>
    actions.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase())),
  );
}

/** IAM's own wildcards; a `*` of ours is a text that only theirs can match. */
function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[\\^$.|+()[\]{}]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s").test(text);
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Map(texts.map((text) => [text.toLowerCase(), text])).values()].sort();
}

function list(what: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`${what} ${items.join(", ")}`];
}
