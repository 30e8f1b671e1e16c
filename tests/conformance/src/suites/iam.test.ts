// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.
import { expect, test } from "vitest";
import type { CorpusCase } from "../suite.js";
import { suite } from "./iam.js";

const topic = "arn:aws:sns:us-east-1:123456789012:orders";
const publish = {
  id: "publish",
  oracle: "hand",
  type: "STANDARD",
  logging: false,
  tracing: false,
  integrations: ["sns:publish"],
  substitutions: { Topic: topic },
  definition: {
    StartAt: "A",
    States: {
      A: { Type: "Task", Resource: "arn:aws:states:::sns:publish", Parameters: { TopicArn: "${Topic}" }, End: true },
    },
  },
};
const truth = (...statements: object[]): CorpusCase => ({ ...publish, statements }) as CorpusCase;
const allow = (actions: string[], resources: string[]) => ({ effect: "Allow", actions, resources });

test("a policy equal to the recorded one hits every metric", async () => {
  expect(await suite.run(truth(allow(["SNS:Publish"], ["${Topic}"])))).toEqual({
    actual: { statements: [{ effect: "Allow", actions: ["sns:Publish"], resources: [topic] }] },
    hits: { derived: true, noMissing: true, noExtra: true, noBroader: true },
  });
});

test("a right that the recorded policy names and ours lacks is missing; one that it lacks is extra", async () => {
  expect(await suite.run(truth(allow(["sqs:SendMessage"], ["*"])))).toMatchObject({
    hits: { noMissing: false, noExtra: false, noBroader: true },
    why: "missing sqs:SendMessage; extra sns:Publish",
  });
});

test("a wildcard of the recorded policy names no right, and covers ours", async () => {
  expect(await suite.run(truth(allow(["sns:*", "sqs:*"], ["*"])))).toMatchObject({
    hits: { noMissing: true, noExtra: true, noBroader: true },
  });
});

test("a resource that the recorded policy does not cover is broader", async () => {
  expect(await suite.run(truth(allow(["sns:Publish"], [`${topic}-other`])))).toMatchObject({
    hits: { noMissing: true, noExtra: true, noBroader: false },
    why: `broader sns:Publish on ${topic}`,
  });
});
