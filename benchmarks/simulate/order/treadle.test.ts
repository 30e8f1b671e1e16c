import { simulate, takeOutput } from "@treadle/simulator";
import { describe, expect, it } from "vitest";
import { createCharge, expected, loadOrder, notify, reserve, runs } from "./services.ts";

const invoke = (name: string, payload: unknown, more: object) => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName: name, Payload: payload },
  ...more,
});

const definition = {
  QueryLanguage: "JSONata",
  StartAt: "load",
  States: {
    load: invoke("load", "{% $states.input.id %}", {
      Assign: { order: "{% $states.result.Payload %}" },
      Next: "charge",
    }),
    charge: invoke("charge", "{% $order.id %}", {
      Assign: { transaction: "{% $states.result.Payload.transaction %}" },
      Retry: [{ ErrorEquals: ["Busy"], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 3 }],
      Next: "settle",
    }),
    settle: { Type: "Wait", Seconds: 3600, Next: "reserve" },
    reserve: {
      Type: "Map",
      Items: "{% $order.lines %}",
      ItemProcessor: {
        StartAt: "line",
        States: {
          line: invoke("reserve", "{% $states.input %}", { Output: "{% $states.result.Payload %}", End: true }),
        },
      },
      Assign: { reserved: "{% $states.result %}" },
      Next: "notify",
    },
    notify: invoke("notify", "{% $order.id %}", {
      Output: {
        transaction: "{% $transaction %}",
        reserved: "{% $reserved %}",
        notified: "{% $states.result.Payload %}",
      },
      End: true,
    }),
  },
};

describe("the order workflow on Treadle", () => {
  it.each(Array.from({ length: runs }, (_, i) => i))("is fulfilled after two retries and an hour, %i", async () => {
    const functions = { load: loadOrder, charge: createCharge(), reserve, notify };
    const execution = await simulate(definition, { input: { id: "o-1" }, functions });
    expect(takeOutput(execution)).toEqual(expected);
    expect(execution.stopTime.getTime() - execution.startTime.getTime()).toBe(3_603_000);
  });
});
