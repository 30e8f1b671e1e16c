import { describe } from "vitest";
import {
  describeCases,
  distributedMap,
  doneProcessor,
  jsonataState,
  jsonataTask,
  pathState,
  pathTask,
} from "../../../test/validation-cases.js";
import { toPlaceholder } from "../../placeholders.js";

const retry = (fields: object) => pathTask({ Retry: [{ ErrorEquals: ["Busy"], ...fields }] });
const choice = (rule: object) => ({
  StartAt: "C",
  States: { C: { Type: "Choice", Choices: [{ ...rule, Next: "Done" }] }, Done: { Type: "Succeed" } },
});

describe("fields that exist", () => {
  describeCases([
    {
      title: "reports a top-level field that does not exist",
      refused: { Coment: "", ...pathState({ Type: "Pass" }) },
      findings: ["unsupported-field at /"],
      accepted: { Comment: "", ...pathState({ Type: "Pass" }) },
    },
    {
      title: "reports a state field in the wrong case",
      refused: pathState({ Type: "Pass", comment: "" }),
      findings: ["unsupported-field at /States/X"],
      accepted: pathState({ Type: "Pass", Comment: "" }),
    },
    {
      title: "reports TimeoutSeconds on a Map, Retry on a Wait, Catch on a Pass, Assign on Succeed and Fail",
      refused: {
        StartAt: "M",
        States: {
          M: { Type: "Map", ItemProcessor: doneProcessor, TimeoutSeconds: 5, Next: "W" },
          W: { Type: "Wait", Seconds: 1, Retry: [], Next: "P" },
          P: { Type: "Pass", Catch: [], Next: "C" },
          C: { Type: "Choice", Choices: [{ Variable: "$.a", IsNull: true, Next: "F" }], Default: "S" },
          S: { Type: "Succeed", Assign: {} },
          F: { Type: "Fail", Assign: {} },
        },
      },
      findings: [
        "unsupported-field at /States/M",
        "unsupported-field at /States/W",
        "unsupported-field at /States/P",
        "unsupported-field at /States/S",
        "unsupported-field at /States/F",
      ],
      accepted: {
        StartAt: "M",
        States: {
          M: { Type: "Map", ItemProcessor: doneProcessor, Retry: [], Catch: [], Next: "W" },
          W: { Type: "Wait", Seconds: 1, Assign: {}, Next: "P" },
          P: { Type: "Pass", Assign: {}, Next: "C" },
          C: { Type: "Choice", Choices: [{ Variable: "$.a", IsNull: true, Next: "F" }], Default: "S", Assign: {} },
          S: { Type: "Succeed" },
          F: { Type: "Fail" },
        },
      },
    },
    {
      title: "reports Arguments on a Map and on a Pass, Next on a Choice, End on a Succeed",
      refused: {
        QueryLanguage: "JSONata",
        StartAt: "M",
        States: {
          M: { Type: "Map", ItemProcessor: doneProcessor, Arguments: {}, Next: "P" },
          P: { Type: "Pass", Arguments: {}, Next: "C" },
          C: { Type: "Choice", Choices: [{ Condition: true, Next: "S" }], Next: "S" },
          S: { Type: "Succeed", End: true },
        },
      },
      findings: [
        "unsupported-field at /States/M",
        "unsupported-field at /States/P",
        "unsupported-field at /States/C",
        "unsupported-field at /States/S",
      ],
      accepted: {
        QueryLanguage: "JSONata",
        StartAt: "M",
        States: {
          M: { Type: "Map", ItemProcessor: doneProcessor, Items: [], Next: "P" },
          P: { Type: "Pass", Output: {}, Next: "C" },
          C: { Type: "Choice", Choices: [{ Condition: true, Next: "S" }], Default: "S" },
          S: { Type: "Succeed" },
        },
      },
    },
    {
      title: "reports QueryLanguage on a Map's processor and on a branch, which are no states",
      refused: {
        StartAt: "M",
        States: {
          M: { Type: "Map", ItemProcessor: { QueryLanguage: "JSONata", ...doneProcessor }, Next: "P" },
          P: {
            Type: "Parallel",
            Branches: [{ QueryLanguage: "JSONata", StartAt: "B", States: { B: { Type: "Pass", End: true } } }],
            End: true,
          },
        },
      },
      findings: ["unsupported-field at /States/M/ItemProcessor", "unsupported-field at /States/P/Branches[0]"],
      accepted: {
        StartAt: "M",
        States: {
          M: { Type: "Map", QueryLanguage: "JSONata", ItemProcessor: doneProcessor, Next: "P" },
          P: {
            Type: "Parallel",
            QueryLanguage: "JSONata",
            Branches: [{ StartAt: "B", States: { B: { Type: "Pass", End: true } } }],
            End: true,
          },
        },
      },
    },
    {
      title: "reports unknown fields of a retrier, a catcher, a reader's config and a writer's config",
      refused: {
        StartAt: "X",
        States: {
          X: {
            Type: "Map",
            ItemProcessor: {
              ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD", Fast: true },
              ...doneProcessor,
            },
            ItemReader: {
              Resource: "arn:aws:states:::s3:getObject",
              ReaderConfig: { InputType: "JSON", Sheet: 1 },
              Parameters: { Bucket: "b", Key: "k" },
            },
            ResultWriter: { WriterConfig: { OutputType: "JSON", Indent: 2 } },
            Retry: [{ ErrorEquals: ["Busy"], Delay: 1 }],
            Catch: [{ ErrorEquals: ["Busy"], Next: "Y", Goto: "Y" }],
            Next: "Y",
          },
          Y: { Type: "Succeed" },
        },
      },
      findings: [
        "unsupported-field at /States/X/ItemReader/ReaderConfig",
        "unsupported-field at /States/X/ItemProcessor/ProcessorConfig",
        "unsupported-field at /States/X/ResultWriter/WriterConfig",
        "unsupported-field at /States/X/Retry[0]",
        "unsupported-field at /States/X/Catch[0]",
      ],
      accepted: {
        StartAt: "X",
        States: {
          X: {
            Type: "Map",
            ItemProcessor: {
              ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
              ...doneProcessor,
            },
            ItemReader: {
              Resource: "arn:aws:states:::s3:getObject",
              ReaderConfig: { InputType: "JSON", MaxItems: 0 },
              Parameters: { Bucket: "b", Key: "k" },
            },
            ResultWriter: { WriterConfig: { OutputType: "JSON", Transformation: "NONE" } },
            Retry: [{ ErrorEquals: ["Busy"], MaxAttempts: 1 }],
            Catch: [{ ErrorEquals: ["Busy"], Next: "Y", ResultPath: "$.error" }],
            Next: "Y",
          },
          Y: { Type: "Succeed" },
        },
      },
    },
    {
      title: "reports Next inside a nested condition",
      refused: choice({ And: [{ Variable: "$.a", IsNull: true, Next: "Done" }] }),
      findings: ["unsupported-field at /States/C/Choices[0]/And[0]"],
      accepted: choice({ And: [{ Variable: "$.a", IsNull: true }] }),
    },
  ]);
});

describe("fields that must be there", () => {
  describeCases([
    {
      title: "reports a machine without StartAt and States, all at once",
      refused: { Comment: "empty" },
      findings: ["missing-field at /"],
      accepted: { Comment: "empty", ...pathState({ Type: "Pass" }) },
    },
    {
      title: "reports a branch without StartAt",
      refused: pathState({ Type: "Parallel", Branches: [{ States: { B: { Type: "Succeed" } } }] }),
      findings: ["missing-field at /States/X/Branches[0]", "unreachable-state at /States/X/Branches[0]/States/B"],
      accepted: pathState({ Type: "Parallel", Branches: [{ StartAt: "B", States: { B: { Type: "Succeed" } } }] }),
    },
    {
      title: "reports a state without Type",
      refused: pathState({ Comment: "what am I?" }),
      findings: ["missing-field at /States/X"],
      accepted: pathState({ Type: "Pass", Comment: "what am I?" }),
    },
    {
      title: "reports a Task without Resource",
      refused: pathState({ Type: "Task" }),
      findings: ["missing-field at /States/X"],
      accepted: pathState({ Type: "Task", Resource: "arn:aws:lambda:eu-west-1:123456789012:function:charge" }),
    },
    {
      title: "reports a retrier without ErrorEquals and a catcher without Next",
      refused: pathTask({ Retry: [{ MaxAttempts: 1 }], Catch: [{ ErrorEquals: ["Busy"] }] }),
      findings: ["missing-field at /States/X/Retry[0]", "missing-field at /States/X/Catch[0]"],
      accepted: pathTask({
        Retry: [{ ErrorEquals: ["Busy"], MaxAttempts: 1 }],
        Catch: [{ ErrorEquals: ["Busy"], Next: "X" }],
      }),
    },
    {
      title: "reports a Choice rule without Next",
      refused: {
        StartAt: "C",
        States: {
          C: { Type: "Choice", Choices: [{ Variable: "$.a", IsNull: true }], Default: "D" },
          D: { Type: "Succeed" },
        },
      },
      findings: ["missing-field at /States/C/Choices[0]"],
      accepted: choice({ Variable: "$.a", IsNull: true }),
    },
    {
      title: "reports an ItemReader without Resource",
      refused: distributedMap({ ItemReader: { Arguments: { Bucket: "b", Key: "k" } } }),
      findings: ["missing-field at /States/X/ItemReader"],
      accepted: distributedMap({
        ItemReader: { Resource: "arn:aws:states:::s3:getObject", Arguments: { Bucket: "b", Key: "k" } },
      }),
    },
  ]);
});

describe("types and fixed values", () => {
  describeCases([
    {
      title: "reports a state type that does not exist",
      refused: pathState({ Type: "Tsk" }),
      findings: ["unknown-state-type at /States/X/Type"],
      accepted: pathState({ Type: "Pass" }),
    },
    {
      title: "reports a state that is no object",
      refused: { StartAt: "X", States: { X: { Type: "Succeed" }, Y: "Succeed" } },
      findings: ["wrong-type at /States/Y"],
      accepted: pathState({ Type: "Succeed" }),
    },
    {
      title: "reports text where a number belongs",
      refused: pathState({ Type: "Wait", Seconds: "10" }),
      findings: ["wrong-type at /States/X/Seconds"],
      accepted: pathState({ Type: "Wait", Seconds: 10 }),
    },
    {
      title: "reports a fraction where a whole number belongs, and takes one for a percentage",
      refused: pathTask({ TimeoutSeconds: 1.5 }),
      findings: ["wrong-type at /States/X/TimeoutSeconds"],
      accepted: distributedMap({ ToleratedFailurePercentage: 1.5 }),
    },
    {
      title: "reports an expression in a retrier, whose numbers are constants",
      refused: jsonataTask({ Retry: [{ ErrorEquals: ["Busy"], MaxAttempts: "{% 3 %}" }] }),
      findings: ["wrong-type at /States/X/Retry[0]/MaxAttempts"],
      accepted: jsonataTask({ Retry: [{ ErrorEquals: ["Busy"], MaxAttempts: 3 }] }),
    },
    {
      title: "reports a comparison with a value of another type",
      refused: choice({ Variable: "$.a", NumericEquals: "1" }),
      findings: ["wrong-type at /States/C/Choices[0]/NumericEquals"],
      accepted: choice({ Variable: "$.a", NumericEquals: 1 }),
    },
    {
      title: "reports a branch that is an array",
      refused: pathState({ Type: "Parallel", Branches: [[]] }),
      findings: ["wrong-type at /States/X/Branches[0]"],
      accepted: pathState({ Type: "Parallel", Branches: [doneProcessor] }),
    },
    {
      title: "reports Arguments that are neither an object nor an expression",
      refused: jsonataTask({ Arguments: 123 }),
      findings: ["wrong-type at /States/X/Arguments"],
      accepted: jsonataTask({ Arguments: "{% $states.input %}" }),
    },
    {
      title: "reports a version other than 1.0",
      refused: { Version: "2.0", ...pathState({ Type: "Pass" }) },
      findings: ["wrong-value at /Version"],
      accepted: { Version: "1.0", ...pathState({ Type: "Pass" }) },
    },
    {
      title: "reports a query language in the wrong case, and takes it for JSONata",
      refused: pathState({ Type: "Pass", QueryLanguage: "jsonata", Output: 1 }),
      findings: ["wrong-value at /States/X/QueryLanguage"],
      accepted: pathState({ Type: "Pass", QueryLanguage: "JSONata", Output: 1 }),
    },
    {
      title: "reports a query language that is no text",
      refused: { QueryLanguage: 5, ...pathState({ Type: "Pass" }) },
      findings: ["wrong-type at /QueryLanguage"],
      accepted: { QueryLanguage: "JSONPath", ...pathState({ Type: "Pass" }) },
    },
    {
      title: "reports an unknown jitter strategy",
      refused: retry({ JitterStrategy: "HALF" }),
      findings: ["wrong-value at /States/X/Retry[0]/JitterStrategy"],
      accepted: retry({ JitterStrategy: "FULL" }),
    },
    {
      title: "reports an unknown map mode and execution type",
      refused: pathState({
        Type: "Map",
        ItemProcessor: { ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "FAST" }, ...doneProcessor },
      }),
      findings: ["wrong-value at /States/X/ItemProcessor/ProcessorConfig/ExecutionType"],
      accepted: pathState({
        Type: "Map",
        ItemProcessor: { ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" }, ...doneProcessor },
      }),
    },
    {
      title: "reports an unknown input type of a reader",
      refused: distributedMap({
        ItemReader: {
          Resource: "arn:aws:states:::s3:getObject",
          ReaderConfig: { InputType: "XLSX" },
          Arguments: { Bucket: "b", Key: "k" },
        },
      }),
      findings: ["wrong-value at /States/X/ItemReader/ReaderConfig/InputType"],
      accepted: distributedMap({
        ItemReader: {
          Resource: "arn:aws:states:::s3:getObject",
          ReaderConfig: { InputType: "PARQUET" },
          Arguments: { Bucket: "b", Key: "k" },
        },
      }),
    },
    {
      title: "reports a delimiter, a manifest type and a transformation that do not exist",
      refused: distributedMap({
        ItemReader: {
          Resource: "arn:aws:states:::s3:listObjectsV2",
          ReaderConfig: { CSVDelimiter: ";", ManifestType: "GLUE", Transformation: "FLATTEN" },
          Arguments: { Bucket: "b" },
        },
      }),
      findings: [
        "wrong-value at /States/X/ItemReader/ReaderConfig/Transformation",
        "wrong-value at /States/X/ItemReader/ReaderConfig/ManifestType",
        "wrong-value at /States/X/ItemReader/ReaderConfig/CSVDelimiter",
      ],
      accepted: distributedMap({
        ItemReader: {
          Resource: "arn:aws:states:::s3:listObjectsV2",
          ReaderConfig: { Transformation: "NONE" },
          Arguments: { Bucket: "b" },
        },
      }),
    },
    {
      title: "reports output types and transformations that a writer does not have",
      refused: distributedMap({ ResultWriter: { WriterConfig: { OutputType: "CSV", Transformation: "SORT" } } }),
      findings: [
        "wrong-value at /States/X/ResultWriter/WriterConfig/Transformation",
        "wrong-value at /States/X/ResultWriter/WriterConfig/OutputType",
      ],
      accepted: distributedMap({ ResultWriter: { WriterConfig: { OutputType: "JSONL", Transformation: "FLATTEN" } } }),
    },
  ]);
});

describe("ranges", () => {
  const range = (title: string, build: (value: number) => object, place: string, outside: number, inside: number) => ({
    title,
    refused: build(outside),
    findings: [`out-of-range at ${place}`] as const,
    accepted: build(inside),
  });
  const task = (field: string) => (value: number) => pathTask({ [field]: value });
  const map = (field: string) => (value: number) => distributedMap({ [field]: value });
  const retrier = (field: string) => (value: number) => retry({ [field]: value });
  const batcher = (field: string) => (value: number) => distributedMap({ ItemBatcher: { [field]: value } });
  const wait = (value: number) => pathState({ Type: "Wait", Seconds: value });
  describeCases([
    range("reports a timeout of 0", task("TimeoutSeconds"), "/States/X/TimeoutSeconds", 0, 1),
    range("reports a timeout too long", task("TimeoutSeconds"), "/States/X/TimeoutSeconds", 100_000_000, 99_999_999),
    range("reports a heartbeat of 0", task("HeartbeatSeconds"), "/States/X/HeartbeatSeconds", 0, 1),
    range("reports a heartbeat too long", task("HeartbeatSeconds"), "/States/X/HeartbeatSeconds", 1e8, 99_999_999),
    range("reports a negative wait", wait, "/States/X/Seconds", -1, 0),
    range("reports a wait too long", wait, "/States/X/Seconds", 100_000_000, 99_999_999),
    range("reports negative concurrency", map("MaxConcurrency"), "/States/X/MaxConcurrency", -1, 0),
    range(
      "reports a percentage below 0",
      map("ToleratedFailurePercentage"),
      "/States/X/ToleratedFailurePercentage",
      -1,
      0,
    ),
    range(
      "reports a percentage above 100",
      map("ToleratedFailurePercentage"),
      "/States/X/ToleratedFailurePercentage",
      101,
      100,
    ),
    range("reports a negative failure count", map("ToleratedFailureCount"), "/States/X/ToleratedFailureCount", -1, 0),
    range("reports a negative interval", retrier("IntervalSeconds"), "/States/X/Retry[0]/IntervalSeconds", -1, 0),
    range(
      "reports an interval too long",
      retrier("IntervalSeconds"),
      "/States/X/Retry[0]/IntervalSeconds",
      1e8,
      99_999_999,
    ),
    range("reports negative attempts", retrier("MaxAttempts"), "/States/X/Retry[0]/MaxAttempts", -1, 0),
    range("reports too many attempts", retrier("MaxAttempts"), "/States/X/Retry[0]/MaxAttempts", 1e8, 99_999_999),
    range("reports a backoff below 1", retrier("BackoffRate"), "/States/X/Retry[0]/BackoffRate", 0.5, 1),
    range("reports a delay ceiling of 0", retrier("MaxDelaySeconds"), "/States/X/Retry[0]/MaxDelaySeconds", 0, 1),
    range(
      "reports a delay ceiling too long",
      retrier("MaxDelaySeconds"),
      "/States/X/Retry[0]/MaxDelaySeconds",
      31_622_401,
      31_622_400,
    ),
    range("reports empty batches", batcher("MaxItemsPerBatch"), "/States/X/ItemBatcher/MaxItemsPerBatch", 0, 1),
    range(
      "reports batches too large",
      batcher("MaxInputBytesPerBatch"),
      "/States/X/ItemBatcher/MaxInputBytesPerBatch",
      262_145,
      262_144,
    ),
    {
      title: "reports a negative timeout of the machine, and takes 0",
      refused: { TimeoutSeconds: -1, ...pathState({ Type: "Pass" }) },
      findings: ["out-of-range at /TimeoutSeconds"],
      accepted: { TimeoutSeconds: 0, ...pathState({ Type: "Pass" }) },
    },
  ]);
});

describe("lists and objects that hold something", () => {
  describeCases([
    {
      title: "reports States without a state",
      refused: { StartAt: "X", States: {} },
      findings: ["empty-value at /States"],
      accepted: pathState({ Type: "Succeed" }),
    },
    {
      title: "reports a Parallel without branches",
      refused: pathState({ Type: "Parallel", Branches: [] }),
      findings: ["empty-value at /States/X/Branches"],
      accepted: pathState({ Type: "Parallel", Branches: [doneProcessor] }),
    },
    {
      title: "reports a Choice without rules",
      refused: { StartAt: "C", States: { C: { Type: "Choice", Choices: [], Default: "D" }, D: { Type: "Succeed" } } },
      findings: ["empty-value at /States/C/Choices"],
      accepted: choice({ Variable: "$.a", IsNull: true }),
    },
    {
      title: "reports an empty ErrorEquals, and takes an empty Retry",
      refused: pathTask({ Retry: [{ ErrorEquals: [] }] }),
      findings: ["empty-value at /States/X/Retry[0]/ErrorEquals"],
      accepted: pathTask({ Retry: [] }),
    },
    {
      title: "reports an empty And",
      refused: choice({ And: [] }),
      findings: ["empty-value at /States/C/Choices[0]/And"],
      accepted: choice({ And: [{ Variable: "$.a", IsNull: true }] }),
    },
  ]);
});

describe("placeholders", () => {
  describeCases([
    {
      title: "takes a placeholder for a number, but not other text",
      refused: jsonataState({ Type: "Wait", Seconds: "ten" }),
      findings: ["wrong-type at /States/X/Seconds"],
      accepted: jsonataState({ Type: "Wait", Seconds: toPlaceholder("DelaySeconds") }),
    },
  ]);
});
