import { expect, it } from "vitest";
import type { StateMachineDefinition } from "./definition.js";
import { formatDefinition } from "./format-definition.js";

it("puts fields in canonical order and leaves states and payloads in theirs", () => {
  const definition = {
    States: {
      Zebra: {
        End: true,
        Retry: [{ MaxAttempts: 2, ErrorEquals: ["States.ALL"] }],
        Arguments: { b: 1, a: { States: { y: 1, x: 2 } } },
        Resource: "arn:aws:states:::lambda:invoke",
        Type: "Task",
      },
      Ant: {
        Type: "Choice",
        Choices: [{ Next: "Zebra", Condition: "{% true %}" }],
      },
    },
    StartAt: "Ant",
    QueryLanguage: "JSONata",
    Comment: "order",
  } satisfies StateMachineDefinition;
  expect(formatDefinition(definition)).toBe(`{
  "Comment": "order",
  "QueryLanguage": "JSONata",
  "StartAt": "Ant",
  "States": {
    "Zebra": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "b": 1,
        "a": {
          "States": {
            "y": 1,
            "x": 2
          }
        }
      },
      "Retry": [
        {
          "ErrorEquals": [
            "States.ALL"
          ],
          "MaxAttempts": 2
        }
      ],
      "End": true
    },
    "Ant": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% true %}",
          "Next": "Zebra"
        }
      ]
    }
  }
}
`);
});

it("sorts what Maps and Parallels hold, at any depth", () => {
  const definition = {
    StartAt: "M",
    States: {
      M: {
        Type: "Map",
        ItemProcessor: {
          States: {
            P: {
              Type: "Parallel",
              Branches: [{ States: { S: { Comment: "s", Type: "Succeed" } }, StartAt: "S" }],
              End: true,
            },
          },
          StartAt: "P",
          ProcessorConfig: { ExecutionType: "STANDARD", Mode: "DISTRIBUTED" },
        },
        End: true,
      },
    },
  } satisfies StateMachineDefinition;
  const text = formatDefinition(definition);
  const order = ["ProcessorConfig", "Mode", "ExecutionType", "StartAt", "Branches", "Succeed", '"Comment"'];
  const places = order.map((word) => text.indexOf(word, text.indexOf("ItemProcessor")));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(JSON.parse(text)).toEqual(definition);
});

it("keeps unknown fields, after those it knows", () => {
  const definition = { Later: 1, StartAt: "A", States: { A: { Novel: true, Type: "Succeed" } } };
  const text = formatDefinition(definition as unknown as StateMachineDefinition);
  expect(Object.keys(JSON.parse(text))).toEqual(["StartAt", "States", "Later"]);
  expect(Object.keys(JSON.parse(text).States.A)).toEqual(["Type", "Novel"]);
});

it("gives the same text for the same definition, however it was written", () => {
  const one = { StartAt: "A", States: { A: { Type: "Wait" as const, Seconds: 1, End: true as const } } };
  const two = { States: { A: { End: true as const, Seconds: 1, Type: "Wait" as const } }, StartAt: "A" };
  expect(formatDefinition(two)).toBe(formatDefinition(one));
});
