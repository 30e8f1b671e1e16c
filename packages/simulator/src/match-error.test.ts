import { expect, it } from "vitest";
import { matchesError } from "./match-error.js";

it.each([
  ["States.ALL", "Anything", true],
  ["States.ALL", undefined, true],
  ["States.TaskFailed", "Anything", true],
  ["States.TaskFailed", "States.Timeout", false],
  ["States.TaskFailed", "States.QueryEvaluationError", false],
  ["States.Timeout", "States.HeartbeatTimeout", true],
  ["States.HeartbeatTimeout", "States.Timeout", false],
  ["Boom", "Boom", true],
  ["Boom", "boom", false],
  ["State.ALL", "Boom", false],
])("ErrorEquals %s covers %s: %s", (name, error, expected) => {
  expect(matchesError(name, error)).toBe(expected);
});
