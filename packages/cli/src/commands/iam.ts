import { basename } from "node:path";
import { hasErrors } from "@treadle/diagnostics";
import {
  type DerivedPolicies,
  type DerivePoliciesOptions,
  deriveDeployerPolicy,
  derivePolicies,
  deriveWorkerPolicies,
  explainPolicies,
  formatDeployerFile,
  formatExplanation,
  formatPolicyFile,
  managedPolicyNames,
} from "@treadle/iam";
import { cliDiagnostics } from "../diagnostics.js";
import type { Terminal } from "../terminal/terminal.js";
import { UsageError } from "../usage-error.js";
import { readJsonObject } from "./read-json-object.js";
import { readManifest } from "./read-manifest.js";

export interface IamOptions {
  readonly file: string;
  readonly hints?: string;
  readonly json?: boolean;
  readonly deployer?: boolean;
  readonly manageRoles?: boolean;
}

/** A hints file: the states' hints, and whatever else the definition does not tell about its machine. */
type HintsFile = Partial<Omit<DerivePoliciesOptions, "hints">> & NonNullable<DerivePoliciesOptions["hints"]>;

/** Every key that a hints file may have. */
const hintKeys: { readonly [key in keyof Required<HintsFile>]: true } = {
  states: true,
  name: true,
  type: true,
  partition: true,
  region: true,
  accountId: true,
  executionRoleArn: true,
  logging: true,
  tracing: true,
  kms: true,
  redrive: true,
  substitutions: true,
  placeholders: true,
  dynamicValues: true,
};

/**
 * `treadle iam FILE.asl.json`: the policies of any definition, ours or not, outside of any project. Prints each state with
 * its rights, or with `--json` the policy file, or with `--deployer` the policy of whoever deploys the machine. Nothing is
 * printed where a right cannot be known: the errors name the hints to give. A manifest beside the definition says what it
 * does of the machine; hints go before it.
 */
export function iam(terminal: Pick<Terminal, "diagnostics" | "print">, options: IamOptions): number {
  const definition = readJsonObject(options.file);
  const { states, ...machine } = options.hints === undefined ? ({} as HintsFile) : readHints(options.hints);
  const known = { ...readManifest(options.file), ...machine };
  const place: DerivePoliciesOptions = {
    ...known,
    name: known.name ?? machineName(options.file),
    ...(states && { hints: { states } }),
  };
  const policies = derivePolicies(definition, place);
  terminal.diagnostics(policies.diagnostics);
  if (hasErrors(policies.diagnostics)) return 1;
  terminal.print(textOf(definition, policies, place, options).trimEnd());
  return 0;
}

function textOf(
  definition: object,
  policies: DerivedPolicies,
  place: DerivePoliciesOptions,
  { json, deployer, manageRoles = false }: IamOptions,
): string {
  if (deployer) {
    const policy = deriveDeployerPolicy({
      ...place,
      manageRole: manageRoles,
      stepRoleArns: policies.roles.map(({ roleArn }) => roleArn),
      managedPolicyNames: managedPolicyNames(place.name, policies),
    });
    return formatDeployerFile(place.name, policy);
  }
  if (!json) return formatExplanation(explainPolicies(definition, policies));
  return formatPolicyFile(
    { name: place.name, trust: policies.trust, ...policies.execution },
    policies.roles,
    deriveWorkerPolicies(definition, place),
  );
}

function readHints(file: string): HintsFile {
  const hints = readJsonObject(file);
  const unknown = Object.keys(hints).find((key) => !Object.hasOwn(hintKeys, key));
  if (unknown !== undefined) {
    throw new UsageError(cliDiagnostics["unknown-hint-key"]({ file, key: unknown, known: Object.keys(hintKeys) }));
  }
  return hints as HintsFile;
}

/** `flows/Ship order.asl.json` → `Ship-order`. */
function machineName(file: string): string {
  return basename(file)
    .replace(/(\.asl)?\.json$/i, "")
    .replace(/[^A-Za-z0-9_-]+/g, "-")
    .slice(0, 80);
}
