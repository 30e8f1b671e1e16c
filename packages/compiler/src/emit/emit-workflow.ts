import { formatDefinition, type StateMachineDefinition, validateDefinition } from "@treadle/asl";
import type { Diagnostic } from "@treadle/diagnostics";
import type { DerivedPolicies, PolicyHints } from "@treadle/iam";
import { placeholdersIn } from "@treadle/workflow";
import type { TextFile } from "@treadle/workflow/data-source";
import type { LoweredWorkflow } from "../lower/lower-workflow.js";
import { emitDefinition } from "./emit-definition.js";
import { emitManifest } from "./emit-manifest.js";
import { emitPolicies } from "./emit-policies.js";
import { emitSourceMap } from "./emit-source-map.js";
import { locateDefinitionDiagnostic } from "./locate-definition-diagnostic.js";
import { resolveActivities } from "./resolve-activities.js";
import { assignStepRoles } from "./step-roles.js";

export interface CompiledWorkflow {
  readonly name: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly type: "STANDARD" | "EXPRESS";
  /** The definition's text, as it is committed. */
  readonly definition: string;
  readonly policies: DerivedPolicies;
  readonly artifacts: readonly TextFile[];
  /** JSON: state to file, line and column. */
  readonly sourceMap: string;
  /** Names of the data sources whose bridges its states call. */
  readonly usedSources: ReadonlySet<string>;
  /** Placeholders that stand for Lambda functions, sorted. */
  readonly functionPlaceholders: readonly string[];
}

/** Artifacts of a workflow that was lowered without errors; what Step Functions would refuse is found here. */
export function emitWorkflow({ workflow, scope, lowering }: LoweredWorkflow, hints?: PolicyHints): CompiledWorkflow {
  const { name, options } = workflow;
  const type = options.type ?? "STANDARD";
  let definition = emitDefinition(scope, options) as unknown as StateMachineDefinition;
  if (options.accessPolicy === "perStep") {
    const roles = assignStepRoles(name, definition);
    lowering.addPlaceholders(roles.placeholders);
    definition = roles.definition;
  }
  const { kmsKeyArn = "", logging } = options;
  const logGroup = typeof logging === "object" ? logging.destination : undefined;
  lowering.addPlaceholders(placeholdersIn(kmsKeyArn, "kms-key-arn"));
  lowering.addPlaceholders(placeholdersIn(logGroup ?? "", "log-group-arn"));
  const text = formatDefinition(definition);
  const policies = emitPolicies(workflow, definition, lowering, hints);
  return {
    name,
    type,
    diagnostics: [
      ...validateDefinition(resolveActivities(definition, lowering.placeholders), { type })
        .filter(({ isConsequence }) => !isConsequence)
        .map((found) => locateDefinitionDiagnostic(found, scope, lowering.locations, workflow.location)),
      ...policies.diagnostics,
    ],
    definition: text,
    policies: policies.policies,
    artifacts: [
      { file: `${name}.asl.json`, text },
      { file: `${name}.iam.json`, text: policies.text },
      { file: `${name}.manifest.json`, text: emitManifest(workflow, text, lowering) },
    ],
    sourceMap: emitSourceMap(lowering),
    usedSources: lowering.usedSources,
    functionPlaceholders: [...lowering.placeholders.values()]
      .filter(({ kind }) => kind === "lambda-function-arn")
      .map((placeholder) => placeholder.name)
      .sort(),
  };
}
