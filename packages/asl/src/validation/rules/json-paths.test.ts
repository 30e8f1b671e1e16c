import { describe, expect, it } from "vitest";
import {
  describeCases,
  distributedProcessor,
  doneProcessor,
  pathState,
  pathTask,
} from "../../../test/validation-cases.js";
import { validateDefinition } from "../validate-definition.js";

const map = (fields: object) => pathState({ Type: "Map", ItemProcessor: doneProcessor, ...fields });
const choice = (rule: object) => ({
  StartAt: "C",
  States: { C: { Type: "Choice", Choices: [{ ...rule, Next: "Done" }] }, Done: { Type: "Succeed" } },
});

describe("paths", () => {
  const path = (title: string, field: string, wrong: string, right: string | null) => ({
    title,
    refused: pathTask({ [field]: wrong }),
    findings: [`invalid-path at /States/X/${field}`] as const,
    accepted: pathTask({ [field]: right }),
  });
  describeCases([
    path("reports an InputPath without $", "InputPath", "order", "$.order"),
    path("reports an OutputPath that breaks off", "OutputPath", "$.", null),
    path("reports a bracket that is not closed", "InputPath", "$.a[0", "$.a[0]"),
    path("reports an intrinsic function as InputPath", "InputPath", "States.UUID()", "$$.Execution.Input"),
    path("reports a ResultPath without $", "ResultPath", "guid", "$.guid"),
    path("reports a timeout path without $", "TimeoutSecondsPath", "t", "$.t"),
  ]);
});

describe("reference paths", () => {
  const reference = (title: string, field: string, wrong: string, right: string) => ({
    title,
    refused: pathTask({ [field]: wrong }),
    findings: [`invalid-reference-path at /States/X/${field}`] as const,
    accepted: pathTask({ [field]: right }),
  });
  describeCases([
    reference("reports a wildcard in ResultPath", "ResultPath", "$.a[*]", "$.a[0]"),
    reference("reports a descent in ResultPath", "ResultPath", "$..a", "$.a"),
    reference("reports a filter in ResultPath", "ResultPath", "$.a[?(@.b > 1)]", "$.a['b']"),
    reference("reports a variable as ResultPath", "ResultPath", "$order", "$.order"),
    reference("reports the context object as ResultPath", "ResultPath", "$$.a", "$.a"),
    reference("reports a slice in a heartbeat path", "HeartbeatSecondsPath", "$.a[0:2]", "$.a[-1]"),
    {
      title: "reports a wildcard in ItemsPath",
      refused: map({ ItemsPath: "$.items[*]" }),
      findings: ["invalid-reference-path at /States/X/ItemsPath"],
      accepted: map({ ItemsPath: "$.items" }),
    },
    {
      title: "reports a wildcard in the paths of a reader and a batcher",
      refused: pathState({
        Type: "Map",
        ItemProcessor: distributedProcessor,
        ItemReader: {
          Resource: "arn:aws:states:::s3:getObject",
          ReaderConfig: { InputType: "JSON", MaxItemsPath: "$.a[*]" },
          Parameters: { Bucket: "b", Key: "k" },
        },
        ItemBatcher: { MaxItemsPerBatchPath: "$.b[*]" },
      }),
      findings: [
        "invalid-reference-path at /States/X/ItemReader/ReaderConfig/MaxItemsPath",
        "invalid-reference-path at /States/X/ItemBatcher/MaxItemsPerBatchPath",
      ],
      accepted: pathState({
        Type: "Map",
        ItemProcessor: distributedProcessor,
        ItemReader: {
          Resource: "arn:aws:states:::s3:getObject",
          ReaderConfig: { InputType: "JSON", MaxItemsPath: "$.a" },
          Parameters: { Bucket: "b", Key: "k" },
        },
        ItemBatcher: { MaxItemsPerBatchPath: "$.b" },
      }),
    },
    {
      title: "reports a list in a catcher's ResultPath",
      refused: pathTask({ Catch: [{ ErrorEquals: ["A"], ResultPath: "$.a[0,1]", Next: "X" }] }),
      findings: ["invalid-reference-path at /States/X/Catch[0]/ResultPath"],
      accepted: pathTask({ Catch: [{ ErrorEquals: ["A"], ResultPath: "$.error", Next: "X" }] }),
    },
    {
      title: "reports a rule's Variable without $, also inside Not",
      refused: choice({ Not: { Variable: "a", StringEqualsPath: "b" } }),
      findings: [
        "invalid-reference-path at /States/C/Choices[0]/Not/Variable",
        "invalid-reference-path at /States/C/Choices[0]/Not/StringEqualsPath",
      ],
      accepted: choice({ Not: { Variable: "$.a", StringEqualsPath: "$$.Execution.Name" } }),
    },
  ]);
});

describe("error and cause", () => {
  describeCases([
    {
      title: "reports a CausePath that is text",
      refused: pathState({ Type: "Fail", CausePath: "because" }),
      findings: ["invalid-path at /States/X/CausePath"],
      accepted: pathState({ Type: "Fail", CausePath: "States.Format('{} failed', $.name)" }),
    },
    {
      title: "reports a function that gives no text",
      refused: pathState({ Type: "Fail", ErrorPath: "States.MathAdd(1, 2)" }),
      findings: ["invalid-path at /States/X/ErrorPath"],
      accepted: pathState({ Type: "Fail", ErrorPath: "States.JsonToString($.error)" }),
    },
  ]);
});

describe("payload templates", () => {
  const template = (title: string, wrong: unknown, right: unknown) => ({
    title,
    refused: pathState({ Type: "Pass", Parameters: { "a.$": wrong } }),
    findings: ["invalid-payload-path at /States/X/Parameters"] as const,
    accepted: pathState({ Type: "Pass", Parameters: { "a.$": right } }),
  });
  describeCases([
    template("reports a number", 23, "$.a"),
    template("reports text that is no path", "23", "$$.Execution.Id"),
    template("reports a function that does not exist", "States.Now()", "States.UUID()"),
    template("reports too few arguments", "States.Hash($.a)", "States.Hash($.a, 'SHA-256')"),
    template("reports too many arguments", "States.ArrayLength($.a, 1)", "States.ArrayLength($.a)"),
    template("reports text where a number belongs", "States.MathAdd(1, '-1')", "States.MathAdd(1, -1)"),
    template("reports arguments without commas", "States.Format('{}' $.a)", "States.Format('{}', $.a)"),
    template(
      "reports an escape that does not exist",
      "States.Format('say \\\"{}\\\"', $.a)",
      "States.Format('it\\'s \\{{}\\}', $.a)",
    ),
    template("reports a call that is not closed", "States.JsonToString($", "States.JsonToString($)"),
    template(
      "reports a broken path among the arguments",
      "States.Array($.a[, 1)",
      "States.Array($.a[0], 1, null, true)",
    ),
    template(
      "reports eleven nested calls",
      `${"States.Array(".repeat(11)}1${")".repeat(11)}`,
      `${"States.Array(".repeat(10)}1${")".repeat(10)}`,
    ),
    {
      title: "reports a fault in an array inside ResultSelector, ItemSelector and Assign",
      refused: map({
        ResultSelector: { list: [{ "a.$": 1 }] },
        ItemSelector: { "b.$": "b" },
        Assign: { "c.$": "c" },
      }),
      findings: [
        "invalid-payload-path at /States/X/ResultSelector/list[0]",
        "invalid-payload-path at /States/X/ItemSelector",
        "invalid-payload-path at /States/X/Assign",
      ],
      accepted: map({
        ResultSelector: { list: [{ "a.$": "$.a" }] },
        ItemSelector: { "b.$": "$$.Map.Item.Value" },
        Assign: { "c.$": "$" },
      }),
    },
  ]);
});

it("names the nearest function, or says where to look", () => {
  const help = (call: string) =>
    validateDefinition(pathState({ Type: "Pass", Parameters: { "a.$": call } })).map((finding) => finding.help);
  expect(help("States.Fromat('x')")).toEqual(['Did you mean "States.Format"?']);
  expect(help("States.Nothing()")).toEqual(["There is no such function."]);
  expect(help("States.MathAdd(1)")).toEqual([expect.stringContaining("Look at the arguments of States.MathAdd")]);
});
