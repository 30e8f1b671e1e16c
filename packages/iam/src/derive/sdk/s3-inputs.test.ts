import { expect, test } from "vitest";
import { account, granted } from "../../../test/granted.js";

const detect = "arn:aws:states:::aws-sdk:rekognition:detectLabels";

test("an object that a service reads for the caller is granted with the call", () => {
  const args = { Image: { S3Object: { Bucket: "photos", Name: "{% 'in/' & $states.input.name %}" } } };
  expect(granted(detect, args)).toEqual(["rekognition:DetectLabels on *", "s3:GetObject on arn:aws:s3:::photos/in/*"]);
  const image = { Image: { Bytes: "{% $states.input.bytes %}" } };
  expect(granted(detect, image)).toEqual(["rekognition:DetectLabels on *"]);
});

test("a bucket that is computed needs a bound, which the error names", () => {
  const args = { Image: { S3Object: { Bucket: "{% $states.input.bucket %}", Name: "a.jpg" } } };
  expect(granted(detect, args)).toContain("error iam/dynamic-resource");
  const hints = { states: { Call: { arguments: { "Image.S3Object.Bucket": ["photos"] } } } };
  expect(granted(detect, args, { hints })).toEqual([
    "rekognition:DetectLabels on *",
    "s3:GetObject on arn:aws:s3:::photos/a.jpg",
  ]);
});

test("speech is written to its bucket and told to its topic", () => {
  const topic = `arn:aws:sns:${account}:spoken`;
  expect(
    granted("arn:aws:states:::aws-sdk:polly:startSpeechSynthesisTask", {
      OutputS3BucketName: "speech",
      SnsTopicArn: topic,
    }),
  ).toEqual([
    "polly:StartSpeechSynthesisTask on *",
    "s3:PutObject on arn:aws:s3:::speech/*",
    `sns:Publish on ${topic}`,
  ]);
});
