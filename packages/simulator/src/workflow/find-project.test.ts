import { describe, expect, it } from "vitest";
import { findCallerIn } from "./find-project.js";

const exists = (): boolean => true;

describe("findCallerIn", () => {
  it.each(["dist/workflow/find-project.js", "src/workflow/find-project.ts"])(
    "finds the file that calls behind frames of %s",
    (own) => {
      const stack = `Error
    at findCaller (/work/packages/simulator/${own}:27:17)
    at simulateWorkflow (file:///work/packages/simulator/${own}:32:48)
    at /work/shop/order.test.ts:7:19
    at file:///work/node_modules/vitest/dist/run.js:1695:35`;
      expect(findCallerIn(stack, "/work/packages/simulator", { windows: false, exists })).toBe(
        "/work/shop/order.test.ts",
      );
    },
  );

  it("reads URLs, also those of asynchronous frames", () => {
    const stack = `Error
    at findCaller (file:///my%20work/simulator/dist/workflow/find-project.js:27:17)
    at async file:///my%20work/order.test.ts:7:19`;
    expect(findCallerIn(stack, "/my work/simulator", { windows: false, exists })).toBe("/my work/order.test.ts");
  });

  it.each([
    ["C:\\work\\simulator\\src\\simulate.ts", "C:\\work\\order.test.ts", "C:\\work\\order.test.ts"],
    ["C:/work/simulator/src/simulate.ts", "C:/work/order.test.ts", "C:/work/order.test.ts"],
    ["file:///c:/work/simulator/dist/simulate.js", "file:///C:/work/order.test.ts", "C:\\work\\order.test.ts"],
  ])("knows its own files on Windows as %s", (own, caller, path) => {
    const stack = `Error\n    at simulate (${own}:29:38)\n    at ${caller}:7:19`;
    expect(findCallerIn(stack, "C:\\work\\simulator", { windows: true, exists })).toBe(path);
  });

  it("takes folders for others' whose names only begin as its own do", () => {
    const stack = "Error\n    at simulate (/simulator/src/simulate.ts:1:1)\n    at /simulator/src-tests/a.ts:7:19";
    expect(findCallerIn(stack, "/simulator", { windows: false, exists })).toBe("/simulator/src-tests/a.ts");
  });

  it("leaves out frames without a file that is there", () => {
    const stack = `Error
    at simulate (/simulator/dist/simulate.js:1:1)
    at new Promise (<anonymous>)
    at process.processTicksAndRejections (node:internal/process/task_queues:104:5)
    at /gone.ts:7:19`;
    expect(findCallerIn(stack, "/simulator", { windows: false, exists: () => false })).toBeUndefined();
    expect(findCallerIn(stack, "/simulator", { windows: false, exists })).toBe("/gone.ts");
  });
});
