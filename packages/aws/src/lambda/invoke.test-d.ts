import { type ResumableTask, workflow } from "@treadle/workflow";
import { expectTypeOf } from "vitest";
import { type LambdaError, lambda, sns, sqs } from "../index.js";

declare function handler(event: { id: string }): Promise<{ paidAt: Date; amount?: number; log: () => void }>;
declare function silent(event: { id: string }): Promise<void>;
// biome-ignore lint/suspicious/noConfusingVoidType: how the handler types of the field are written.
type CallbackStyle = (event: { id: string }, context: object, callback: () => void) => void | Promise<{ ok: true }>;
declare const annotated: CallbackStyle;

expectTypeOf(lambda.invoke<{ id: string }, { ok: boolean }>("f")).toEqualTypeOf<
  ResumableTask<{ id: string }, { ok: boolean }, LambdaError>
>();
expectTypeOf(lambda.invoke<{ id: string }, { ok: boolean }, "Payment.Declined">("f")).toEqualTypeOf<
  ResumableTask<{ id: string }, { ok: boolean }, LambdaError | "Payment.Declined">
>();
expectTypeOf(lambda.invoke<typeof handler>("f")).toEqualTypeOf<
  ResumableTask<{ id: string }, { paidAt: string; amount?: number }, LambdaError>
>();
expectTypeOf(lambda.invoke<typeof handler, "Payment.Declined">("f")).toEqualTypeOf<
  ResumableTask<{ id: string }, { paidAt: string; amount?: number }, LambdaError | "Payment.Declined">
>();
expectTypeOf(lambda.invoke<typeof silent>("f")).toEqualTypeOf<ResumableTask<{ id: string }, null, LambdaError>>();
expectTypeOf(lambda.invoke<typeof annotated>("f")).toEqualTypeOf<
  ResumableTask<{ id: string }, { ok: true }, LambdaError>
>();

expectTypeOf(lambda.invoke<() => Promise<{ at: number }>>("f")).toEqualTypeOf<
  ResumableTask<null, { at: number }, LambdaError>
>();

const charge = lambda.invoke<{ id: string }, { txId: string }, "Payment.Declined">("f");
const flow = () => workflow<{ id: string; note?: string }>("Order");

flow()
  .task("charge", charge, (s) => ({ id: s.input.id }), {
    catch: [
      { errorEquals: ["Payment.Declined"], next: (f) => f.fail("Declined", { error: "Order.Declined" }) },
      { errorEquals: ["Lambda.Unknown"], next: (f) => f.return((s) => s.error.Cause) },
    ],
  })
  .task("publish", sns.publish("t"), () => ({ Message: "paid", Subject: "order" }))
  .task("queue", sqs.sendMessage<{ id: string }>("q"), (s) => ({ MessageBody: { id: s.input.id }, DelaySeconds: 5 }))
  .return((s) => ({ charge: s.charge, message: s.publish.MessageId, digest: s.queue.MD5OfMessageBody }));

// @ts-expect-error the payload lacks a field
flow().task("charge", charge, () => ({}));
// @ts-expect-error the payload's field may be absent
flow().task("charge", charge, (s) => ({ id: s.input.note }));
flow().task("charge", charge, (s) => ({ id: s.input.id }), {
  // @ts-expect-error an error that the function does not declare
  catch: [{ errorEquals: ["Payment.Lost"], next: (f) => f.succeed() }],
});
// @ts-expect-error a function without types takes nothing
flow().task("charge", lambda.invoke("f"), (s) => ({ id: s.input.id }));
// @ts-expect-error a message is a text unless said otherwise
flow().task("publish", sns.publish("t"), () => ({ Message: { id: 1 } }));
// @ts-expect-error the topic is the task's, not the call's
flow().task("publish", sns.publish("t"), () => ({ Message: "paid", TopicArn: "other" }));
// @ts-expect-error a delay is a number of seconds
flow().task("queue", sqs.sendMessage("q"), () => ({ MessageBody: "x", DelaySeconds: "5" }));
