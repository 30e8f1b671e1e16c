import { expect, test } from "vitest";
import { derivePolicies } from "../derive/derive-policies.js";
import { deriveWorkerPolicies } from "../derive/workers/derive-worker-policies.js";
import { formatPolicyFile } from "./format-policy-file.js";

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: placeholders.
test("writes trust policy, policies and provenance as text that reviewers read", () => {
  const definition = {
    StartAt: "Charge",
    States: {
      Charge: {
        Type: "Task",
        QueryLanguage: "JSONata",
        Resource: "arn:${Partition}:states:::lambda:invoke",
        Arguments: { FunctionName: "${ChargeFunctionArn}" },
        End: true,
      },
    },
  };
  const { trust, execution } = derivePolicies(definition, { name: "Orders" });
  const sid = execution.document.Statement[0]!.Sid;
  expect(formatPolicyFile({ name: "Orders", trust, ...execution })).toBe(`{
  "trustPolicy": {
    "Version": "2012-10-17",
    "Statement": [
      {
        "Effect": "Allow",
        "Principal": {
          "Service": "states.amazonaws.com"
        },
        "Action": "sts:AssumeRole",
        "Condition": {
          "ArnLike": {
            "aws:SourceArn": "arn:\${Partition}:states:\${Region}:\${AccountId}:stateMachine:Orders"
          },
          "StringEquals": {
            "aws:SourceAccount": "\${AccountId}"
          }
        }
      }
    ]
  },
  "policies": {
    "Orders": {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "${sid}",
          "Effect": "Allow",
          "Action": [
            "lambda:InvokeFunction"
          ],
          "Resource": [
            "\${ChargeFunctionArn}",
            "\${ChargeFunctionArn}:*"
          ]
        }
      ]
    }
  },
  "provenance": {
    "${sid}": {
      "states": [
        "/States/Charge"
      ],
      "reasons": [
        "Invokes the function."
      ],
      "wildcards": {
        "\${ChargeFunctionArn}:*": [
          "every-version"
        ]
      }
    }
  }
}
`);
});

test("a role that needs nothing has no policy, since IAM refuses an empty one", () => {
  const { trust, execution } = derivePolicies({ StartAt: "A", States: { A: { Type: "Succeed" } } }, { name: "Orders" });
  expect(JSON.parse(formatPolicyFile({ name: "Orders", trust, ...execution }))).toMatchObject({
    policies: {},
    provenance: {},
  });
});

test("each Credentials role has a section of its own", () => {
  const definition = {
    QueryLanguage: "JSONata",
    StartAt: "Publish",
    States: {
      Publish: {
        Type: "Task",
        Resource: "arn:aws:states:::sns:publish",
        Credentials: { RoleArn: "${PublisherRoleArn}" },
        Arguments: { TopicArn: "${TopicArn}", Message: "m" },
        End: true,
      },
    },
  };
  const { trust, execution, roles } = derivePolicies(definition, { name: "Orders" });
  const file = JSON.parse(formatPolicyFile({ name: "Orders", trust, ...execution }, roles));
  expect(Object.keys(file.roles)).toEqual(["${PublisherRoleArn}"]);
  expect(Object.keys(file.roles["${PublisherRoleArn}"].policies)).toEqual(["PublisherRoleArn"]);
});
test("workers have sections of their own, by what they work for", () => {
  const wait = { Type: "Task", Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken", Next: "Pack" };
  const pack = { Type: "Task", Resource: "arn:aws:states:eu-west-1:111122223333:activity:pack", End: true };
  const definition = { StartAt: "Wait", States: { Wait: wait, Pack: pack } };
  const { trust, execution } = derivePolicies(definition, { name: "Orders" });
  const workers = deriveWorkerPolicies(definition, { name: "Orders" });
  const file = JSON.parse(formatPolicyFile({ name: "Orders", trust, ...execution }, [], workers));
  expect(Object.keys(file.workers.callback.policies)).toEqual(["OrdersCallback"]);
  const activity = file.workers.activities["arn:aws:states:eu-west-1:111122223333:activity:pack"];
  expect(Object.keys(activity.policies)).toEqual(["Orderspack"]);
  expect(Object.values(activity.provenance).flatMap((each) => (each as { states: string[] }).states)).toEqual([
    "/States/Pack",
    "/States/Pack",
  ]);
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the end of the placeholders.
