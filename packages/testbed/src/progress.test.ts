import { afterEach, expect, test, vi } from "vitest";
import { reportWhile } from "./progress.js";

afterEach(() => {
  vi.useRealTimers();
});

test("reports a step at its start and every five seconds until it ends", async () => {
  vi.useFakeTimers();
  const lines: string[] = [];
  const step = reportWhile(
    (line) => lines.push(line),
    "Waiting",
    () => new Promise<number>((resolve) => setTimeout(() => resolve(7), 11_000)),
  );
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await step).toBe(7);
  expect(lines).toEqual(["Waiting", "Waiting (5 s)", "Waiting (10 s)"]);
});

test("stops reporting when the step fails", async () => {
  const lines: string[] = [];
  const failing = reportWhile(
    (line) => lines.push(line),
    "Failing",
    () => Promise.reject(new Error("no")),
  );
  await expect(failing).rejects.toThrow("no");
  expect(lines).toEqual(["Failing"]);
});
