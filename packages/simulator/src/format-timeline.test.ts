import { expect, it } from "vitest";
import { formatTimeline } from "./format-timeline.js";
import { simulate } from "./simulate.js";

const definition = {
  QueryLanguage: "JSONata",
  StartAt: "Charge",
  States: {
    Charge: {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Arguments: { FunctionName: "charge" },
      Retry: [{ ErrorEquals: ["Busy"] }],
      Next: "Each",
    },
    Each: {
      Type: "Map",
      Items: [1],
      ItemProcessor: {
        StartAt: "Pause",
        States: {
          Pause: { Type: "Wait", Seconds: 3700, Next: "Boom" },
          Boom: { Type: "Fail", Error: "Boom", Cause: "no luck" },
        },
      },
      Catch: [{ ErrorEquals: ["States.ALL"], Next: "Done" }],
      End: true,
    },
    Done: { Type: "Pass", Output: { ok: true }, End: true },
  },
};

it("shows states with times, attempts, nesting, errors and the end", async () => {
  const mocks = {
    Charge: {
      sequence: [
        { error: "Busy", delayMs: 250 },
        { output: 1, delayMs: 1500 },
      ],
    },
  };
  expect(formatTimeline(await simulate(definition, { mocks }))).toBe(
    [
      "      0 ms  Charge             Task         2.8 s",
      "              attempt 1 at 0 ms: Busy, 250 ms",
      "              attempt 2 at 1.3 s: succeeded, 1.5 s",
      "     2.8 s  Each               Map      1 h 2 min  Boom, caught by Done",
      "     2.8 s    Pause (Each[0])  Wait     1 h 2 min",
      " 1 h 2 min    Boom (Each[0])   Fail          0 ms  Boom",
      " 1 h 2 min  Done               Pass          0 ms",
      'SUCCEEDED after 1 h 2 min: {"ok":true}',
    ].join("\n"),
  );
});

it("ends with error and cause, or with what could not be simulated", async () => {
  const failed = await simulate({ StartAt: "F", States: { F: { Type: "Fail", Error: "E", Cause: "c" } } });
  expect(formatTimeline(failed).split("\n").at(-1)).toBe("FAILED after 0 ms: E: c");
  const refused = formatTimeline(await simulate(definition));
  expect(refused).toContain('REFUSED after 0 ms\nsimulator/unresolved-task: State "Charge" runs charge');
  expect(refused).toContain('\n  Give mocks: { "Charge"');
});
