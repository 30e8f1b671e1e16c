import { describe, expect, it } from "vitest";
import type { SimulateOptions } from "../options.js";
import { simulate } from "../simulate.js";

const machineArn = "arn:aws:states:eu-north-1:111122223333:stateMachine:Depot";
const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

function createMap(fields: object, executionType = "STANDARD", states: object = look) {
  return {
    Type: "Map",
    Items: [1],
    ItemProcessor: {
      ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: executionType },
      StartAt: Object.keys(states)[0],
      States: states,
    },
    End: true,
    ...fields,
  };
}

const look = { Look: { Type: "Pass", Output: "{% $states.context %}", End: true } };

interface ChildContext {
  readonly Execution: { readonly Id: string; readonly Name: string };
  readonly StateMachine: { readonly Id: string; readonly Name: string };
}

async function run(map: object, options: SimulateOptions = {}) {
  const execution = await simulate(
    { QueryLanguage: "JSONata", StartAt: "Crates", States: { Crates: map } },
    { machine: { arn: machineArn }, ...options },
  );
  const started = execution.events.find(({ type }) => type === "MapRunStarted");
  const mapRunArn = String(started?.mapRunStartedEventDetails?.mapRunArn);
  return { context: (execution.output as unknown as ChildContext[])[0], execution, mapRunArn };
}

describe("a Map Run", () => {
  it("has the label of its state in its ARN, and in those of its children and their machine", async () => {
    const { context, mapRunArn } = await run(createMap({ Label: "Boxes" }));
    expect(mapRunArn).toMatch(new RegExp(`^arn:aws:states:eu-north-1:111122223333:mapRun:Depot/Boxes:${uuid}$`));
    expect(context).toMatchObject({ StateMachine: { Id: `${machineArn}/Boxes`, Name: "Depot" } });
    expect(context?.Execution.Id).toBe(
      `arn:aws:states:eu-north-1:111122223333:execution:Depot/Boxes:${context?.Execution.Name}`,
    );
    expect(context).not.toHaveProperty("Map");
  });

  it("gives a state without a label a version 3 UUID, the same in every execution", async () => {
    const first = await run(createMap({}));
    const second = await run(createMap({}), { seed: 5 });
    const label = first.context?.StateMachine.Id.split("/")[1];
    expect(label).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-3[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(second.context?.StateMachine.Id).toBe(`${machineArn}/${label}`);
    expect(first.mapRunArn).toContain(`:mapRun:Depot/${label}:`);
    expect(second.mapRunArn).not.toBe(first.mapRunArn);
  });

  it("ends the ARN of an Express child in an id, and leaves it out of the name", async () => {
    const { context } = await run(createMap({ Label: "Boxes" }, "EXPRESS"));
    expect(context?.Execution.Id).toMatch(new RegExp(`:express:Depot/Boxes:${context?.Execution.Name}:${uuid}$`));
  });

  it("labels the machine of a Map Run within a child once", async () => {
    const inner = createMap({ Label: "Inner" });
    const { execution } = await run(createMap({ Label: "Outer" }, "STANDARD", { Inside: inner }));
    const [[context]] = execution.output as unknown as [[ChildContext]];
    expect(context.StateMachine.Id).toBe(`${machineArn}/Inner`);
  });
});
