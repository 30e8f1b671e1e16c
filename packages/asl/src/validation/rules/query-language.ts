import { fieldOrder } from "../../field-order.js";
import { isRecord, type UnknownRecord } from "../../json.js";
import type { QueryLanguage } from "../../query-language.js";
import type { Path } from "../path.js";
import type { StateVisit } from "../scopes.js";
import type { ValidationContext } from "../validation-context.js";

const pathOnlyFields = [
  "InputPath",
  "OutputPath",
  "ResultPath",
  "Parameters",
  "ResultSelector",
  "Result",
  "ItemsPath",
  "TimeoutSecondsPath",
  "HeartbeatSecondsPath",
  "SecondsPath",
  "TimestampPath",
  "MaxConcurrencyPath",
  "ToleratedFailurePercentagePath",
  "ToleratedFailureCountPath",
  "ErrorPath",
  "CausePath",
];

const otherLanguageFields: Readonly<Record<QueryLanguage, readonly string[]>> = {
  JSONata: pathOnlyFields,
  JSONPath: ["Arguments", "Output", "Items"],
};

/** Fields of parts of a state that only the other language has, by the field that holds the part. */
const otherLanguageParts: Readonly<Record<QueryLanguage, Readonly<Record<string, readonly string[]>>>> = {
  JSONata: {
    Choices: ["Variable"],
    Catch: ["ResultPath"],
    ItemReader: ["Parameters"],
    ReaderConfig: ["MaxItemsPath"],
    ItemBatcher: ["MaxItemsPerBatchPath", "MaxInputBytesPerBatchPath"],
    ResultWriter: ["Parameters"],
  },
  JSONPath: {
    Choices: ["Condition", "Output"],
    Catch: ["Output"],
    ItemReader: ["Arguments"],
    ResultWriter: ["Arguments"],
  },
};

/**
 * Each state keeps to the fields of its language, and no state of a JSONata machine goes back to JSONPath.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export function queryLanguage(context: ValidationContext): void {
  for (const visit of context.states) {
    if (visit.isDowngraded) {
      context.reportSchema("query-language-downgrade", {
        message: "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
        path: [...visit.path, "QueryLanguage"],
        awsPath: visit.path,
        help: "Write the state in JSONata, or give each other state its language instead of the machine.",
      });
      continue;
    }
    reportFields(context, visit, visit.state, visit.path, otherLanguageFields[visit.language]);
    for (const [field, others] of Object.entries(otherLanguageParts[visit.language])) {
      for (const [part, path] of partsOf(visit, field)) reportFields(context, visit, part, path, others);
    }
  }
}

function partsOf(visit: StateVisit, field: string): [UnknownRecord, Path][] {
  const isReaderConfig = field === "ReaderConfig";
  const owner = isReaderConfig ? visit.state.ItemReader : visit.state;
  const path = isReaderConfig ? [...visit.path, "ItemReader"] : visit.path;
  const value = isRecord(owner) ? owner[field] : undefined;
  if (isRecord(value)) return [[value, [...path, field]]];
  if (!Array.isArray(value)) return [];
  return value.flatMap((item, index) =>
    isRecord(item) ? [[item, [...path, field, index]] as [UnknownRecord, Path]] : [],
  );
}

function reportFields(
  context: ValidationContext,
  visit: StateVisit,
  owner: UnknownRecord,
  path: Path,
  fields: readonly string[],
): void {
  const other = visit.language === "JSONata" ? "JSONPath" : "JSONata";
  for (const field of fields) {
    if (!Object.hasOwn(owner, field) || !isFieldOf(visit, owner, field)) continue;
    context.reportSchema("query-language-field", {
      message: `The QueryLanguage is set to '${visit.language}', but field '${field}' is only supported for the '${other}' QueryLanguage`,
      path: [...path, field],
      awsPath: path,
      help: replacement[field],
    });
  }
}

/** A field that the state's type has in no language is reported by the structure, once. */
function isFieldOf(visit: StateVisit, owner: UnknownRecord, field: string): boolean {
  if (owner !== visit.state) return true;
  return visit.type !== undefined && fieldOrder.state[visit.type].includes(field);
}

const replacement: Readonly<Record<string, string>> = {
  InputPath: "In JSONata write the path where the value is used: {% $states.input.… %}.",
  OutputPath: "In JSONata write Output.",
  ResultPath: "In JSONata write Output, or keep the result in a variable with Assign.",
  Parameters: "In JSONata it is called Arguments (ItemSelector in a Map).",
  ResultSelector: "In JSONata write Output with {% $states.result.… %}.",
  Result: "In JSONata write Output.",
  ItemsPath: "In JSONata write Items.",
  Variable: "In JSONata a rule has one Condition.",
  Condition: "In JSONPath a rule has a Variable and one comparison.",
  Arguments: "In JSONPath it is called Parameters.",
  Items: "In JSONPath write ItemsPath.",
};
