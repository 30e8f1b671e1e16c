import { createHash } from "node:crypto";
import type { LoggingOptions, WorkflowDefinition, WorkflowOptions } from "@treadle/workflow/nodes";
import type { Lowering } from "../lower/lowering.js";

/** What deployment and reviewers need beside the definition; no line numbers, so that reformatting changes nothing. */
export function emitManifest(workflow: WorkflowDefinition, definitionText: string, lowering: Lowering): string {
  const placeholders = [...lowering.placeholders.values()].sort((a, b) => compare(a.name, b.name));
  const statements = [...lowering.statementUses].sort(([a], [b]) => compare(a, b));
  const manifest = {
    workflow: workflow.name,
    type: workflow.options.type ?? "STANDARD",
    ...operations(workflow.options),
    definition: {
      file: `${workflow.name}.asl.json`,
      sha256: createHash("sha256").update(definitionText).digest("hex"),
    },
    placeholders: placeholders.map(({ name, kind }) => ({ name, kind })),
    statements: Object.fromEntries(statements),
    states: Object.fromEntries([...lowering.locations].map(([state, location]) => [state, location?.file ?? null])),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** What deployment sets beside the definition, where the workflow asks for it. */
function operations(options: WorkflowOptions): object {
  const { logging, tracing, kmsKeyArn, kmsDataKeyReusePeriodSeconds, tags = {} } = options;
  const sortedTags = Object.entries(tags).sort(([a], [b]) => compare(a, b));
  return {
    ...(logging && { logging: typeof logging === "string" ? { level: logging } : orderLogging(logging) }),
    ...(tracing && { tracing }),
    ...(kmsKeyArn !== undefined && { kmsKeyArn }),
    ...(kmsDataKeyReusePeriodSeconds !== undefined && { kmsDataKeyReusePeriodSeconds }),
    ...(sortedTags.length > 0 && { tags: Object.fromEntries(sortedTags) }),
  };
}

function orderLogging({ level, destination, includeExecutionData }: LoggingOptions): LoggingOptions {
  return {
    level,
    ...(destination !== undefined && { destination }),
    ...(includeExecutionData !== undefined && { includeExecutionData }),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
