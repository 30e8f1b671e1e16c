import { expect, it } from "vitest";
import { compileModule } from "./compile-fixture.js";

const tasks = `
interface Order { total: number; lines: { sku: string }[] }
const load = lambda.invoke<{ id: string }, Order, "Load.Failed">("\${LoadFunctionArn}");
const price = lambda.invoke<{ sku: string; rate: number }, { price: number }>("\${PriceFunctionArn}");
`;

async function definitionOf(text: string): Promise<string> {
  const { workflows, diagnostics } = await compileModule(tasks + text);
  expect(diagnostics).toEqual([]);
  return workflows[0]!.definition;
}

const inline = `
export const w = workflow<{ id: string }>("W")
  .task("order", load, (s) => ({ id: s.input.id }), {
    retry: [{ errorEquals: ["Load.Failed"], maxAttempts: 2 }],
    catch: [{ errorEquals: ["Load.Failed"], next: (flow) => flow.fail("Gone", { error: "Order.Gone" }) }],
  })
  .choice("size", (c) => c
    .when((s) => s.order.total > 100, (flow) => flow.return(() => "big"))
    .otherwise((flow) => flow.return(() => "small")))
  .map("prices", (s) => s.order.lines, (each) => each
    .task("price", price, (s) => ({ sku: s.item.sku, rate: 3 }), { retry: [] })
    .return((s) => s.price.price))
  .parallel("both", {
    eu: (flow) => flow.return((s) => s.order.total * 2),
    us: (flow) => flow.return((s) => s.order.total * 3),
  })
  .return((s) => ({ size: s.size, prices: s.prices, both: s.both }));`;

it("gives the same bytes whether parts are written inline, or by helper functions, constants and loops", async () => {
  const helped = `
    import type { Flow, Step } from "@treadle/workflow";
    const limits = { big: 100 };
    type Begun = Step<"input", { id: string }>;
    type Loaded = Flow<Begun | Step<"order", Order>, {}, { id: string }>;

    const retried = (maxAttempts: number) => [{ errorEquals: ["Load.Failed"], maxAttempts }] as const;
    function named<const T extends string>(size: T) {
      return (flow: Loaded) => flow.return(() => size as string);
    }
    const times = (rate: number) => (flow: Flow<Begun | Step<"order", Order> | Step<"size", string> | Step<"prices", number[]>, {}, { id: string }>) =>
      flow.return((s) => s.order.total * rate);
    const rates = { eu: 2, us: 3 };
    const branches = Object.fromEntries(Object.entries(rates).map(([name, rate]) => [name, times(rate)])) as { [K in keyof typeof rates]: ReturnType<typeof times> };

    const priceOf = (rate: number) => {
      const args = { rate };
      return { price, rate: args.rate };
    };
    const { rate } = priceOf(3);
    const started = workflow<{ id: string }>("W").task("order", load, (s) => {
      const { id } = s.input;
      return { id };
    }, {
      retry: retried(2),
      catch: [{ errorEquals: ["Load.Failed"], next: (flow) => flow.fail("Gone", { error: "Order.Gone" }) }],
    });
    export const w = started
      .choice("size", (c) => c.when((s) => s.order.total > limits.big, named("big")).otherwise(named("small")))
      .map("prices", (s) => s.order.lines, (each) => {
        const priced = each.task("price", price, (s) => ({ sku: s.item.sku, rate }), { retry: [] });
        return priced.return((s) => s.price.price);
      })
      .parallel("both", branches)
      .return((s) => ({ size: s.size, prices: s.prices, both: s.both }));`;
  expect(await definitionOf(helped)).toBe(await definitionOf(inline));
});

it("gives the same bytes however the source is laid out", async () => {
  const laidOut = inline.replaceAll(" => ", "=>").replaceAll("(s)=>", "(s) =>\n/* the scope */ ").replaceAll('"', "'");
  expect(await definitionOf(laidOut)).toBe(await definitionOf(inline));
});
