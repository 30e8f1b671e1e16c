// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of the tasks.
import { lambda, s3, sqs } from "@treadle/aws";
import { resumedBy, workflow } from "@treadle/workflow";

/*
 * Twelve programs of the kinds that public samples show, as a user would write them. `handwritten.ts` has the same twelve.
 */
interface Order {
  id: string;
  amount: number;
  lines: { sku: string; qty: number }[];
}

const load = lambda.invoke<{ id: string }, Order>("${LoadFunctionArn}");
const review = lambda.invoke<{ id: string }, { approved: boolean }>("${ReviewFunctionArn}");
const notify = lambda.invoke<{ id: string; text: string }, { sent: boolean }>("${NotifyFunctionArn}");
const price = lambda.invoke<{ sku: string }, { price: number }, "Price.Unknown">("${PriceFunctionArn}");
const charge = lambda.invoke<{ id: string; amount: number }, { receipt: string }, "Payment.Busy" | "Payment.Declined">(
  "${ChargeFunctionArn}",
);
const reserve = lambda.invoke<{ id: string }, { reservation: string }>("${ReserveFunctionArn}");
const release = lambda.invoke<{ id: string }, null>("${ReleaseFunctionArn}");
const refund = lambda.invoke<{ id: string }, null>("${RefundFunctionArn}");
const ship = lambda.invoke<{ id: string }, { parcel: string }, "Ship.Refused">("${ShipFunctionArn}");
const startJob = lambda.invoke<{ id: string }, { job: string }>("${StartJobFunctionArn}");
const pollJob = lambda.invoke<{ job: string }, { status: "RUNNING" | "DONE"; result: number }>("${PollJobFunctionArn}");
const list = lambda.invoke<{ after: string | null }, { ids: string[]; next: string | null }>("${ListFunctionArn}");
const store = lambda.invoke<{ ids: string[] }, null>("${StoreFunctionArn}");
const ask = resumedBy<{ approved: boolean; by: string }>()(
  sqs.sendMessage<{ id: string; token: string }>("${AsksQueueUrl}"),
);

/** A large order is reviewed, and the customer is told. */
export const branching = workflow<{ id: string }>("Branching")
  .task("order", load, (s) => ({ id: s.input.id }), { retry: [] })
  .choice("size", (c) =>
    c
      .when(
        (s) => s.order.amount > 1000,
        (flow) =>
          flow
            .task("review", review, (s) => ({ id: s.input.id }), { retry: [] })
            .return((s) => (s.review.approved ? "approved" : "refused")),
      )
      .otherwise((flow) => flow.return(() => "small")),
  )
  .task("told", notify, (s) => ({ id: s.input.id, text: s.size }), { retry: [] })
  .return((s) => ({ outcome: s.size, sent: s.told.sent }));

/** A payment service that is busy now and then. */
export const retry = workflow<{ id: string }>("Retry")
  .task("order", load, (s) => ({ id: s.input.id }), { retry: [] })
  .task("payment", charge, (s) => ({ id: s.input.id, amount: s.order.amount }), {
    retry: [{ errorEquals: ["Payment.Busy"], intervalSeconds: 2, maxAttempts: 4, jitterStrategy: "FULL" }],
  })
  .return((s) => ({ id: s.input.id, receipt: s.payment.receipt }));

/** Each line of an order is priced. */
export const map = workflow<{ id: string }>("MapLines")
  .task("order", load, (s) => ({ id: s.input.id }), { retry: [] })
  .map(
    "lines",
    (s) => s.order.lines,
    (each) =>
      each
        .task("price", price, (s) => ({ sku: s.item.sku }), { retry: [] })
        .return((s) => ({ sku: s.item.sku, cost: s.price.price * s.item.qty })),
    { maxConcurrency: 5 },
  )
  .return((s) => ({ lines: s.lines, total: s.lines.reduce((sum, line) => sum + line.cost, 0) }));

/** What a page needs, side by side. */
export const parallel = workflow<{ id: string; sku: string }>("ParallelLookups")
  .parallel("found", {
    order: (flow) => flow.task("load", load, (s) => ({ id: s.input.id }), { retry: [] }).return((s) => s.load.amount),
    price: (flow) => flow.task("load", price, (s) => ({ sku: s.input.sku }), { retry: [] }).return((s) => s.load.price),
  })
  .return((s) => ({ id: s.input.id, amount: s.found.order, price: s.found.price }));

/** A declined payment gives the reservation back. */
export const tryCatch = workflow<{ id: string }>("TryCatch")
  .task("reserved", reserve, (s) => ({ id: s.input.id }), { retry: [] })
  .task("payment", charge, (s) => ({ id: s.input.id, amount: 5 }), {
    retry: [],
    catch: [
      {
        errorEquals: ["Payment.Declined"],
        next: (flow) =>
          flow
            .task("release", release, (s) => ({ id: s.input.id }), { retry: [] })
            .return((s) => ({ receipt: `none: ${s.error.Error}` })),
      },
    ],
  })
  .return((s) => ({ reservation: s.reserved.reservation, receipt: s.payment.receipt }));

/** A job is started and asked for until it is done. */
export const polling = workflow<{ id: string }>("Polling")
  .task("started", startJob, (s) => ({ id: s.input.id }), { retry: [] })
  .repeat(
    "finished",
    (flow) =>
      flow
        .wait("pause", { seconds: 30 })
        .task("poll", pollJob, (s) => ({ job: s.started.job }), { retry: [] })
        .return((s) => s.poll),
    { until: (s) => s.finished.status === "DONE", maxIterations: 20 },
  )
  .task("told", notify, (s) => ({ id: s.input.id, text: s.finished.status }), { retry: [] })
  .return((s) => ({ result: s.finished.result, sent: s.told.sent }));

/**
 * Reservation, payment and shipment. After any failure both are undone, by the order's id: a payment that timed out may have
 * been made.
 */
export const saga = workflow<{ id: string; amount: number }>("Saga")
  .onError((flow) =>
    flow
      .task("refund", refund, (s) => ({ id: s.input.id }), { retry: [] })
      .task("release", release, (s) => ({ id: s.input.id }), { retry: [] })
      .fail("Undone", { error: "Order.Undone", cause: (s) => s.error.Error }),
  )
  .task("reserved", reserve, (s) => ({ id: s.input.id }), { retry: [] })
  .task("payment", charge, (s) => ({ id: s.input.id, amount: s.input.amount }), { retry: [] })
  .task("shipped", ship, (s) => ({ id: s.input.id }), { retry: [] })
  .return((s) => ({ parcel: s.shipped.parcel, receipt: s.payment.receipt }));

/** Pages of a listing, each stored before the next is asked for. */
export const pagination = workflow<{ most: number }>("Pagination")
  .wait("settle", { seconds: 1 })
  .repeatFrom(
    "pages",
    () => ({ after: null as string | null, count: 0 }),
    (flow) =>
      flow
        .task("page", list, (s) => ({ after: s.pages.after }), { retry: [] })
        .task("stored", store, (s) => ({ ids: s.page.ids }), { retry: [] })
        .return((s) => ({ after: s.page.next, count: s.pages.count + s.page.ids.length })),
    { until: (s) => s.pages.after === null, maxIterations: 50 },
  )
  .return((s) => ({ count: s.pages.count }));

/** A worker takes the message, and answers with the token. */
export const callback = workflow<{ id: string }>("Callback")
  .callback("answer", ask, (s) => ({ MessageBody: { id: s.input.id, token: s.token } }))
  .task("told", notify, (s) => ({ id: s.input.id, text: s.answer.by }), { retry: [] })
  .return((s) => ({ approved: s.answer.approved, sent: s.told.sent }));

export const child = workflow<{ id: string }>("NestedChild")
  .task("order", load, (s) => ({ id: s.input.id }), { retry: [] })
  .return((s) => ({ amount: s.order.amount }));

/** Another workflow, waited for. */
export const nested = workflow<{ id: string }>("Nested")
  .start("child", child, (s) => ({ id: s.input.id }))
  .task("payment", charge, (s) => ({ id: s.input.id, amount: s.child.amount }), { retry: [] })
  .return((s) => ({ amount: s.child.amount, receipt: s.payment.receipt }));

/** The rows of a file, a hundred to a child execution. */
export const fanOut = workflow<{ day: string }>("FanOut")
  .distributedMap(
    "rows",
    s3.csv<"id">({ bucket: "${RowsBucket}", key: "in/rows.csv" }),
    (each) =>
      each
        .task("stored", store, (s) => ({ ids: s.batch.map((row) => row.id) }), { retry: [] })
        .return((s) => ({ day: s.input.day, count: s.batch.length })),
    { batch: { maxItems: 2 }, maxConcurrency: 10, label: "rows", executionType: "EXPRESS" },
  )
  .return((s) => ({ stored: s.rows.reduce((sum, batch) => sum + batch.count, 0) }));

/** Somebody approves, or somebody else does when nobody has within a day. */
export const approval = workflow<{ id: string }>("Approval")
  .task("order", load, (s) => ({ id: s.input.id }), { retry: [] })
  .callback("decision", ask, (s) => ({ MessageBody: { id: s.input.id, token: s.token } }), {
    timeoutSeconds: 86_400,
    catch: [
      {
        errorEquals: ["States.Timeout"],
        next: (flow) =>
          flow
            .callback("escalated", ask, (s) => ({ MessageBody: { id: `escalated ${s.input.id}`, token: s.token } }))
            .return((s) => s.escalated),
      },
    ],
  })
  .choice("outcome", (c) =>
    c
      .when(
        (s) => s.decision.approved,
        (flow) =>
          flow
            .task("payment", charge, (s) => ({ id: s.input.id, amount: s.order.amount }), { retry: [] })
            .return((s) => ({ by: s.decision.by, receipt: s.payment.receipt })),
      )
      .otherwise((flow) => flow.fail("Refused", { error: "Order.Refused", cause: (s) => s.decision.by })),
  )
  .return((s) => s.outcome);
