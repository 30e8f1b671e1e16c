import { describe } from "vitest";
import {
  describeCases,
  distributedMap,
  distributedProcessor,
  doneProcessor,
  jsonataState,
  jsonataTask,
  pathState,
  pathTask,
} from "../../../test/validation-cases.js";

const atState = "query-language-field at /States/X" as const;
const field = (name: string, refused: object, accepted: object) => ({
  title: `reports ${name}`,
  refused,
  findings: [atState],
  accepted,
});
const jsonataMap = (fields: object) => jsonataState({ Type: "Map", ItemProcessor: doneProcessor, ...fields });

describe("fields of JSONPath in a JSONata state", () => {
  describeCases([
    field("InputPath", jsonataTask({ InputPath: "$.a" }), jsonataTask()),
    field("OutputPath", jsonataTask({ OutputPath: "$.a" }), jsonataTask({ Output: "{% $states.result.a %}" })),
    field("ResultPath", jsonataTask({ ResultPath: "$.a" }), jsonataTask({ Assign: { a: "{% $states.result %}" } })),
    field("ResultSelector", jsonataTask({ ResultSelector: {} }), jsonataTask({ Output: {} })),
    field("Parameters", jsonataTask({ Parameters: {} }), jsonataTask()),
    field("TimeoutSecondsPath", jsonataTask({ TimeoutSecondsPath: "$.a" }), jsonataTask({ TimeoutSeconds: "{% 5 %}" })),
    field("HeartbeatSecondsPath", jsonataTask({ HeartbeatSecondsPath: "$.a" }), jsonataTask({ HeartbeatSeconds: 5 })),
    field("Result", jsonataState({ Type: "Pass", Result: 1 }), jsonataState({ Type: "Pass", Output: 1 })),
    field(
      "SecondsPath",
      jsonataState({ Type: "Wait", SecondsPath: "$.a" }),
      jsonataState({ Type: "Wait", Seconds: "{% 1 %}" }),
    ),
    field(
      "TimestampPath",
      jsonataState({ Type: "Wait", TimestampPath: "$.a" }),
      jsonataState({ Type: "Wait", Timestamp: "{% $states.input.at %}" }),
    ),
    field("ItemsPath", jsonataMap({ ItemsPath: "$.a" }), jsonataMap({ Items: "{% $states.input.a %}" })),
    field("MaxConcurrencyPath", jsonataMap({ MaxConcurrencyPath: "$.a" }), jsonataMap({ MaxConcurrency: "{% 1 %}" })),
    field(
      "ToleratedFailureCountPath",
      distributedMap({ ToleratedFailureCountPath: "$.a" }),
      distributedMap({ ToleratedFailureCount: "{% 1 %}" }),
    ),
    field(
      "ToleratedFailurePercentagePath",
      distributedMap({ ToleratedFailurePercentagePath: "$.a" }),
      distributedMap({ ToleratedFailurePercentage: "{% 1 %}" }),
    ),
    field(
      "ErrorPath",
      jsonataState({ Type: "Fail", ErrorPath: "$.a" }),
      jsonataState({ Type: "Fail", Error: "{% 'a' %}" }),
    ),
    field(
      "CausePath",
      jsonataState({ Type: "Fail", CausePath: "$.a" }),
      jsonataState({ Type: "Fail", Cause: "{% 'a' %}" }),
    ),
    {
      title: "reports ResultPath of a catcher",
      refused: jsonataTask({ Catch: [{ ErrorEquals: ["A"], ResultPath: "$.e", Next: "X" }] }),
      findings: ["query-language-field at /States/X/Catch[0]"],
      accepted: jsonataTask({ Catch: [{ ErrorEquals: ["A"], Output: "{% $states.errorOutput %}", Next: "X" }] }),
    },
    {
      title: "reports Variable of a rule",
      refused: jsonataState({ Type: "Choice", Choices: [{ Variable: "$.a", IsNull: true, Next: "X" }] }),
      findings: ["missing-end-state at /States", "query-language-field at /States/X/Choices[0]"],
      accepted: {
        QueryLanguage: "JSONata",
        StartAt: "X",
        States: { X: { Type: "Choice", Choices: [{ Condition: true, Next: "Y" }] }, Y: { Type: "Succeed" } },
      },
    },
    {
      title: "reports Parameters of reader and writer, and MaxItemsPath",
      refused: distributedMap({
        ItemReader: {
          Resource: "arn:aws:states:::s3:getObject",
          ReaderConfig: { InputType: "JSON", MaxItemsPath: "$.m" },
          Parameters: { Bucket: "b", Key: "k" },
        },
        ItemBatcher: { MaxItemsPerBatchPath: "$.n" },
        ResultWriter: { Resource: "arn:aws:states:::s3:putObject", Parameters: { Bucket: "b" } },
      }),
      findings: [
        "query-language-field at /States/X/ItemReader",
        "query-language-field at /States/X/ItemReader/ReaderConfig",
        "query-language-field at /States/X/ItemBatcher",
        "query-language-field at /States/X/ResultWriter",
      ],
      accepted: distributedMap({
        ItemReader: {
          Resource: "arn:aws:states:::s3:getObject",
          ReaderConfig: { InputType: "JSON", MaxItems: "{% 10 %}" },
          Arguments: { Bucket: "b", Key: "k" },
        },
        ItemBatcher: { MaxItemsPerBatch: "{% 10 %}" },
        ResultWriter: { Resource: "arn:aws:states:::s3:putObject", Arguments: { Bucket: "b" } },
      }),
    },
  ]);
});

describe("fields of JSONata in a JSONPath state", () => {
  describeCases([
    field("Arguments", pathTask({ Arguments: {} }), pathTask()),
    field("Output", pathTask({ Output: 1 }), pathTask({ ResultSelector: {} })),
    field(
      "Items",
      pathState({ Type: "Map", ItemProcessor: doneProcessor, Items: [] }),
      pathState({ Type: "Map", ItemProcessor: doneProcessor, ItemsPath: "$" }),
    ),
    {
      title: "reports Condition and Output of a rule",
      refused: {
        StartAt: "X",
        States: { X: { Type: "Choice", Choices: [{ Condition: true, Output: 1, Next: "Y" }] }, Y: { Type: "Succeed" } },
      },
      findings: ["query-language-field at /States/X/Choices[0]", "query-language-field at /States/X/Choices[0]"],
      accepted: {
        StartAt: "X",
        States: {
          X: { Type: "Choice", Choices: [{ Variable: "$.a", IsNull: true, Assign: {}, Next: "Y" }] },
          Y: { Type: "Succeed" },
        },
      },
    },
    {
      title: "reports Output of a catcher",
      refused: pathTask({ Catch: [{ ErrorEquals: ["A"], Output: 1, Next: "X" }] }),
      findings: ["query-language-field at /States/X/Catch[0]"],
      accepted: pathTask({ Catch: [{ ErrorEquals: ["A"], ResultPath: null, Next: "X" }] }),
    },
    {
      title: "reports Arguments of reader and writer",
      refused: pathState({
        Type: "Map",
        ItemProcessor: distributedProcessor,
        ItemReader: { Resource: "arn:aws:states:::s3:getObject", Arguments: { Bucket: "b", Key: "k" } },
        ResultWriter: { Resource: "arn:aws:states:::s3:putObject", Arguments: { Bucket: "b" } },
      }),
      findings: ["query-language-field at /States/X/ItemReader", "query-language-field at /States/X/ResultWriter"],
      accepted: pathState({
        Type: "Map",
        ItemProcessor: distributedProcessor,
        ItemReader: { Resource: "arn:aws:states:::s3:getObject", Parameters: { Bucket: "b", "Key.$": "$.k" } },
        ResultWriter: { Resource: "arn:aws:states:::s3:putObject", Parameters: { Bucket: "b" } },
      }),
    },
  ]);
});

describe("languages of machine and state", () => {
  describeCases([
    {
      title: "reports a JSONPath state of a JSONata machine, and then no field of it",
      refused: jsonataState({ Type: "Pass", QueryLanguage: "JSONPath", Output: 1 }),
      findings: ["query-language-downgrade at /States/X"],
      accepted: pathState({ Type: "Pass", QueryLanguage: "JSONata", Output: 1 }),
    },
    {
      title: "gives a state inside a JSONata Map the machine's language, not the Map's",
      refused: pathState({
        Type: "Map",
        QueryLanguage: "JSONata",
        ItemProcessor: { StartAt: "P", States: { P: { Type: "Pass", Output: 1, End: true } } },
      }),
      findings: ["query-language-field at /States/X/ItemProcessor/States/P"],
      accepted: pathState({
        Type: "Map",
        QueryLanguage: "JSONata",
        ItemProcessor: {
          StartAt: "P",
          States: { P: { Type: "Pass", QueryLanguage: "JSONata", Output: 1, End: true } },
        },
      }),
    },
    {
      title: "takes an unknown language for JSONata",
      refused: pathState({ Type: "Pass", QueryLanguage: "jq", InputPath: "$.a" }),
      findings: ["wrong-value at /States/X/QueryLanguage", atState],
      accepted: pathState({ Type: "Pass", QueryLanguage: "JSONPath", InputPath: "$.a" }),
    },
  ]);
});
