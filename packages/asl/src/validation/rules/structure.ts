import type { StateType } from "../../definition.js";
import { fieldOrder, isStateType } from "../../field-order.js";
import { findStructureErrors, type StructureError } from "../../schema/structure-error.js";
import { fromPointer, type Path, valueAt } from "../path.js";
import type { ValidationContext } from "../validation-context.js";

const stateTypes = ["Task", "Wait", "Pass", "Succeed", "Fail", "Choice", "Parallel", "Map"];

/**
 * Fields, types, ranges and fixed values, by the JSON Schema.
 *
 * @see https://states-language.net/spec.html#structure-of-a-state-machine
 */
export function structure(context: ValidationContext): void {
  const missing = new Map<string, string[]>();
  const errors = findStructureErrors(context.definition);
  const wronglyTyped = new Set(errors.filter(({ keyword }) => keyword === "type").map((error) => error.instancePath));
  for (const error of errors) {
    if (error.keyword === "enum" && wronglyTyped.has(error.instancePath)) continue;
    if (error.keyword === "required") {
      const fields = missing.get(error.instancePath) ?? [];
      missing.set(error.instancePath, [...fields, String(error.params.missingProperty)]);
    } else {
      reportStructureError(context, error, fromPointer(context.definition, error.instancePath));
    }
  }
  for (const [pointer, fields] of missing) {
    const path = fromPointer(context.definition, pointer);
    context.reportSchema("missing-field", {
      message: `These fields are required: [${fields.join(", ")}]`,
      path,
      isConsequence: fields.every((field) => context.isMisspelt(path, field)),
    });
  }
}

function reportStructureError(context: ValidationContext, error: StructureError, path: Path): void {
  const { keyword, params } = error;
  switch (keyword) {
    case "additionalProperties": {
      const field = String(params.additionalProperty);
      context.reportSchema("unsupported-field", {
        message: `Field '${field}' is not supported`,
        path: [...path, field],
        awsPath: path,
        help: suggestField(context, field, path),
      });
      break;
    }
    case "discriminator":
      reportStateType(context, path);
      break;
    case "type":
      context.reportSchema("wrong-type", { message: describeType(params.type), path });
      break;
    case "pattern":
      context.reportSchema("wrong-type", { message: "Expected value of type Integer", path });
      break;
    case "enum":
      context.reportSchema("wrong-value", {
        message: `Value should be one of the following: [${(params.allowedValues as unknown[]).join(", ")}]`,
        path,
        help: suggestValue(context, valueAt(context.definition, path), params.allowedValues as string[]),
      });
      break;
    case "minimum":
    case "maximum":
      context.reportSchema("out-of-range", {
        message: `${keyword === "minimum" ? "Minimum" : "Maximum"} value is ${params.limit}`,
        path,
      });
      break;
    case "minItems":
    case "minProperties":
      context.reportSchema("empty-value", { message: "Value cannot be empty", path });
      break;
    default:
      throw new Error(`The schema reports "${keyword}", for which there is no message.`);
  }
}

function reportStateType(context: ValidationContext, path: Path): void {
  const state = valueAt(context.definition, path) as Record<string, unknown>;
  if (!Object.hasOwn(state, "Type")) return; // Reported as a required field.
  context.reportSchema("unknown-state-type", {
    message: `The field 'Type' should have one of these values: [${stateTypes.join(", ")}]`,
    path: [...path, "Type"],
    help: suggestValue(context, state.Type, stateTypes),
  });
}

function describeType(type: unknown): string {
  const types = Array.isArray(type) ? type : [type];
  if (types.some((each) => each === "integer" || each === "number")) return "Expected value of type Integer";
  return `Expected value of type [${types.map((each) => String(each).toUpperCase()).join(", ")}]`;
}

function suggestValue(context: ValidationContext, value: unknown, known: readonly string[]): string | undefined {
  return typeof value === "string" ? context.suggest(value, known) : undefined;
}

/** The nearest name among the fields that the object may have, and why AWS refuses a field that exists elsewhere. */
function suggestField(context: ValidationContext, field: string, path: Path): string | undefined {
  const owner = valueAt(context.definition, path) as Readonly<Record<string, unknown>>;
  const type = path.at(-2) === "States" && isStateType(owner.Type) ? owner.Type : undefined;
  const near = context.nearest(field, knownFields(path, type));
  if (near !== undefined) {
    if (!Object.hasOwn(owner, near)) context.addMisspelt(path, near);
    return `Did you mean "${near}"?`;
  }
  return type !== undefined && allFields.includes(field) ? `A ${type} state has no such field.` : undefined;
}

/** Fields of the object at a path, by the field that holds it. */
function knownFields(path: Path, type: StateType | undefined): readonly string[] {
  if (type !== undefined) return fieldOrder.state[type];
  const owner = path.findLast((step) => typeof step === "string");
  return (owner === undefined ? fieldOrder.definition : partFields[owner]) ?? allFields;
}

const partFields: Readonly<Record<string, readonly string[]>> = {
  Branches: fieldOrder.scope,
  ItemProcessor: ["ProcessorConfig", ...fieldOrder.scope],
  Iterator: ["ProcessorConfig", ...fieldOrder.scope],
  Retry: fieldOrder.retrier,
  Catch: fieldOrder.catcher,
  Choices: fieldOrder.choiceRule,
  And: fieldOrder.choiceRule,
  Or: fieldOrder.choiceRule,
  Not: fieldOrder.choiceRule,
  ProcessorConfig: fieldOrder.processorConfig,
  ItemReader: fieldOrder.itemReader,
  ReaderConfig: fieldOrder.readerConfig,
  ItemBatcher: fieldOrder.itemBatcher,
  ResultWriter: fieldOrder.resultWriter,
  WriterConfig: fieldOrder.writerConfig,
};

const allFields: readonly string[] = [
  ...new Set(
    Object.values(fieldOrder).flatMap((order) => (Array.isArray(order) ? order : Object.values(order).flat())),
  ),
];
