import { expectTypeOf } from "vitest";
import {
  type CallbackTask,
  createResumableTask,
  createTask,
  type Input,
  type ItemReader,
  type Output,
  type ResultWriter,
  resumedBy,
  type Task,
  workflow,
} from "../index.js";

interface Order {
  readonly id: string;
  readonly status: "PAID" | "OPEN";
  readonly lines: readonly { readonly sku: string; readonly qty: number }[];
}
type Pay =
  | {
      readonly kind: "card";
      readonly net: { readonly kind: "visa"; readonly v: string } | { readonly kind: "amex"; readonly a: number };
    }
  | { readonly kind: "bank"; readonly iban: string };

const definition = {} as never;
const orderById: Task<{ orderId: string }, Order | null, "Cassandra.ReadTimeout"> = createTask(definition);
const reserve: Task<{ sku: string; qty: number }, { applied: boolean }, "Cassandra.OutcomeUnknown"> =
  createTask(definition);
const charge: Task<{ id: string }, { transaction: string }, "Payment.Declined"> = createTask(definition);

interface Placed {
  orderId: string;
  pay: Pay;
  note?: string;
}

const reserveLine = workflow<{ sku: string; qty: number }>("ReserveLine")
  .task("reserve", reserve, (s) => ({ sku: s.input.sku, qty: s.input.qty }))
  .return((s) => s.reserve.applied);

const fulfil = workflow<Placed>("Fulfil")
  .task("order", orderById, (s) => ({ orderId: s.input.orderId }))
  .choice("known", (c) =>
    c
      .when(
        (s) => s.order === null,
        (flow) => flow.fail("Unknown", { error: "Order.Unknown" }),
      )
      .otherwise((flow) => flow.return((s) => s.order!)),
  )
  .match("payment", "kind", (s) => s.input.pay, {
    card: (flow) =>
      flow
        .match("network", "kind", (s) => s.it.net, {
          visa: (inner) => inner.return((s) => s.it.v),
          amex: (inner) => inner.return((s) => s.it.a),
        })
        .task("charge", charge, (s) => ({ id: s.known.id }), {
          catch: [
            {
              errorEquals: ["Payment.Declined"],
              next: (failed) => failed.return((s) => ({ declined: s.error.Cause })),
            },
            { errorEquals: ["States.Timeout"], next: (failed) => failed.fail("Late", { error: "Order.Late" }) },
          ],
        })
        .return((s) => ({ network: s.network, charge: s.charge })),
    bank: (flow) => flow.return((s) => s.it.iban),
  })
  .map(
    "reservations",
    (s) => s.known.lines,
    (each) =>
      each
        .use("line", reserveLine, (s) => ({ sku: s.item.sku, qty: s.item.qty }))
        .return((s) => ({ ok: s.line, index: s.index })),
  )
  .parallel("both", { a: (flow) => flow.return(() => 1), b: (flow) => flow.return((s) => s.known.status) })
  .return((s) => ({ payment: s.payment, reservations: s.reservations, both: s.both }));

const nested = workflow<Placed>("Nested")
  .start("line", reserveLine, (s) => ({ sku: s.input.orderId, qty: 1 }), {
    catch: [{ errorEquals: ["States.TaskFailed"], next: (failed) => failed.return(() => null) }],
  })
  .start("later", reserveLine, () => ({ sku: "a", qty: 1 }), { wait: false })
  .repeat("polled", (flow) => flow.task("charge", charge, () => ({ id: "1" })).return((s) => s.charge.transaction), {
    until: (s) => s.polled === "done",
    maxIterations: 10,
  })
  .return((s) => ({ line: s.line, arn: s.later.ExecutionArn, polled: s.polled }));

expectTypeOf<Output<typeof nested>>().toEqualTypeOf<{ line: boolean | null; arn: string; polled: string }>();

expectTypeOf<Output<typeof fulfil>>().toEqualTypeOf<{
  payment: string | { network: string | number; charge: { transaction: string } | { declined: string } };
  reservations: { ok: boolean; index: number }[];
  both: { readonly a: number; readonly b: "PAID" | "OPEN" };
}>();
expectTypeOf<Input<typeof reserveLine>>().toEqualTypeOf<{ sku: string; qty: number }>();

const approve: CallbackTask<{ to: string; body: { token: string } }, { ok: boolean }, "Refused"> = resumedBy<
  { ok: boolean },
  "Refused"
>()(createResumableTask<{ to: string; body: { token: string } }, null, never>(definition));
// @ts-expect-error a task whose integration cannot wait for a token
resumedBy<{ ok: boolean }>()(charge);

const approved = workflow<Placed>("Approved")
  .callback("approval", approve, (s) => ({ to: s.input.orderId, body: { token: s.token } }), {
    catch: [{ errorEquals: ["Refused"], next: (failed) => failed.return(() => null) }],
  })
  .return((s) => s.approval);
expectTypeOf<Output<typeof approved>>().toEqualTypeOf<{ ok: boolean } | null>();

interface Tree {
  readonly text?: string;
  readonly trees?: readonly Tree[];
}
const grow = resumedBy<{ ok: boolean }>()(createResumableTask<{ tree: Tree }, null, never>(definition));
workflow<Placed>("Grown").callback("grow", grow, (s) => ({ tree: { trees: [{ text: s.token }] } }));
// @ts-expect-error a callback whose arguments hold no token, of a type that contains itself
workflow<Placed>("Grown").callback("grow", grow, () => ({ tree: { trees: [{ text: "mine" }] } }));

declare const rows: ItemReader<{ sku: string }>;
declare const writer: ResultWriter;
const distributed = workflow<Placed>("Distributed")
  .distributedMap("plain", rows, (each) => each.return((s) => s.item.sku + s.input.orderId))
  .distributedMap("batched", rows, (each) => each.return((s) => s.batch.length), { batch: { maxItems: 10 } })
  .distributedMap(
    "written",
    (s) => s.plain,
    (each) => each.return((s) => s.item),
    { write: writer },
  )
  .distributedMap("flat", rows, (each) => each.return((s) => [s.item.sku]), { flatten: true })
  .distributedMap("mixed", rows, (each) => each.return((s) => (s.item.sku === "" ? null : [s.item.sku])), {
    flatten: true,
  })
  .return((s) => ({ plain: s.plain, batched: s.batched, written: s.written.MapRunArn, flat: s.flat, mixed: s.mixed }));
expectTypeOf<Output<typeof distributed>>().toEqualTypeOf<{
  plain: string[];
  batched: number[];
  written: string;
  flat: string[];
  mixed: (string | null)[];
}>();

const paged = workflow<Placed>("Paged")
  .repeatFrom(
    "pages",
    (s) => ({ after: null as string | null, seen: [s.input.orderId] }),
    (each) => each.return((s) => ({ after: "x", seen: [...s.pages.seen, s.input.orderId] })),
    { until: (s) => s.pages.after === null, maxIterations: 3 },
  )
  .return((s) => s.pages);
expectTypeOf<Output<typeof paged>>().toEqualTypeOf<{ after: string | null; seen: string[] }>();

declare const refund: Task<{ iban: string } | { card: string }, null>;
workflow<Placed>("Union").task("refund", refund, (s) => ({ iban: s.input.orderId }));

const flow = () => workflow<Placed>("Refused");
flow().repeatFrom(
  "a",
  () => 1,
  // @ts-expect-error the body's value is another type than the one to begin with
  (each) => each.return(() => "b"),
  { until: () => true, maxIterations: 2 },
);
// @ts-expect-error no single item where items are batched
flow().distributedMap("a", rows, (each) => each.return((s) => s.item), { batch: { maxItems: 10 } });
// @ts-expect-error results that are written are not given back, flat or not
flow().distributedMap("a", rows, (each) => each.return((s) => [s.item]), { write: writer, flatten: true });
// @ts-expect-error a batch without a limit
flow().distributedMap("a", rows, (each) => each.succeed(), { batch: {} });

// @ts-expect-error a callback whose arguments hold no token
flow().callback("a", approve, () => ({ to: "", body: { token: "mine" } }));
// @ts-expect-error a task that waits for nobody
flow().callback("a", charge, (s) => ({ id: s.token }));
// @ts-expect-error a token outside a callback
flow().task("a", charge, (s) => ({ id: s.token }));

flow()
  .pass("key", (s) => s.uuid() + s.execution.startTime + s.hash(s.input.orderId, "SHA-256"))
  // @ts-expect-error an algorithm that Step Functions does not have
  .pass("weak", (s) => s.hash(s.key, "CRC32"));
// @ts-expect-error a missing argument
flow().task("a", orderById, () => ({}));
// @ts-expect-error an extra argument
flow().task("a", orderById, () => ({ orderId: "", nope: 1 }));
flow()
  .pass("a", () => 1)
  // @ts-expect-error a step name used twice
  .pass("a", () => 2);
// @ts-expect-error a name of the scope itself
flow().pass("item", () => 1);
// @ts-expect-error an optional that may be absent
flow().task("a", orderById, (s) => ({ orderId: s.input.note }));
// @ts-expect-error a step that comes later
flow().pass("a", (s) => s.b);
flow().task("a", orderById, () => ({ orderId: "" }), {
  // @ts-expect-error an error that the task does not declare
  catch: [{ errorEquals: ["Cassandra.Nope"], next: (failed) => failed.fail("x", { error: "y" }) }],
});
flow().task("a", orderById, () => ({ orderId: "" }), {
  // @ts-expect-error a retrier for an error that the task does not declare
  retry: [{ errorEquals: ["Payment.Declined"] }],
});
flow().match("p", "kind", (s) => s.input.pay, {
  card: (f) => f.return(() => 1),
  bank: (f) => f.return(() => 2),
  // @ts-expect-error a case that the union does not have
  cash: (f) => f.return(() => 3),
});
// @ts-expect-error a case forgotten
flow().match("p", "kind", (s) => s.input.pay, { card: (f) => f.return(() => 1) });
// @ts-expect-error the inlined workflow's input
flow().use("line", reserveLine, (s) => ({ sku: s.input.orderId }));
// @ts-expect-error the started workflow's input
flow().start("line", reserveLine, (s) => ({ sku: s.input.orderId }));
flow()
  .parallel("p", { a: (f) => f.pass("inner", () => 1).return((s) => s.inner) })
  // @ts-expect-error a name of a branch, read outside
  .return((s) => s.inner);
workflow<{ groups: { name: string; rows: number[] }[] }>("Hidden").map(
  "outer",
  (s) => s.input.groups,
  (each) =>
    each
      .map(
        "inner",
        (s) => s.item.rows,
        // @ts-expect-error the outer item is hidden by the inner one
        (row) => row.return((s) => s.item.name),
      )
      .return((s) => s.inner),
);
