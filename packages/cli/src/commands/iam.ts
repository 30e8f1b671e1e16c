import { basename } from "node:path";
import { hasErrors } from "@treadle/diagnostics";
import {
  type DerivePoliciesOptions,
  derivePolicies,
  deriveWorkerPolicies,
  explainPolicies,
  formatExplanation,
  formatPolicyFile,
} from "@treadle/iam";
import { cliDiagnostics } from "../diagnostics.js";
import type { Terminal } from "../terminal/terminal.js";
import { UsageError } from "../usage-error.js";
import { readJsonObject } from "./read-json-object.js";

export interface IamOptions {
  readonly file: string;
  readonly hints?: string;
  readonly json?: boolean;
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
 * its rights, or with `--json` the policy file. Nothing is printed where a right cannot be known: the errors name the hints
 * to give.
 */
export function iam(terminal: Pick<Terminal, "diagnostics" | "print">, { file, hints, json }: IamOptions): number {
  const definition = readJsonObject(file);
  const { states, ...machine } = hints === undefined ? ({} as HintsFile) : readHints(hints);
  const options: DerivePoliciesOptions = {
    ...machine,
    name: machine.name ?? machineName(file),
    ...(states && { hints: { states } }),
  };
  const policies = derivePolicies(definition, options);
  terminal.diagnostics(policies.diagnostics);
  if (hasErrors(policies.diagnostics)) return 1;
  const text = json
    ? formatPolicyFile(
        { name: options.name, trust: policies.trust, ...policies.execution },
        policies.roles,
        deriveWorkerPolicies(definition, options),
      )
    : formatExplanation(explainPolicies(definition, policies));
  terminal.print(text.trimEnd());
  return 0;
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
