import { createTask, type Task, workflow } from "@treadle/workflow";
import { expectTypeOf } from "vitest";
import { type SimulatedExecution, simulate, takeOutput } from "./index.js";

const charge: Task<{ id: string }, { transaction: string } | null> = createTask({} as never);

const shop = workflow<{ id: string }>("Shop")
  .task("charge", charge, (s) => ({ id: s.input.id }))
  .return((s) => ({ paid: s.charge !== null, by: s.charge?.transaction }));

const input = { id: "o-1" };
const execution = await simulate(shop, { input, mocks: { charge: { value: { transaction: "t" } } } });
expectTypeOf(execution.output).toEqualTypeOf<{ paid: boolean; by: string | undefined } | undefined>();
expectTypeOf(takeOutput(execution)).toEqualTypeOf<{ paid: boolean; by: string | undefined }>();

await simulate(shop, { input, mocks: { charge: { sequence: [{ error: "Busy" }, { value: null }] } } });
await simulate(shop, { input, mocks: { charge: { timeout: true } } });
await simulate(shop, { input, mocks: { charge: () => ({ Payload: null }) } });
await simulate(shop, { input, mocks: { "charge.reread": { output: 1 } } });
await simulate(shop, { input, mocks: { preflight: { value: null }, "onError.undo": { output: 1 } } });
// @ts-expect-error no step has the name
await simulate(shop, { input, mocks: { chrage: { value: { transaction: "t" } } } });
// @ts-expect-error no step has the name that the path begins with
await simulate(shop, { input, mocks: { "chrage.reread": { output: 1 } } });
// @ts-expect-error the input is no step
await simulate(shop, { input, mocks: { input: { value: { id: "o-2" } } } });
// @ts-expect-error the input has an id
await simulate(shop, { input: { name: "o-1" } });
// @ts-expect-error a workflow needs its input
await simulate(shop, {});
// @ts-expect-error a transaction is a text
await simulate(shop, { input, mocks: { charge: { value: { transaction: 1 } } } });
// @ts-expect-error each value of a sequence is the step's
await simulate(shop, { input, mocks: { charge: { sequence: [{ value: 1 }] } } });

const definition = { StartAt: "A", States: { A: { Type: "Succeed" } } } as const;
expectTypeOf(await simulate(definition)).toEqualTypeOf<SimulatedExecution>();
expectTypeOf(await simulate(JSON.stringify(definition), { input: [1] as const })).toEqualTypeOf<SimulatedExecution>();
expectTypeOf(await simulate(new URL("shop.asl.json", import.meta.url))).toEqualTypeOf<SimulatedExecution>();
// @ts-expect-error a date is no JSON
await simulate(definition, { input: new Date() });
