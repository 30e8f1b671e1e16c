import { runtimeFailure, StateFailure } from "../failure.js";
import type { Json } from "../json.js";
import { evaluatePath, type PathResult, type PathScope } from "./evaluate-path.js";
import { parsePath } from "./parse-path.js";
import type { Path } from "./path.js";
import { referencePathConflict } from "./reference-path-conflict.js";

/** The value at a path of a field like `InputPath`. @throws StateFailure `States.Runtime` where nothing is found. */
export function readPath(text: string, scope: PathScope): Json {
  const result = evaluate(text, scope);
  if ("value" in result) return result.value;
  throw runtimeFailure(`Invalid path '${text}' : ${result.missing}`);
}

/**
 * The value at a reference path, as `ItemsPath` is one.
 *
 * @throws StateFailure `States.ReferencePathConflict` where the state's input has nothing there, else `States.Runtime`.
 */
export function readReferencePath(text: string, scope: PathScope): Json {
  const path = parsePath(text);
  const result = evaluatePath(path, scope);
  if ("value" in result) return result.value;
  if (path.root.kind === "input" && result.step !== undefined)
    throw referencePathConflict(text, result.step, scope.input);
  throw runtimeFailure(`Invalid path '${text}' : ${result.missing}`);
}

/** The value at a path of a field whose failure names the field and the input, whatever the reason. */
export function readFieldPath(text: string, field: string, scope: PathScope): Json {
  const path = parseReadable(text);
  if (path?.root.kind === "input" && scope.input === null) {
    throw runtimeFailure("Unable to apply Path transformation to null or empty input.");
  }
  const result = path && evaluatePath(path, scope);
  if (result && "value" in result) return result.value;
  // The one place that does not exist and yet gives something.
  if (result?.behindEnd && field.endsWith(".$")) return null;
  const searched = path?.root.kind === "context" ? scope.context() : scope.input;
  throw runtimeFailure(
    `The JSONPath '${text}' specified for the field '${field}' could not be found in the input '${JSON.stringify(searched)}'`,
  );
}

function parseReadable(text: string): Path | undefined {
  try {
    return parsePath(text);
  } catch (error) {
    if (error instanceof StateFailure) return undefined;
    throw error;
  }
}

/** The value at a path, or undefined. */
export function findPath(text: string, scope: PathScope): Json | undefined {
  const result = evaluate(text, scope);
  return "value" in result ? result.value : undefined;
}

function evaluate(text: string, scope: PathScope): PathResult {
  return evaluatePath(parsePath(text), scope);
}
