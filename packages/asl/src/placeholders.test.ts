import { expect, it } from "vitest";
import { fillPlaceholders, findPlaceholders, hasPlaceholder, toPlaceholder } from "./placeholders.js";

const arn = `arn:${toPlaceholder("AWS::Partition")}:sns:eu-west-1:${toPlaceholder("Topic.Account")}:orders`;

it("finds placeholders of deployment tools, each once", () => {
  expect(findPlaceholders(`${arn}/${toPlaceholder("AWS::Partition")}`)).toEqual(["AWS::Partition", "Topic.Account"]);
  expect(hasPlaceholder(arn)).toBe(true);
  expect(hasPlaceholder("$5 {or} $ {more}")).toBe(false);
});

it("fills those it has values for", () => {
  expect(fillPlaceholders(arn, { "AWS::Partition": "aws" })).toBe(
    `arn:aws:sns:eu-west-1:${toPlaceholder("Topic.Account")}:orders`,
  );
  expect(fillPlaceholders(toPlaceholder("constructor"), {})).toBe(toPlaceholder("constructor"));
});
