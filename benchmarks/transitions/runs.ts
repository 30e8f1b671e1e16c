import type { LocalFunction, StoredObject, TaskOutcome, TaskRequest } from "@treadle/simulator";

/** A run of a program: what it begins with, and what the services around it do. */
export interface Run {
  readonly workflow: string;
  readonly title: string;
  readonly input: { readonly [name: string]: unknown };
  readonly functions?: { readonly [name: string]: LocalFunction };
  /** What a worker answers, by the message it was sent. */
  readonly answer?: (message: string) => TaskOutcome;
}

const order = (id: string) => ({
  id,
  amount: id === "large" ? 5000 : 50,
  lines:
    id === "empty"
      ? []
      : [
          { sku: "a", qty: 2 },
          { sku: "b", qty: 1 },
        ],
});

function failure(name: string): Error {
  return Object.assign(new Error(name), { name });
}

/** Ids of three pages. */
const pages: { readonly [after: string]: { readonly ids: readonly string[]; readonly next: string | null } } = {
  null: { ids: ["1", "2"], next: "2" },
  2: { ids: ["3"], next: "3" },
  3: { ids: [], next: null },
};

/** A fresh set for each run, since some of them count their calls. */
export function createFunctions(): { readonly [placeholder: string]: LocalFunction } {
  let attempts = 0;
  let polls = 0;
  return {
    LoadFunctionArn: ({ id }) => order(id),
    ReviewFunctionArn: () => ({ approved: true }),
    NotifyFunctionArn: () => ({ sent: true }),
    PriceFunctionArn: ({ sku }) => ({ price: sku === "a" ? 3 : 4 }),
    ChargeFunctionArn: ({ id, amount }) => {
      if (id === "declined") throw failure("Payment.Declined");
      if (id === "busy" && attempts++ < 2) throw failure("Payment.Busy");
      return { receipt: `${id}-${amount}` };
    },
    ReserveFunctionArn: ({ id }) => ({ reservation: `r-${id}` }),
    ReleaseFunctionArn: () => null,
    RefundFunctionArn: () => null,
    ShipFunctionArn: ({ id }) => {
      if (id === "unshippable") throw failure("Ship.Refused");
      return { parcel: `p-${id}` };
    },
    StartJobFunctionArn: ({ id }) => ({ job: `j-${id}` }),
    PollJobFunctionArn: () => (++polls < 4 ? { status: "RUNNING", result: 0 } : { status: "DONE", result: 7 }),
    ListFunctionArn: ({ after }) => pages[String(after)],
    StoreFunctionArn: () => null,
  };
}

export const objects: readonly StoredObject[] = [{ bucket: "rows", key: "in/rows.csv", body: "id\n1\n2\n3\n4\n5\n" }];

const yes = { output: { approved: true, by: "ann" } };

export const runs: readonly Run[] = [
  { workflow: "Branching", title: "small", input: { id: "small" } },
  { workflow: "Branching", title: "large", input: { id: "large" } },
  { workflow: "Retry", title: "busy twice", input: { id: "busy" } },
  { workflow: "MapLines", title: "two lines", input: { id: "two" } },
  { workflow: "MapLines", title: "no lines", input: { id: "empty" } },
  { workflow: "ParallelLookups", title: "both found", input: { id: "1", sku: "a" } },
  { workflow: "TryCatch", title: "paid", input: { id: "1" } },
  { workflow: "TryCatch", title: "declined", input: { id: "declined" } },
  { workflow: "Polling", title: "done at the fourth", input: { id: "1" } },
  { workflow: "Saga", title: "shipped", input: { id: "1", amount: 5 } },
  { workflow: "Saga", title: "unshippable", input: { id: "unshippable", amount: 5 } },
  { workflow: "Pagination", title: "three pages", input: { most: 1 } },
  { workflow: "Callback", title: "answered", input: { id: "1" }, answer: () => yes },
  { workflow: "Nested", title: "child succeeds", input: { id: "1" } },
  { workflow: "FanOut", title: "five rows in batches of two", input: { day: "monday" } },
  { workflow: "Approval", title: "approved", input: { id: "1" }, answer: () => yes },
  {
    workflow: "Approval",
    title: "approved by another",
    input: { id: "1" },
    answer: (message) => (message.includes("escalated") ? yes : { error: "States.Timeout" }),
  },
  {
    workflow: "Approval",
    title: "refused",
    input: { id: "1" },
    answer: () => ({ output: { approved: false, by: "bob" } }),
  },
];

/** Answers messages that carry a token. */
export function answerMessages(run: Run): (request: TaskRequest) => TaskOutcome | undefined {
  return (request) => {
    const { MessageBody } = request.arguments as { readonly MessageBody?: unknown };
    return MessageBody === undefined ? undefined : run.answer?.(JSON.stringify(MessageBody));
  };
}
