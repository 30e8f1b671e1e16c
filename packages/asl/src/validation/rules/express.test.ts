import { expect, it } from "vitest";
import { describeCases, doneProcessor, pathState, pathTask } from "../../../test/validation-cases.js";
import { validateDefinition } from "../validate-definition.js";

const task = (Resource: string) =>
  pathState({
    Type: "Task",
    Resource,
    Parameters: {
      QueueUrl: "q",
      "MessageBody.$": Resource.endsWith(".waitForTaskToken") ? "$$.Task.Token" : "$",
      StateMachineArn: "a",
    },
  });
const map = (config: object, processor: object = doneProcessor) =>
  pathState({ Type: "Map", ItemProcessor: { ProcessorConfig: config, ...processor } });
const sync = "arn:aws:states:::states:startExecution.sync";
const calls = (Resource: string) => ({
  StartAt: "Item",
  States: { Item: { Type: "Task", Resource, Parameters: { StateMachineArn: "a" }, End: true } },
});

describeCases([
  {
    title: "reports an activity",
    type: "EXPRESS",
    refused: pathState({ Type: "Task", Resource: "arn:aws:states:eu-west-1:123456789012:activity:pack" }),
    findings: ["express-integration at /States/X/Resource"],
    accepted: pathState({ Type: "Task", Resource: "arn:aws:lambda:eu-west-1:123456789012:function:pack" }),
  },
  {
    title: "reports the job pattern",
    type: "EXPRESS",
    refused: task(sync),
    findings: ["express-integration at /States/X/Resource"],
    accepted: task("arn:aws:states:::states:startExecution"),
  },
  {
    title: "reports the token pattern",
    type: "EXPRESS",
    refused: task("arn:aws:states:::sqs:sendMessage.waitForTaskToken"),
    findings: ["express-integration at /States/X/Resource"],
    accepted: task("arn:aws:states:::sqs:sendMessage"),
  },
  {
    title: "reports a distributed Map",
    type: "EXPRESS",
    refused: map({ Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" }),
    findings: ["express-distributed-map at /States/X/ItemProcessor/ProcessorConfig/Mode"],
    accepted: map({ Mode: "INLINE" }),
  },
  {
    title: "reports the job pattern in Express children of a Standard machine",
    type: "STANDARD",
    refused: map({ Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" }, calls(sync)),
    findings: ["express-integration at /States/X/ItemProcessor/States/Item/Resource"],
    accepted: map({ Mode: "DISTRIBUTED", ExecutionType: "STANDARD" }, calls(sync)),
  },
  {
    title: "warns of a timeout longer than any Express execution",
    type: "EXPRESS",
    refused: { TimeoutSeconds: 301, ...pathState({ Type: "Pass" }) },
    findings: ["express-too-long at /TimeoutSeconds"],
    accepted: { TimeoutSeconds: 300, ...pathState({ Type: "Pass" }) },
  },
  {
    title: "warns of a task that may take longer than any Express execution",
    type: "EXPRESS",
    refused: pathTask({ TimeoutSeconds: 301 }),
    findings: ["express-too-long at /States/X/TimeoutSeconds"],
    accepted: pathTask({ TimeoutSeconds: 300 }),
  },
  {
    title: "warns of a wait longer than any Express execution",
    type: "EXPRESS",
    refused: pathState({ Type: "Wait", Seconds: 300 }),
    findings: ["express-too-long at /States/X/Seconds"],
    accepted: pathState({ Type: "Wait", Seconds: 299 }),
  },
]);

it("words refusals as AWS does", () => {
  const message = (resource: string) => validateDefinition(task(resource), { type: "EXPRESS" })[0]?.message;
  expect(message(sync)).toBe("Express state machine does not support '.sync' service integration");
  expect(message("arn:aws:states:::sqs:sendMessage.waitForTaskToken")).toBe(
    "Express state machine does not support '.waitForTaskToken' service integration ",
  );
});
