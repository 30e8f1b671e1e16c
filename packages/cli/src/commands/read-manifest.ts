import { existsSync } from "node:fs";
import type { DerivePoliciesOptions } from "@treadle/iam";
import { readJsonObject } from "./read-json-object.js";

/**
 * What the manifest beside a built definition tells of its machine (`Orders.manifest.json` beside `Orders.asl.json`);
 * nothing where there is none.
 */
export function readManifest(definitionFile: string): Partial<DerivePoliciesOptions> {
  const file = definitionFile.replace(/\.asl\.json$/, ".manifest.json");
  if (file === definitionFile || !existsSync(file)) return {};
  const { workflow, type, logging, tracing, kmsKeyArn, placeholders } = readJsonObject(file);
  return {
    ...(typeof workflow === "string" && { name: workflow }),
    ...((type === "STANDARD" || type === "EXPRESS") && { type }),
    ...(logging !== undefined && { logging: true }),
    ...(tracing === true && { tracing }),
    ...(typeof kmsKeyArn === "string" && { kms: { keyArn: kmsKeyArn } }),
    ...(Array.isArray(placeholders) && { placeholders }),
  };
}
