import { literal, object } from "@treadle/expressions";
import { describe, expect, it } from "vitest";
import { createTask, type Task, workflow } from "../index.js";
import { getWorkflowDefinition, markLambda } from "../nodes/index.js";

const load: Task<{ id: string }, { total: number }, "Load.Failed"> = createTask({
  resource: "arn:aws:states:::lambda:invoke",
  arguments: (input) => object({ FunctionName: literal("load"), Payload: input }),
  output: (result) => result,
  placeholders: [],
  retry: [],
});

const at = (line: number) => ({ location: { file: "w.ts", line, column: 3 }, literalArguments: [] });

describe("workflow", () => {
  it("records each step as a frozen node, in order, with the call that made it", () => {
    const value = workflow
      .$at(at(1))<{ id: string }>("Total", { timeoutSeconds: 60 })
      .$at(at(2))
      .task("order", load, (s) => ({ id: s.input.id }), { timeoutSeconds: 5 })
      .$at(at(3))
      .return((s) => s.order.total);
    const definition = getWorkflowDefinition(value)!;
    expect(definition).toMatchObject({ name: "Total", options: { timeoutSeconds: 60 }, location: { line: 1 } });
    expect(definition.body.steps).toMatchObject([
      { kind: "task", name: "order", options: { timeoutSeconds: 5, catch: [] }, location: { line: 2 } },
      { kind: "return", location: { line: 3 } },
    ]);
    expect(Object.isFrozen(definition)).toBe(true);
    expect(definition.body.steps.every((step) => Object.isFrozen(step))).toBe(true);
  });

  it("is immutable: two continuations of one flow do not see each other", () => {
    const begun = workflow<{ id: string }>("Begun");
    const one = getWorkflowDefinition(begun.pass("a", () => 1).return((s) => s.a))!;
    const two = getWorkflowDefinition(begun.pass("b", () => 2).return((s) => s.b))!;
    expect(one.body.steps.map((step) => "name" in step && step.name)).toEqual(["a", false]);
    expect(two.body.steps.map((step) => "name" in step && step.name)).toEqual(["b", false]);
  });

  it("records branches of choice, match, map, parallel and catch", () => {
    const value = workflow<{ kind: "x"; items: number[] }>("Branches")
      .choice("c", (c) =>
        c
          .when(
            (s) => s.input.items.length > 0,
            (flow) => flow.return(() => 1),
          )
          .otherwise((flow) => flow.return(() => 2)),
      )
      .match("m", "kind", (s) => s.input, { x: (flow) => flow.succeed() })
      .map(
        "each",
        (s) => s.input.items,
        (flow) => flow.return((s) => s.item),
        { maxConcurrency: 3 },
      )
      .parallel("p", { a: (flow) => flow.return(() => "a") })
      .task("t", load, () => ({ id: "1" }), {
        catch: [{ errorEquals: ["Load.Failed"], next: (flow) => flow.fail("Broken", { error: "Broken" }) }],
      })
      .succeed();
    expect(getWorkflowDefinition(value)!.body.steps).toMatchObject([
      {
        kind: "choice",
        rules: [{ body: { steps: [{ kind: "return" }] } }],
        otherwise: { steps: [{ kind: "return" }] },
      },
      { kind: "match", discriminator: "kind", cases: { x: { steps: [{ kind: "succeed" }] } } },
      { kind: "map", body: { steps: [{ kind: "return" }] }, options: { maxConcurrency: 3 } },
      { kind: "parallel", branches: { a: { steps: [{ kind: "return" }] } } },
      { kind: "task", options: { catch: [{ errorEquals: ["Load.Failed"], body: { steps: [{ kind: "fail" }] } }] } },
      { kind: "succeed" },
    ]);
  });

  it("keeps the mark of a lambda, and the lambda itself can be run", () => {
    const lambda = markLambda((s: { input: { id: string } }) => s.input.id, "w.ts:9:1");
    const value = workflow<{ id: string }>("Marked").return(lambda);
    const [step] = getWorkflowDefinition(value)!.body.steps;
    expect(step).toMatchObject({ kind: "return", value: { mark: { site: "w.ts:9:1" } } });
    expect(step?.kind === "return" && step.value.run({ input: { id: "7" } } as never)).toBe("7");
  });

  it("refuses a branch that does not end, and an inlined workflow that is not finished", () => {
    const unfinished = (flow: unknown) => flow as never;
    expect(() => workflow<object>("A").parallel("p", { a: unfinished })).toThrow("A branch must end");
    expect(() => workflow<object>("A").choice("c", ((c: unknown) => c) as never)).toThrow(
      'The choice "c" must end in .otherwise',
    );
    const begun = workflow<object>("B") as never;
    expect(() => workflow<object>("A").use("u", begun, () => ({}))).toThrow("finished workflow");
  });
});
