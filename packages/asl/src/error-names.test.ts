import { expect, it } from "vitest";
import { isStatesErrorName } from "./error-names.js";

it("knows the names of Step Functions, HTTP status codes among them", () => {
  expect(isStatesErrorName("States.TaskFailed")).toBe(true);
  expect(isStatesErrorName("States.Http.StatusCode.429")).toBe(true);
  expect(isStatesErrorName("States.Http.StatusCode.4290")).toBe(false);
  expect(isStatesErrorName("States.Oops")).toBe(false);
});
