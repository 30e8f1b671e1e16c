import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { serviceName } from "./service-name.js";

test("names every service of the recorded clients as the Java SDK does", () => {
  const file = join(import.meta.dirname, "generated/recorded-services.json");
  const recorded = JSON.parse(readFileSync(file, "utf8")) as readonly (readonly [string, string])[];
  expect(recorded.length).toBeGreaterThan(380);
  expect(recorded.map(([client]) => [client, serviceName(client)])).toEqual(recorded);
});

/** From the list of Step Functions itself; of these `AcmPca` is in its examples of error names. */
test.each([
  ["DynamoDB", "DynamoDb"],
  ["SFN", "Sfn"],
  ["ACMPCA", "AcmPca"],
  ["ConfigService", "Config"],
  ["CloudWatchLogs", "CloudWatchLogs"],
  ["SecretsManager", "SecretsManager"],
  ["ElasticLoadBalancingV2", "ElasticLoadBalancingV2"],
  ["LexRuntimeService", "LexRuntime"],
  ["S3", "S3"],
])("%s is %s", (client, name) => {
  expect(serviceName(client)).toBe(name);
});
