import { describe, expect, it } from "vitest";
import { toPlaceholder } from "../placeholders.js";
import { parseTaskResource } from "./resource-arn.js";

describe("parseTaskResource", () => {
  it("tells functions, activities and integrations apart", () => {
    expect(parseTaskResource("arn:aws:lambda:eu-west-1:123456789012:function:charge:live")).toEqual({
      kind: "lambda",
      functionName: "charge",
      qualifier: "live",
    });
    expect(parseTaskResource("arn:aws:states:eu-west-1:123456789012:activity:pack")).toEqual({
      kind: "activity",
      name: "pack",
    });
    expect(parseTaskResource("arn:aws:states:::states:startExecution.sync:2")).toEqual({
      kind: "integration",
      service: "states",
      api: "startExecution",
      pattern: "sync:2",
    });
    expect(parseTaskResource("arn:aws-us-gov:states:::aws-sdk:s3:getObject.waitForTaskToken")).toEqual({
      kind: "integration",
      service: "aws-sdk",
      api: "s3:getObject",
      pattern: "waitForTaskToken",
    });
  });

  it("lets placeholders stand in any part", () => {
    expect(parseTaskResource(toPlaceholder("ChargeFunction.Arn"))).toEqual({ kind: "placeholder" });
    const partition = toPlaceholder("AWS::Partition");
    expect(parseTaskResource(`arn:${partition}:states:::sns:publish`)).toMatchObject({
      kind: "integration",
      api: "publish",
    });
    expect(parseTaskResource(`arn:aws:lambda:eu-west-1:1:function:${toPlaceholder("Name")}`)).toMatchObject({
      kind: "lambda",
    });
  });

  it.each([
    "",
    "charge",
    "arn",
    "arn:aws",
    "arn:aws:lambda:::",
    "arn:aws:states:::",
    "arn:aws:states:::lambda",
    "urn:a:b:c:d:e",
  ])("takes %j for no resource", (resource) => {
    expect(parseTaskResource(resource)).toEqual({ kind: "invalid" });
  });
});
