import { iamDiagnostics } from "../diagnostics.js";
import { deriveDistributedMap } from "./integrations/distributed-map.js";
import { deriveItemReader } from "./integrations/item-reader.js";
import { deriveResultWriter } from "./integrations/result-writer.js";
import { parseResource } from "./parse-resource.js";
import type { StateCalls } from "./state-calls.js";
import type { TaskCall } from "./task-call.js";
import { evaluateTemplate, type TemplateScope } from "./values/evaluate-template.js";
import { isJsonObject, type JsonObject } from "./walk-states.js";

export function isDistributed(state: JsonObject): boolean {
  const processor = state.ItemProcessor;
  const config = isJsonObject(processor) ? processor.ProcessorConfig : undefined;
  return isJsonObject(config) && config.Mode === "DISTRIBUTED";
}

/** A distributed Map: its children, its ItemReader and its ResultWriter. */
export function deriveMap(own: StateCalls, scope: TemplateScope): void {
  const { state } = own.visited;
  const label = typeof state.Label === "string" ? state.Label : undefined;
  deriveDistributedMap(own.call({ service: "map", action: "distributed", arguments: { kind: "unknown" } }), label);
  const reader = state.ItemReader;
  if (isJsonObject(reader)) {
    const config = isJsonObject(reader.ReaderConfig) ? reader.ReaderConfig : {};
    const call = openStorage(own, reader, "ItemReader", ["getObject", "listObjectsV2"], scope);
    if (call) deriveItemReader(call, { inputType: config.InputType, transformation: config.Transformation });
  }
  const writer = state.ResultWriter;
  // A writer that has only a WriterConfig shapes the result and writes nothing.
  if (isJsonObject(writer) && writer.Resource !== undefined) {
    const call = openStorage(own, writer, "ResultWriter", ["putObject"], scope);
    if (call) deriveResultWriter(call);
  }
}

function openStorage(
  own: StateCalls,
  field: JsonObject,
  name: string,
  actions: readonly string[],
  scope: TemplateScope,
): TaskCall | undefined {
  const written = typeof field.Resource === "string" ? field.Resource : "";
  const parsed = parseResource(written);
  if (parsed.kind === "integration" && parsed.service === "s3" && actions.includes(parsed.action)) {
    const template = field.Arguments ?? field.Parameters ?? {};
    return own.call({ service: "s3", action: parsed.action, arguments: evaluateTemplate(template, scope) });
  }
  const details = { state: own.visited.name, resource: written, known: ["s3"] };
  own.diagnostics.push(
    iamDiagnostics["unknown-integration"](details, { pointer: `${own.visited.pointer}/${name}/Resource` }),
  );
  return undefined;
}
