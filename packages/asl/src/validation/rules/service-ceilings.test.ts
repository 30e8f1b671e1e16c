import { describeCases, distributedMap, doneProcessor, jsonataState } from "../../../test/validation-cases.js";

const inline = (MaxConcurrency: number) => jsonataState({ Type: "Map", ItemProcessor: doneProcessor, MaxConcurrency });
const harness = (TimeoutSeconds: number) =>
  jsonataState({
    Type: "Task",
    Resource: "arn:aws:states:::bedrockagentcore:invokeHarness",
    Arguments: {},
    TimeoutSeconds,
  });
const http = (TimeoutSeconds: number) =>
  jsonataState({
    Type: "Task",
    Resource: "arn:aws:states:::http:invoke",
    Arguments: { ApiEndpoint: "https://example.com", Method: "GET", Authentication: {} },
    TimeoutSeconds,
  });

describeCases([
  {
    title: "warns of more iterations than an inline Map runs at once",
    refused: inline(41),
    findings: ["concurrency-above-quota at /States/X/MaxConcurrency"],
    accepted: inline(40),
  },
  {
    title: "warns of more children than a distributed Map runs at once",
    refused: distributedMap({ MaxConcurrency: 10_001 }),
    findings: ["concurrency-above-quota at /States/X/MaxConcurrency"],
    accepted: distributedMap({ MaxConcurrency: 10_000 }),
  },
  {
    title: "warns of an HTTP task that waits longer than it can",
    refused: http(61),
    findings: ["http-timeout at /States/X/TimeoutSeconds"],
    accepted: http(60),
  },
  {
    title: "warns of a harness task that waits longer than it can",
    refused: harness(901),
    findings: ["harness-timeout at /States/X/TimeoutSeconds"],
    accepted: harness(900),
  },
]);
