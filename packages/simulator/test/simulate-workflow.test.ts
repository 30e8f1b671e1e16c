import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { workflow } from "@treadle/workflow";
import { beforeAll, describe, expect, it } from "vitest";
import {
  exploreInterleavings,
  formatTimeline,
  prepareWorkflow,
  simulate,
  takeFailure,
  takeOutput,
} from "../src/index.js";
import { broken } from "./fixtures/broken/workflows/broken.js";
import { greet } from "./fixtures/greeting/workflows/greet.js";

const project = new URL("fixtures/greeting/", import.meta.url);
const input = { name: "Ada" };

// Compiling takes seconds, the runs take milliseconds.
beforeAll(() => prepareWorkflow(greet, { project }), 60_000);

describe("a workflow", () => {
  it("is compiled from its project and run, with mocks by step and an output of its type", async () => {
    const execution = await simulate(greet, { project, input, mocks: { person: { value: { title: "Countess" } } } });
    expect(takeOutput(execution).text).toBe("Hello, Countess Ada");
    expect(execution.executionArn).toContain(":Greet:");
    expect(execution.timeline[0]).toMatchObject({
      state: "person",
      location: { file: "workflows/greet.ts", line: 7, column: 4 },
    });
    expect(formatTimeline(execution)).toContain("workflows/greet.ts:7:4");
  });

  it("takes sequences of values and errors, and local functions", async () => {
    const mocks = { person: { sequence: [{ error: "Lambda.TooManyRequestsException" }, { value: { title: "Dr" } }] } };
    expect(takeOutput(await simulate(greet, { project, input, mocks })).text).toBe("Hello, Dr Ada");
    const functions = { "look-up": ({ name }: { name: string }) => ({ title: name.toUpperCase() }) };
    expect(takeOutput(await simulate(greet, { project, input, functions })).text).toBe("Hello, ADA Ada");
    const failed = await simulate(greet, { project, input, mocks: { person: { error: "Person.Unknown" } } });
    expect(takeFailure(failed).error).toBe("Person.Unknown");
  });

  it("is run in many orders to find races", async () => {
    const options = { project, input, runs: 3, functions: { "look-up": () => ({ title: "Dr" }) } };
    const outcomes = await exploreInterleavings(greet, options);
    expect(outcomes).toMatchObject([{ seeds: [0, 1, 2], execution: { output: { text: "Hello, Dr Ada" } } }]);
  });

  it("is found by the file that calls, where no project is given", async () => {
    const execution = await simulate(greet, { input });
    expect(execution.status).toBe("REFUSED");
    expect(execution.diagnostics.map(({ code }) => code)).toEqual(["simulator/no-project"]);
  });

  it("is refused where no configuration is found", async () => {
    const folder = mkdtempSync(join(tmpdir(), "no-project-"));
    const { diagnostics } = await simulate(greet, { project: folder, input });
    rmSync(folder, { recursive: true });
    expect(diagnostics[0]).toMatchObject({ code: "simulator/no-project", message: expect.stringContaining(folder) });
  });

  it("is refused where the project does not export it, with the nearest name", async () => {
    const other = workflow<{ name: string }>("Great").return((s) => s.input.name);
    const { diagnostics } = await simulate(other, { project, input });
    expect(diagnostics[0]).toMatchObject({
      code: "simulator/unknown-workflow",
      message: 'The project exports no workflow "Great". Did you mean "Greet"?',
    });
  });

  it("is refused with the compiler's diagnostics where its project has faults", async () => {
    const inBroken = new URL("fixtures/broken/", import.meta.url);
    const { diagnostics, status } = await simulate(broken, { project: inBroken, input });
    expect(status).toBe("REFUSED");
    expect(diagnostics[0]).toMatchObject({
      code: "compiler/invalid-workflow-name",
      location: { file: "workflows/broken.ts", line: 3 },
    });
  }, 60_000);
});
