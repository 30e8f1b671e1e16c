import { readFileSync } from "node:fs";
import { cliDiagnostics } from "../diagnostics.js";
import { UsageError } from "../usage-error.js";

/** A file that holds one JSON object. */
export function readJsonObject(file: string): { readonly [key: string]: unknown } {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw unreadable(file, error instanceof Error ? error.message : String(error));
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw unreadable(file, "it holds no JSON object");
  }
  return value as { readonly [key: string]: unknown };
}

function unreadable(file: string, error: string): UsageError {
  return new UsageError(cliDiagnostics["file-not-readable"]({ file, error }));
}
