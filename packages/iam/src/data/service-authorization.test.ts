import { expect, test } from "vitest";
import { authorizedAction, authorizedService, iamPrefix, knownSdkServices } from "./service-authorization.js";

test("every service of the SDK that has a prefix has its actions, but for those that are retired", () => {
  const without = knownSdkServices().filter((service) => authorizedService(iamPrefix(service)!) === undefined);
  expect(without.length).toBeLessThanOrEqual(12);
});

test("actions are found whatever their case, with what they need", () => {
  expect(authorizedAction("dynamodb:putitem")).toEqual({
    name: "PutItem",
    needs: [{ type: "table", required: true }],
  });
  expect(authorizedAction("dynamodb:PutItems")).toBeUndefined();
  expect(authorizedAction("nothing:PutItem")).toBeUndefined();
});

test("service names with another prefix, and names that no client has, are known", () => {
  expect(iamPrefix("sfn")).toBe("states");
  expect(iamPrefix("cloudwatchlogs")).toBe("logs");
  expect(iamPrefix("resourcegroupstaggingapi")).toBe("tag");
  expect(iamPrefix("config")).toBe("config");
  expect(iamPrefix("s3vectors")).toBe("s3vectors");
  expect(iamPrefix("toString")).toBeUndefined();
});
