import { quotas } from "../quotas.js";
import { type ChoiceComparator, choiceComparators } from "../states/choice-rule.js";

/** A JSON Schema; only what the structure of a definition needs. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

const any: Schema = {};
const text: Schema = { type: "string" };
const boolean: Schema = { type: "boolean" };
const path: Schema = { type: ["string", "null"] };
const payload: Schema = { type: ["object", "string"] };

/** A whole string that a tool or an expression fills in: `{% … %}` or text with a `${Placeholder}`. */
const filledIn = "^\\{%[\\s\\S]*%\\}$|\\$\\{[^}]+\\}";

const integer = (minimum: number, maximum?: number): Schema => ({
  type: ["integer", "string"],
  minimum,
  ...(maximum !== undefined && { maximum }),
  pattern: filledIn,
});
const number = (minimum: number, maximum?: number): Schema => ({
  ...integer(minimum, maximum),
  type: ["number", "string"],
});
const oneOf = (...values: string[]): Schema => ({ type: "string", enum: values });
const listOf = (items: Schema): Schema => ({ type: "array", items });
const fullListOf = (items: Schema): Schema => ({ type: "array", minItems: 1, items });
const reference = (name: string): Schema => ({ $ref: `#/definitions/${name}` });

const record = (properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema => ({
  type: "object",
  properties,
  ...(required.length > 0 && { required }),
  additionalProperties: false,
});

const language = oneOf("JSONPath", "JSONata");

/** States at least one, each under a name. */
const states: Schema = { type: "object", minProperties: 1, additionalProperties: reference("state") };

const scopeFields = { Comment: text, StartAt: text, States: states };

const common = (type: string) => ({ Type: { const: type }, Comment: text, QueryLanguage: language });
const pathInputOutput = { InputPath: path, OutputPath: path };
const assign = { Assign: { type: "object" } };
const output = { Output: any };
const transition = { Next: text, End: boolean };
const recovery = { Retry: listOf(reference("retrier")), Catch: listOf(reference("catcher")) };
const seconds = integer(1, quotas.seconds);

function comparatorOperand(comparator: ChoiceComparator): Schema {
  if (comparator.endsWith("Path")) return text;
  if (comparator.startsWith("Is") || comparator.startsWith("Boolean")) return boolean;
  return comparator.startsWith("Numeric") ? { type: "number" } : text;
}

/** Fields of a condition: those of a comparison and those of a combination, since one object may hold either. */
const conditionFields = {
  Variable: text,
  ...Object.fromEntries(choiceComparators.map((comparator) => [comparator, comparatorOperand(comparator)])),
  And: fullListOf(reference("condition")),
  Or: fullListOf(reference("condition")),
  Not: reference("condition"),
};

const stateSchemas: Readonly<Record<string, Schema>> = {
  Task: record(
    {
      ...common("Task"),
      Resource: text,
      Credentials: payload,
      ...pathInputOutput,
      Parameters: any,
      Arguments: payload,
      TimeoutSeconds: seconds,
      TimeoutSecondsPath: text,
      HeartbeatSeconds: seconds,
      HeartbeatSecondsPath: text,
      ResultSelector: any,
      ResultPath: path,
      ...assign,
      ...output,
      ...recovery,
      ...transition,
    },
    ["Type", "Resource"],
  ),
  Pass: record(
    {
      ...common("Pass"),
      ...pathInputOutput,
      Parameters: any,
      Result: any,
      ResultPath: path,
      ...assign,
      ...output,
      ...transition,
    },
    ["Type"],
  ),
  Wait: record(
    {
      ...common("Wait"),
      ...pathInputOutput,
      Seconds: integer(0, quotas.seconds),
      SecondsPath: text,
      Timestamp: text,
      TimestampPath: text,
      ...assign,
      ...output,
      ...transition,
    },
    ["Type"],
  ),
  Choice: record(
    {
      ...common("Choice"),
      ...pathInputOutput,
      Choices: fullListOf(reference("choiceRule")),
      Default: text,
      ...assign,
      ...output,
    },
    ["Type", "Choices"],
  ),
  Succeed: record({ ...common("Succeed"), ...pathInputOutput, ...output }, ["Type"]),
  Fail: record({ ...common("Fail"), Error: text, ErrorPath: text, Cause: text, CausePath: text }, ["Type"]),
  Parallel: record(
    {
      ...common("Parallel"),
      ...pathInputOutput,
      Parameters: any,
      Arguments: payload,
      Branches: fullListOf(reference("branch")),
      ResultSelector: any,
      ResultPath: path,
      ...assign,
      ...output,
      ...recovery,
      ...transition,
    },
    ["Type", "Branches"],
  ),
  Map: record(
    {
      ...common("Map"),
      ...pathInputOutput,
      Items: { type: ["array", "object", "string"] },
      ItemsPath: path,
      ItemReader: reference("itemReader"),
      ItemSelector: any,
      Parameters: any,
      ItemBatcher: reference("itemBatcher"),
      MaxConcurrency: integer(0),
      MaxConcurrencyPath: text,
      ToleratedFailurePercentage: number(0, 100),
      ToleratedFailurePercentagePath: text,
      ToleratedFailureCount: integer(0),
      ToleratedFailureCountPath: text,
      Label: text,
      ItemProcessor: reference("itemProcessor"),
      Iterator: reference("itemProcessor"),
      ResultWriter: reference("resultWriter"),
      ResultSelector: any,
      ResultPath: path,
      ...assign,
      ...output,
      ...recovery,
      ...transition,
    },
    ["Type"],
  ),
};

/**
 * The structure of a definition: which fields exist, their types, ranges and fixed values. What depends on the query
 * language, on other fields or on other states is left to the rules.
 */
export const definitionSchema: Schema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Amazon States Language definition",
  ...record(
    {
      ...scopeFields,
      Version: oneOf("1.0"),
      QueryLanguage: language,
      TimeoutSeconds: integer(0, quotas.seconds),
    },
    ["StartAt", "States"],
  ),
  definitions: {
    state: {
      type: "object",
      required: ["Type"],
      discriminator: { propertyName: "Type" },
      oneOf: Object.values(stateSchemas),
    },
    branch: record(scopeFields, ["StartAt", "States"]),
    itemProcessor: record({ ...scopeFields, ProcessorConfig: reference("processorConfig") }, ["StartAt", "States"]),
    processorConfig: record({ Mode: oneOf("INLINE", "DISTRIBUTED"), ExecutionType: oneOf("STANDARD", "EXPRESS") }),
    retrier: record(
      {
        Comment: text,
        ErrorEquals: fullListOf(text),
        IntervalSeconds: { type: "integer", minimum: 0, maximum: quotas.seconds },
        MaxAttempts: { type: "integer", minimum: 0, maximum: quotas.retryAttempts },
        BackoffRate: { type: "number", minimum: 1 },
        MaxDelaySeconds: { type: "integer", minimum: 1, maximum: quotas.maxDelaySeconds },
        JitterStrategy: oneOf("NONE", "FULL"),
      },
      ["ErrorEquals"],
    ),
    catcher: record(
      { Comment: text, ErrorEquals: fullListOf(text), ...assign, ...output, ResultPath: path, Next: text },
      ["ErrorEquals", "Next"],
    ),
    choiceRule: record(
      {
        Comment: text,
        Condition: { type: ["boolean", "string"] },
        ...conditionFields,
        ...assign,
        ...output,
        Next: text,
      },
      ["Next"],
    ),
    condition: record({ Comment: text, ...conditionFields }),
    itemReader: record(
      { Resource: text, ReaderConfig: reference("readerConfig"), Arguments: payload, Parameters: any },
      ["Resource"],
    ),
    readerConfig: record({
      InputType: oneOf("MANIFEST", "JSON", "CSV", "JSONL", "PARQUET"),
      Transformation: oneOf("NONE", "LOAD_AND_FLATTEN"),
      ManifestType: oneOf("S3_INVENTORY", "ATHENA_DATA"),
      CSVDelimiter: oneOf("COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"),
      CSVHeaderLocation: oneOf("FIRST_ROW", "GIVEN"),
      CSVHeaders: listOf(text),
      ItemsPointer: text,
      MaxItems: integer(0),
      MaxItemsPath: text,
    }),
    itemBatcher: record({
      BatchInput: any,
      MaxItemsPerBatch: integer(1),
      MaxItemsPerBatchPath: text,
      MaxInputBytesPerBatch: integer(1, quotas.batchInputBytes),
      MaxInputBytesPerBatchPath: text,
    }),
    resultWriter: record({
      Resource: text,
      WriterConfig: record({
        Transformation: oneOf("NONE", "COMPACT", "FLATTEN"),
        OutputType: oneOf("JSON", "JSONL"),
      }),
      Arguments: payload,
      Parameters: any,
    }),
  },
};
