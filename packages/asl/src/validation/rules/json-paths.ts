import { isRecord } from "../../json.js";
import { intrinsicFunctions } from "../../jsonpath/intrinsic-functions.js";
import { parseIntrinsic } from "../../jsonpath/parse-intrinsic.js";
import { parsePath } from "../../jsonpath/parse-path.js";
import { hasPlaceholder } from "../../placeholders.js";
import type { Path } from "../path.js";
import type { StateVisit } from "../scopes.js";
import type { ValidationContext } from "../validation-context.js";

const pathFields = ["InputPath", "OutputPath"];
const referencePathFields = [
  "ItemsPath",
  "TimeoutSecondsPath",
  "HeartbeatSecondsPath",
  "SecondsPath",
  "TimestampPath",
  "MaxConcurrencyPath",
  "ToleratedFailurePercentagePath",
  "ToleratedFailureCountPath",
];
const templateFields = ["Parameters", "ResultSelector", "ItemSelector", "Assign", "Credentials"];

/**
 * Paths and intrinsic function calls of JSONPath states parse, and reference paths address one node.
 *
 * @see https://states-language.net/spec.html#path
 */
export function jsonPaths(context: ValidationContext): void {
  for (const visit of context.states) {
    if (visit.language !== "JSONPath" || visit.isDowngraded) continue;
    const at = (field: string): [unknown, Path] => [visit.state[field], [...visit.path, field]];
    for (const field of pathFields) checkPath(context, ...at(field));
    for (const field of referencePathFields) checkReferencePath(context, ...at(field));
    checkResultPath(context, ...at("ResultPath"));
    for (const field of ["ErrorPath", "CausePath"]) checkTextPath(context, ...at(field));
    for (const field of templateFields) checkTemplate(context, ...at(field));
    checkParts(context, visit);
  }
}

function checkParts(context: ValidationContext, visit: StateVisit): void {
  const { state, path } = visit;
  for (const field of ["ItemReader", "ResultWriter"]) {
    const part = state[field];
    if (isRecord(part)) checkTemplate(context, part.Parameters, [...path, field, "Parameters"]);
  }
  const config = isRecord(state.ItemReader) ? state.ItemReader.ReaderConfig : undefined;
  if (isRecord(config)) {
    checkReferencePath(context, config.MaxItemsPath, [...path, "ItemReader", "ReaderConfig", "MaxItemsPath"]);
  }
  const batcher = state.ItemBatcher;
  if (isRecord(batcher)) {
    checkTemplate(context, batcher.BatchInput, [...path, "ItemBatcher", "BatchInput"]);
    for (const field of ["MaxItemsPerBatchPath", "MaxInputBytesPerBatchPath"]) {
      checkReferencePath(context, batcher[field], [...path, "ItemBatcher", field]);
    }
  }
  forEachRecord(state.Catch, (catcher, index) => {
    checkResultPath(context, catcher.ResultPath, [...path, "Catch", index, "ResultPath"]);
    checkTemplate(context, catcher.Assign, [...path, "Catch", index, "Assign"]);
  });
  forEachRecord(state.Choices, (rule, index) => {
    checkCondition(context, rule, [...path, "Choices", index]);
    checkTemplate(context, rule.Assign, [...path, "Choices", index, "Assign"]);
  });
}

function checkCondition(context: ValidationContext, condition: Readonly<Record<string, unknown>>, path: Path): void {
  for (const [field, value] of Object.entries(condition)) {
    if (field === "Variable" || field.endsWith("Path")) checkOperandPath(context, value, [...path, field]);
    if (field === "Not" && isRecord(value)) checkCondition(context, value, [...path, field]);
    if (field === "And" || field === "Or") {
      forEachRecord(value, (each, index) => {
        checkCondition(context, each, [...path, field, index]);
      });
    }
  }
}

function checkPath(context: ValidationContext, value: unknown, path: Path): void {
  if (typeof value !== "string" || hasPlaceholder(value) || parsePath(value)) return;
  context.reportSchema("invalid-path", { message: "Value must be a valid JSONPath.", path });
}

function checkOperandPath(context: ValidationContext, value: unknown, path: Path): void {
  if (typeof value !== "string" || hasPlaceholder(value) || parsePath(value)) return;
  context.reportSchema("invalid-reference-path", {
    message: value.startsWith("$")
      ? "Value is not a Reference Path"
      : "Value is not a Reference Path: Reference path didn't start with '$'",
    path,
  });
}

function checkReferencePath(context: ValidationContext, value: unknown, path: Path): void {
  if (typeof value !== "string" || hasPlaceholder(value)) return;
  const parsed = parsePath(value);
  if (!parsed) context.reportSchema("invalid-path", { message: "Value must be a valid JSONPath.", path });
  else if (!parsed.isReference) reportReference(context, path);
}

/** Where a result goes is a place in the document itself: no variable, no context object. */
function checkResultPath(context: ValidationContext, value: unknown, path: Path): void {
  if (typeof value !== "string" || hasPlaceholder(value)) return;
  const parsed = parsePath(value);
  if (!parsed) context.reportSchema("invalid-path", { message: "Value must be a valid JSONPath.", path });
  else if (!parsed.isReference || parsed.root !== "document") reportReference(context, path);
}

function reportReference(context: ValidationContext, path: Path): void {
  context.reportSchema("invalid-reference-path", {
    message: "Value is not a Reference Path",
    path,
    help: "A reference path names one place: no wildcard, filter, slice, list, or descent.",
  });
}

/** `ErrorPath` and `CausePath`: a path, or a call that gives text. */
function checkTextPath(context: ValidationContext, value: unknown, path: Path): void {
  if (typeof value !== "string" || hasPlaceholder(value)) return;
  if (value.startsWith("States.")) {
    const call = parseIntrinsic(value);
    if (call && intrinsicFunctions.get(call.name)?.givesText) return;
  } else if (parsePath(value)) return;
  context.reportSchema("invalid-path", {
    message: "The value for the field must be a valid JSONPath or an intrinsic function call that returns a string",
    path,
  });
}

/** Keys ending in `.$` hold a path or a call, at any depth. */
function checkTemplate(context: ValidationContext, template: unknown, path: Path): void {
  if (Array.isArray(template)) {
    template.forEach((item, index) => {
      checkTemplate(context, item, [...path, index]);
    });
  }
  if (!isRecord(template)) return;
  for (const [key, value] of Object.entries(template)) {
    if (!key.endsWith(".$")) checkTemplate(context, value, [...path, key]);
    else if (!isPathOrCall(value)) {
      context.reportSchema("invalid-payload-path", {
        message: `The value for the field '${key}' must be a valid JSONPath or a valid intrinsic function call`,
        path: [...path, key],
        awsPath: path,
        help: explainCall(context, value),
      });
    }
  }
}

function explainCall(context: ValidationContext, value: unknown): string | undefined {
  const name = typeof value === "string" ? /^States\.\w+/.exec(value)?.[0] : undefined;
  if (name === undefined) return undefined;
  if (!intrinsicFunctions.has(name)) {
    return context.suggest(name, [...intrinsicFunctions.keys()]) ?? "There is no such function.";
  }
  return `Look at the arguments of ${name}: their number and types, quotes, commas, and a backslash before ' { } and \\ only.`;
}

function isPathOrCall(value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (hasPlaceholder(value)) return true;
  return (parsePath(value) ?? parseIntrinsic(value)) !== undefined;
}

function forEachRecord(list: unknown, visit: (item: Readonly<Record<string, unknown>>, index: number) => void): void {
  if (!Array.isArray(list)) return;
  list.forEach((item, index) => {
    if (isRecord(item)) visit(item, index);
  });
}
