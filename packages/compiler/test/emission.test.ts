import { simulate, type TaskMock } from "@treadle/simulator";
import { describe, expect, it } from "vitest";
import { compileDefinition, compileModule } from "./compile-fixture.js";

/*
 * Whole definitions, and then the same definitions run: what is emitted and what it does are two promises.
 */
const load = `
interface Order {
  total: number;
  lines: { sku: string; qty: number }[];
  pay: { kind: "card"; last4: string } | { kind: "bank"; iban: string };
}
const load = lambda.invoke<{ id: string }, Order, "Load.Failed">("\${LoadFunctionArn}");
const price = lambda.invoke<{ sku: string }, { price: number }, "Price.Unknown">("\${PriceFunctionArn}");
`;

const order = {
  total: 7,
  lines: [
    { sku: "a", qty: 2 },
    { sku: "b", qty: 0 },
  ],
  pay: { kind: "bank", iban: "PT50" },
};
const functions = {
  LoadFunctionArn: ({ id }: { id: string }) => {
    if (id === "gone") throw Object.assign(new Error("no such order"), { name: "Load.Failed" });
    return order;
  },
  PriceFunctionArn: ({ sku }: { sku: string }) => ({ price: sku === "a" ? 10 : 1 }),
};

async function compileAndRun(workflowText: string, input: object = { id: "1" }) {
  const definition = await compileDefinition(load + workflowText);
  const execution = await simulate(definition, { input: input as never, functions });
  const { status, output, error, cause, path } = execution;
  return { definition, states: definition.States, status, output, error, cause, path };
}

const invokeLoad = (id: string) => ({
  Type: "Task",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders of the definition.
  Resource: "arn:${Partition}:states:::lambda:invoke",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders of the definition.
  Arguments: { FunctionName: "${LoadFunctionArn}", Payload: { id } },
});
const input = "$states.context.Execution.Input";

describe("emission", () => {
  it("folds the returned value into the last state's Output and needs no variable for it", async () => {
    const run = await compileAndRun(`
      export const w = workflow<{ id: string }>("W", { comment: "Totals", timeoutSeconds: 60 })
        .task("order", load, (s) => ({ id: s.input.id }), { retry: [], timeoutSeconds: 5 })
        .return((s) => ({ total: s.order.total, id: s.input.id }));`);
    expect(run.definition).toEqual({
      Comment: "Totals",
      QueryLanguage: "JSONata",
      StartAt: "order",
      TimeoutSeconds: 60,
      States: {
        order: {
          ...invokeLoad(`{% ${input}.id %}`),
          TimeoutSeconds: 5,
          Output: { total: "{% $states.result.Payload.total %}", id: `{% ${input}.id %}` },
          End: true,
        },
      },
    });
    expect(run).toMatchObject({ status: "SUCCEEDED", output: { total: 7, id: "1" } });
  });

  it("assigns only what a later state reads, and folds passes into the transition before", async () => {
    const run = await compileAndRun(`
      const factor = { high: 3 };
      export const w = workflow<{ id: string }>("W")
        .task("order", load, (s) => ({ id: s.input.id }), { retry: [] })
        .pass("unused", (s) => s.order.total * 100)
        .pass("tripled", (s) => s.order.total * factor.high)
        .pass("alias", (s) => s.order.lines)
        .wait("pause", { seconds: (s) => s.tripled })
        .return((s) => ({ tripled: s.tripled, lines: s.alias.length }));`);
    expect(run.states).toEqual({
      order: {
        ...invokeLoad(`{% ${input}.id %}`),
        Assign: { order: "{% $states.result.Payload %}", tripled: "{% $states.result.Payload.total * 3 %}" },
        Next: "pause",
      },
      pause: {
        Type: "Wait",
        Seconds: "{% $tripled %}",
        Output: { tripled: "{% $tripled %}", lines: "{% $count($order.lines) %}" },
        End: true,
      },
    });
    expect(run.output).toEqual({ tripled: 21, lines: 2 });
  });

  it("lets branches of a choice that only return cost no state", async () => {
    const run = await compileAndRun(
      `
      export const w = workflow<{ id: string; n: number }>("W")
        .choice("size", (c) => c
          .when((s) => s.input.n > 10, (flow) => flow.return(() => "big"))
          .when((s) => s.input.n > 5, (flow) => flow.return((s) => "middle"))
          .otherwise((flow) => flow.return(() => "small")))
        .task("order", load, (s) => ({ id: s.size }), { retry: [] })
        .return((s) => ({ size: s.size, total: s.order.total }));`,
      { id: "1", n: 7 },
    );
    expect(run.states).toEqual({
      size: {
        Type: "Choice",
        Choices: [
          { Condition: `{% ${input}.n > 10 %}`, Assign: { size: "big" }, Next: "order" },
          { Condition: `{% ${input}.n > 5 %}`, Assign: { size: "middle" }, Next: "order" },
        ],
        Assign: { size: "small" },
        Default: "order",
      },
      order: {
        ...invokeLoad("{% $size %}"),
        Output: { size: "{% $size %}", total: "{% $states.result.Payload.total %}" },
        End: true,
      },
    });
    expect(run.output).toEqual({ size: "middle", total: 7 });
  });

  it("ends a workflow whose last step is a choice in one Succeed state", async () => {
    const run = await compileAndRun(
      `
      export const w = workflow<{ n: number }>("W")
        .choice("size", (c) => c.when((s) => s.input.n > 1, (f) => f.return(() => "big")).otherwise((f) => f.return(() => "small")))
        .return((s) => ({ size: s.size }));`,
      { n: 2 },
    );
    expect(run.path).toEqual(["size", "return"]);
    expect(run.output).toEqual({ size: "big" });
  });

  it("matches exhaustively, without a Default, and reads the narrowed value where it is", async () => {
    const run = await compileAndRun(`
      export const w = workflow<{ id: string }>("W")
        .task("order", load, (s) => ({ id: s.input.id }), { retry: [] })
        .match("pay", "kind", (s) => s.order.pay, {
          card: (flow) => flow.task("again", load, (s) => ({ id: s.it.last4 }), { retry: [] }).return((s) => s.again.total),
          bank: (flow) => flow.return((s) => s.it.iban),
        })
        .return((s) => s.pay);`);
    expect((run.states as Record<string, unknown>).pay).toEqual({
      Type: "Choice",
      Choices: [
        { Condition: '{% $order.pay.kind = "card" %}', Next: "pay.card.again" },
        { Condition: '{% $order.pay.kind = "bank" %}', Output: "{% $order.pay.iban %}", Next: "return" },
      ],
    });
    expect(run.output).toBe("PT50");
  });

  it("ends in States.Runtime by a value that no case of a match has, which no catcher takes", async () => {
    const run = await compileAndRun(
      `export const w = workflow<{ pay: Order["pay"] }>("W")
        .parallel("all", {
          paid: (flow) => flow
            .match("by", "kind", (s) => s.input.pay, {
              card: (each) => each.return((s) => s.it.last4),
              bank: (each) => each.return((s) => s.it.iban),
            })
            .return((s) => s.by),
        }, { catch: [{ errorEquals: ["States.ALL"], next: (flow) => flow.return(() => null) }] })
        .return((s) => s.all);`,
      { pay: { kind: "cash" } },
    );
    expect(run).toMatchObject({ status: "FAILED", error: "States.Runtime" });
  });

  it("reads a caught error from the handler's input, and joins the handler's value", async () => {
    const text = `
      export const w = workflow<{ id: string }>("W")
        .task("order", load, (s) => ({ id: s.input.id }), {
          retry: [{ errorEquals: ["Load.Failed"], intervalSeconds: 1, maxAttempts: 1, backoffRate: 1 }],
          catch: [
            { errorEquals: ["Load.Failed"], next: (flow) => flow.return((s) => ({ failed: s.error.Error })) },
            { errorEquals: ["States.ALL"], next: (flow) => flow.fail("Broken", { error: "Order.Broken", cause: (s) => s.error.Cause }) },
          ],
        })
        .return((s) => ({ order: s.order }));`;
    const run = await compileAndRun(text, { id: "gone" });
    expect(run.states).toEqual({
      order: {
        ...invokeLoad(`{% ${input}.id %}`),
        Retry: [{ ErrorEquals: ["Load.Failed"], IntervalSeconds: 1, MaxAttempts: 1, BackoffRate: 1 }],
        Catch: [
          {
            ErrorEquals: ["Load.Failed"],
            Output: { order: { failed: "{% $states.errorOutput.Error %}" } },
            Next: "return",
          },
          { ErrorEquals: ["States.ALL"], Next: "order.Broken" },
        ],
        Output: { order: "{% $states.result.Payload %}" },
        End: true,
      },
      return: { Type: "Succeed" },
      "order.Broken": { Type: "Fail", Error: "Order.Broken", Cause: "{% $states.input.Cause %}" },
    });
    expect(run.output).toEqual({ order: { failed: "Load.Failed" } });
    expect((await compileAndRun(text)).output).toEqual({ order });
  });

  it("passes an iteration its item alone, and inlines the workflow it uses", async () => {
    const run = await compileAndRun(`
      const priced = workflow<{ sku: string; qty: number }>("Priced")
        .task("price", price, (s) => ({ sku: s.input.sku }), { retry: [] })
        .return((s) => s.price.price * s.input.qty);
      export const w = workflow<{ id: string }>("W")
        .task("order", load, (s) => ({ id: s.input.id }), { retry: [] })
        .map("prices", (s) => s.order.lines.filter((line) => line.qty > 0), (each) => each
          .use("line", priced, (s) => ({ sku: s.item.sku, qty: s.item.qty }))
          .return((s) => ({ sku: s.item.sku, price: s.line })), { maxConcurrency: 2 })
        .return((s) => s.prices);`);
    expect((run.states as Record<string, unknown>).prices).toEqual({
      Type: "Map",
      Items: "{% [$order.lines[qty > 0]] %}",
      MaxConcurrency: 2,
      ItemProcessor: {
        ProcessorConfig: { Mode: "INLINE" },
        StartAt: "prices.line.price",
        States: {
          "prices.line.price": {
            Type: "Task",
            // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders of the definition.
            Resource: "arn:${Partition}:states:::lambda:invoke",
            // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders of the definition.
            Arguments: { FunctionName: "${PriceFunctionArn}", Payload: { sku: "{% $states.input.sku %}" } },
            Output: {
              sku: "{% $states.input.sku %}",
              price: "{% $states.result.Payload.price * $states.input.qty %}",
            },
            End: true,
          },
        },
      },
      Output: "{% $states.result %}",
      End: true,
    });
    expect(run.output).toEqual([{ sku: "a", price: 20 }]);
  });

  it("carries what an inner map reads of the outer iteration, and the index where it is read", async () => {
    const run = await compileAndRun(
      `
      export const w = workflow<{ groups: { name: string; skus: string[] }[] }>("W")
        .map("outer", (s) => s.input.groups, (group) => group
          .map("inner", (s) => s.item.skus, (each) => each
            .task("price", price, (s) => ({ sku: s.item }), { retry: [] })
            .return((s) => ({ at: s.index, price: s.price.price })))
          .return((s) => ({ name: s.item.name, at: s.index, inner: s.inner })))
        .return((s) => s.outer);`,
      {
        groups: [
          { name: "g", skus: ["a", "b"] },
          { name: "h", skus: [] },
        ],
      },
    );
    expect(run.output).toEqual([
      {
        name: "g",
        at: 0,
        inner: [
          { at: 0, price: 10 },
          { at: 1, price: 1 },
        ],
      },
      { name: "h", at: 1, inner: [] },
    ]);
  });

  it("carries a value of the iteration into a parallel and a map that are its first states", async () => {
    const run = await compileAndRun(
      `
      export const w = workflow<{ rows: { id: string; skus: string[] }[] }>("W")
        .map("rows", (s) => s.input.rows, (row) => row
          .pass("wanted", (s) => s.item)
          .parallel("both", {
            a: (flow) => flow.task("order", load, (s) => ({ id: s.item.id }), { retry: [] }).return((s) => ({ id: s.item.id, total: s.order.total })),
            b: (flow) => flow.return((s) => s.wanted.skus),
          })
          .return((s) => ({ both: s.both, id: s.item.id })))
        .map("again", (s) => s.input.rows, (row) => row
          .pass("id", (s) => s.item.id)
          .map("skus", (s) => s.item.skus, (each) => each
            .task("price", price, (s) => ({ sku: s.item }), { retry: [] })
            .return((s) => ({ id: s.id, price: s.price.price })))
          .return((s) => ({ id: s.id, skus: s.skus })))
        .return((s) => ({ rows: s.rows, again: s.again }));`,
      { rows: [{ id: "1", skus: ["a"] }] },
    );
    expect(run.output).toEqual({
      rows: [{ both: { a: { id: "1", total: 7 }, b: ["a"] }, id: "1" }],
      again: [{ id: "1", skus: [{ id: "1", price: 10 }] }],
    });
  });

  it("keeps branch-local names apart, and lambda parameters from hiding variables", async () => {
    const run = await compileAndRun(`
      export const w = workflow<{ id: string }>("W")
        .parallel("both", {
          a: (flow) => flow.task("order", load, () => ({ id: "1" }), { retry: [] }).return((s) => s.order.total),
          b: (flow) => flow.task("order", load, () => ({ id: "2" }), { retry: [] }).return((s) => s.order.total + 1),
        })
        .task("line", load, (s) => ({ id: s.input.id }), { retry: [] })
        .wait("pause", { seconds: 1 })
        .return((s) => ({ both: s.both, same: s.line.lines.map((line) => line.qty + s.line.total) }));`);
    expect(run.output).toEqual({ both: { a: 7, b: 8 }, same: [9, 7] });
  });

  it("repeats a body until its condition holds, in the loop's own states", async () => {
    const text = `
      const poll = lambda.invoke<{ id: string }, { done: boolean; seen: number }>("\${PollFunctionArn}");
      export const w = workflow<{ ids: string[] }>("W")
        .map("jobs", (s) => s.input.ids, (each) => each
          .repeat("polled", (flow) => flow
            .wait("pause", { seconds: 30 })
            .task("poll", poll, (s) => ({ id: s.item }), { retry: [] })
            .return((s) => s.poll), { until: (s) => s.polled.done, maxIterations: 4 })
          .return((s) => ({ id: s.item, seen: s.polled.seen })))
        .return((s) => s.jobs);`;
    const definition = await compileDefinition(text);
    let calls = 0;
    const pollAfter =
      (times: number) =>
      ({ id }: { id: string }) => {
        calls = id === "a" ? calls + 1 : calls;
        return { done: id !== "a" || calls >= times, seen: calls };
      };
    const run = (times: number) => {
      calls = 0;
      return simulate(definition, { input: { ids: ["a"] }, functions: { PollFunctionArn: pollAfter(times) } });
    };
    expect(await run(3)).toMatchObject({
      status: "SUCCEEDED",
      output: [{ id: "a", seen: 3 }],
      path: [
        "jobs",
        "jobs.polled.begin",
        ...Array(3).fill(["jobs.polled.pause", "jobs.polled.poll", "jobs.polled"]).flat(),
        "jobs.return",
      ],
    });
    const exhausted = await run(9);
    expect(exhausted).toMatchObject({ status: "FAILED", error: "Repeat.Exhausted" });
    expect(calls).toBe(4);
  });

  it("hands a loop's value on from one iteration to the next, from the value it begins with", async () => {
    const definition = await compileDefinition(`
      const list = lambda.invoke<{ after: string | null }, { ids: string[]; next: string | null }>("\${ListFunctionArn}");
      export const w = workflow<{ names: string[] }>("W")
        .map("all", (s) => s.input.names, (each) => each
          .repeatFrom("pages", (s) => ({ after: null as string | null, ids: [s.item] }), (flow) => flow
            .pass("before", (s) => s.pages.ids)
            .task("page", list, (s) => ({ after: s.pages.after }), { retry: [] })
            .return((s) => ({ after: s.page.next, ids: [...s.before, ...s.page.ids] })), {
              until: (s) => s.pages.after === null, maxIterations: 5,
            })
          .return((s) => s.pages.ids))
        .return((s) => s.all);`);
    const execution = await simulate(definition, {
      input: { names: ["x"] },
      functions: {
        ListFunctionArn: ({ after }: { after: string | null }) =>
          after === null ? { ids: ["1", "2"], next: "2" } : { ids: ["3"], next: null },
      },
    });
    expect(execution.output).toEqual([["x", "1", "2", "3"]]);
    expect(execution.path).toEqual([
      "all",
      "all.pages.begin",
      ...["all.pages.page", "all.pages", "all.pages.page", "all.pages"],
      "all.return",
    ]);
  });

  it("keeps the loop's counter apart from a step named count, and handlers to the branch they stand in", async () => {
    const definition = await compileDefinition(`${load}
      const inner = workflow<{ id: string }>("Inner")
        .onError((flow) => flow.fail("InnerFailed", { error: "Inner.Failed" }))
        .task("order", load, (s) => ({ id: s.input.id }), { retry: [] })
        .return((s) => s.order.total);
      export const w = workflow<{ id: string }>("W")
        .task("before", load, (s) => ({ id: s.input.id }), { retry: [] })
        .use("inner", inner, (s) => ({ id: s.input.id }))
        .repeat("poll", (flow) => flow
          .task("count", load, (s) => ({ id: s.input.id }), { retry: [] })
          .wait("pause", { seconds: 1 })
          .return((s) => s.count.total), { until: (s) => s.poll > 100, maxIterations: 3 })
        .return((s) => ({ inner: s.inner, poll: s.poll }));`);
    const states = definition.States as Record<string, { Catch?: unknown }>;
    expect(states.before).not.toHaveProperty("Catch");
    expect(states["inner.order"]).toHaveProperty("Catch");
    const execution = await simulate(definition, { input: { id: "1" }, functions });
    expect(execution).toMatchObject({ status: "FAILED", error: "Repeat.Exhausted" });
    expect(execution.path.filter((state) => state === "poll.count")).toHaveLength(3);
  });

  it("starts another workflow as a nested execution, and waits for its output", async () => {
    const { workflows, diagnostics } = await compileModule(`
      export const child = workflow<{ n: number }>("Child").return((s) => ({ doubled: s.input.n * 2 }));
      export const parent = workflow<{ n: number }>("Parent")
        .start("child", child, (s) => ({ n: s.input.n + 1 }))
        .start("later", child, (s) => ({ n: 0 }), { wait: false })
        .return((s) => ({ doubled: s.child.doubled, started: s.later.ExecutionArn }));`);
    expect(diagnostics).toEqual([]);
    const [child, parent] = workflows.map(({ definition }) => JSON.parse(definition));
    expect(parent.States.child).toEqual({
      Type: "Task",
      // biome-ignore-start lint/suspicious/noTemplateCurlyInString: the placeholders of the definition.
      Resource: "arn:${Partition}:states:::states:startExecution.sync:2",
      Arguments: {
        StateMachineArn: "${ChildStateMachineArn}",
        // biome-ignore-end lint/suspicious/noTemplateCurlyInString: the placeholders of the definition.
        Input: {
          n: `{% ${input}.n + 1 %}`,
          AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID: "{% $states.context.Execution.Id %}",
        },
      },
      Assign: { child: "{% $states.result.Output %}" },
      Next: "later",
    });
    const childRun = await simulate(child, { input: { n: 3 } });
    const execution = await simulate(parent, {
      input: { n: 2 },
      mocks: {
        child: { output: { Output: childRun.output ?? null } },
        later: { output: { ExecutionArn: "arn:started", StartDate: "2026-01-01T00:00:00Z" } },
      },
    });
    expect(execution.output).toEqual({ doubled: 6, started: "arn:started" });
  });

  it("assigns a caught error once, where it is caught", async () => {
    const { States } = await compileDefinition(`
      const order = lambda.invoke<{ id: string }, { total: number }>("\${OrderFunctionArn}");
      const undo = lambda.invoke<{ id: string }, null>("\${UndoFunctionArn}");
      export const w = workflow<{ id: string }>("W")
        .task("order", order, (s) => ({ id: s.input.id }), {
          retry: [],
          catch: [{
            errorEquals: ["States.ALL"],
            next: (flow) => flow
              .task("undo", undo, (s) => ({ id: s.input.id }), { retry: [] })
              .task("tell", undo, (s) => ({ id: s.input.id }), { retry: [] })
              .fail("Undone", { error: (s) => s.error.Error }),
          }],
        })
        .return((s) => s.order);`);
    const states = States as { [name: string]: { Assign?: object; Catch?: { Assign?: object }[] } };
    expect(states.order!.Catch![0]!.Assign).toEqual({ order_error: "{% $states.errorOutput %}" });
    expect(states["order.undo"]).not.toHaveProperty("Assign");
    expect(states["order.tell"]).not.toHaveProperty("Assign");
  });

  it("leads every error that nothing catches to the workflow's own handler, but for those it leaves alone", async () => {
    const text = `
      const undo = lambda.invoke<{ id: string; why: string }, null>("\${UndoFunctionArn}");
      export const w = workflow<{ id: string; qty: number }>("W")
        .onError((flow) => flow
          .task("undo", undo, (s) => ({ id: s.input.id, why: s.error.Error }), { retry: [] })
          .fail("Failed", { error: "Order.Failed", cause: "undone" }), { except: ["Price.Unknown"] })
        .task("order", load, (s) => ({ id: s.input.id }), { retry: [] })
        .map("prices", (s) => s.order.lines, (each) => each
          .task("price", price, (s) => ({ sku: s.item.sku }), { retry: [] }).return((s) => s.price))
        .task("again", load, (s) => ({ id: s.input.id }), {
          retry: [],
          catch: [{ errorEquals: ["Load.Failed"], next: (flow) => flow.fail("Mine", { error: "Mine" }) }],
        })
        .return((s) => s.again.total);`;
    const definition = await compileDefinition(load + text);
    const state = definition.States as Record<string, { Catch?: unknown }>;
    expect(state.order?.Catch).toEqual([
      { ErrorEquals: ["Price.Unknown"], Next: "onError.except" },
      {
        ErrorEquals: ["States.ALL"],
        Next: "onError.undo",
      },
    ]);
    expect(state.prices?.Catch).toEqual(state.order?.Catch);
    expect(state.again?.Catch).toEqual([{ ErrorEquals: ["Load.Failed"], Next: "again.Mine" }]);
    const undone: unknown[] = [];
    const run = (id: string, failing: string) =>
      simulate(definition, {
        input: { id },
        functions: {
          ...functions,
          PriceFunctionArn: () => {
            throw Object.assign(new Error(), { name: failing });
          },
          UndoFunctionArn: (request: unknown) => {
            undone.push(request);
            return null;
          },
        },
      });
    expect(await run("gone", "Price.Unknown")).toMatchObject({
      status: "FAILED",
      error: "Order.Failed",
      cause: "undone",
    });
    expect(undone).toEqual([{ id: "gone", why: "Load.Failed" }]);
    expect(await run("1", "Price.Unknown")).toMatchObject({ status: "FAILED", error: "Price.Unknown" });
    expect(undone).toHaveLength(1);
  });

  it("waits for a worker that the arguments hand the task token to", async () => {
    const { workflows, diagnostics } = await compileModule(`
      import { sqs } from "@treadle/aws";
      import { resumedBy } from "@treadle/workflow";
      interface Approval { approved: boolean }
      const ask = resumedBy<Approval, "Approval.Refused">()(sqs.sendMessage<{ id: string; token: string }>("\${ApprovalsQueueUrl}"));
      export const w = workflow<{ id: string }>("W")
        .callback("approval", ask, (s) => ({ MessageBody: { id: s.input.id, token: s.token } }), {
          timeoutSeconds: 3600,
          catch: [{ errorEquals: ["Approval.Refused"], next: (flow) => flow.return(() => ({ approved: false })) }],
        })
        .return((s) => s.approval.approved);`);
    expect(diagnostics).toEqual([]);
    const definition = JSON.parse(workflows[0]!.definition);
    expect(definition.States.approval).toMatchObject({
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders of the definition.
      Resource: "arn:${Partition}:states:::sqs:sendMessage.waitForTaskToken",
      Arguments: { MessageBody: { id: `{% ${input}.id %}`, token: "{% $states.context.Task.Token %}" } },
      Output: "{% $states.result.approved %}",
    });
    expect(definition.States.approval).not.toHaveProperty("Retry");
    const run = (mock: TaskMock) => simulate(definition, { input: { id: "1" }, mocks: { approval: mock } });
    expect((await run({ output: { approved: true } })).output).toBe(true);
    expect((await run({ error: "Approval.Refused", cause: "no" })).output).toBe(false);
  });

  it("carries what a distributed map's children read into their input", async () => {
    const { workflows, diagnostics } = await compileModule(`
      import { s3 } from "@treadle/aws";
      ${load}
      const rate = 2;
      export const w = workflow<{ id: string }>("W")
        .task("order", load, (s) => ({ id: s.input.id }), { retry: [] })
        .distributedMap("priced", (s) => s.order.lines, (each) => each
          .task("price", price, (s) => ({ sku: s.item.sku }), { retry: [] })
          .return((s) => ({ order: s.input.id, at: s.index, cost: s.price.price * s.item.qty * rate + s.order.total })), {
            maxConcurrency: 100, toleratedFailurePercentage: 10, executionType: "EXPRESS",
          })
        .distributedMap("rows", s3.csv<"sku" | "qty">({ bucket: "\${RowsBucket}", key: "in/rows.csv" }), (each) => each
          .return((s) => ({ order: s.order.total, skus: s.batch.map((row) => row.sku) })), { batch: { maxItems: 2 } })
        .return((s) => ({ priced: s.priced, rows: s.rows }));`);
    expect(diagnostics).toEqual([]);
    const definition = JSON.parse(workflows[0]!.definition);
    const { ItemProcessor, ...priced } = definition.States.priced;
    expect(priced).toEqual({
      Type: "Map",
      Items: "{% $order.lines %}",
      ItemSelector: {
        item: "{% $states.context.Map.Item.Value %}",
        index: "{% $states.context.Map.Item.Index %}",
        input: `{% ${input} %}`,
        order: "{% $order %}",
      },
      MaxConcurrency: 100,
      ToleratedFailurePercentage: 10,
      Label: "priced",
      Assign: { priced: "{% $states.result %}" },
      Next: "rows",
    });
    expect(ItemProcessor.ProcessorConfig).toEqual({ Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" });
    const { ItemProcessor: _, ...rows } = definition.States.rows;
    expect(rows).toMatchObject({
      ItemReader: {
        // biome-ignore-start lint/suspicious/noTemplateCurlyInString: the placeholders of the definition.
        Resource: "arn:${Partition}:states:::s3:getObject",
        ReaderConfig: { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW" },
        Arguments: { Bucket: "${RowsBucket}", Key: "in/rows.csv" },
        // biome-ignore-end lint/suspicious/noTemplateCurlyInString: the placeholders of the definition.
      },
      ItemBatcher: { BatchInput: { order: "{% $order %}" }, MaxItemsPerBatch: 2 },
    });
    const execution = await simulate(definition, {
      input: { id: "7" },
      functions,
      substitutions: { RowsBucket: "rows" },
      objects: [{ bucket: "rows", key: "in/rows.csv", body: "sku,qty\na,1\nb,2\nc,3\n" }],
    });
    expect(execution.output).toEqual({
      priced: [
        { order: "7", at: 0, cost: 47 },
        { order: "7", at: 1, cost: 7 },
      ],
      rows: [
        { order: 7, skus: ["a", "b"] },
        { order: 7, skus: ["c"] },
      ],
    });
  });

  it("catches and retries maps and parallels as a whole, and reads the iteration around them in the handler", async () => {
    const definition = await compileDefinition(`${load}
      export const w = workflow<{ skus: string[] }>("W")
        .map("all", (s) => s.input.skus, (each) => each
          .parallel("both", {
            a: (flow) => flow.task("price", price, (s) => ({ sku: s.item }), { retry: [] }).return((s) => s.price.price),
          }, {
            retry: [{ errorEquals: ["Price.Unknown"], maxAttempts: 1 }],
            catch: [{ errorEquals: ["States.ALL"], next: (flow) => flow.return((s) => ({ a: 0, why: s.error.Error + s.item })) }],
          })
          .return((s) => s.both), {
          catch: [{ errorEquals: ["States.ALL"], next: (flow) => flow.return(() => null) }],
        })
        .return((s) => s.all);`);
    let calls = 0;
    const execution = await simulate(definition, {
      input: { skus: ["a", "b"] },
      functions: {
        PriceFunctionArn: ({ sku }: { sku: string }) => {
          calls++;
          if (sku === "b") throw Object.assign(new Error(), { name: "Price.Unknown" });
          return { price: 5 };
        },
      },
    });
    expect(execution.output).toEqual([{ a: 5 }, { a: 0, why: "Price.Unknownb" }]);
    expect(calls).toBe(3);
  });
});
