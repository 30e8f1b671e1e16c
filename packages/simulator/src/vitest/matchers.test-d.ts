import { createTask, type Task, workflow } from "@treadle/workflow";
import { expect } from "vitest";
import { simulate } from "../index.js";
import "./index.js";

const charge: Task<{ id: string }, { transaction: string }> = createTask({} as never);

const shop = workflow<{ id: string }>("Shop")
  .task("charge", charge, (s) => ({ id: s.input.id }))
  .return((s) => ({ by: s.charge.transaction, lines: [1] }));

const execution = await simulate(shop, { input: { id: "o-1" } });
expect(execution).toHaveOutput({ by: "t", lines: [1] });
expect(execution).toHaveOutput({ by: expect.any(String), lines: expect.arrayContaining([1]) });
// @ts-expect-error a transaction is a text
expect(execution).toHaveOutput({ by: 1, lines: [1] });
// @ts-expect-error the output has lines
expect(execution).toHaveOutput({ by: "t" });
expect(execution).toSucceed();
expect(execution).toFailWith("Busy", "too many");
expect(execution).toFailWith(/^Bu/, /many/);
expect(execution).toFailWith(expect.stringMatching(/^Bu/), expect.any(String));
// @ts-expect-error a name is a text
expect(execution).toFailWith(1);
// @ts-expect-error a cause is a text
expect(execution).toFailWith("Busy", { message: "too many" });
// @ts-expect-error a failure has a name
expect(execution).toFailWith();
expect(execution).toHaveVisited("charge", "return");
// @ts-expect-error a state is missing
expect(execution).toHaveVisited();

const untyped = await simulate({ StartAt: "A", States: { A: { Type: "Succeed" } } });
expect(untyped).toHaveOutput({ any: ["thing"] });
