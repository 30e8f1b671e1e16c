import { workflow } from "@treadle/workflow";
import { describe, expectTypeOf, it } from "vitest";
import { type CheckedQuery, type CosmosDiagnostic, cosmos } from "../index.js";

interface Cart {
  id: string;
  tenant: string;
  orderId: string;
  pay: { kind: "card"; last4: string } | { kind: "bank"; iban: string };
  lines: { sku: string; qty: number }[];
  note?: string;
}

interface CartsQueries {
  "SELECT c.id FROM c WHERE c.tenant = @tenant": CheckedQuery<{ tenant: string }, { id: string }>;
  "SELECT c.id\n  FROM c\n  WHERE c.tenant = 'a'": CheckedQuery<Record<string, never>, { id: string }>;
  "SELECT c.nope FROM c": CosmosDiagnostic<'cosmos/unknown-property: c has no property "nope"'>;
}

const options = {
  account: "https://carts.example",
  database: "shop",
  container: "carts",
  auth: { secret: "secret" },
} as const;
const carts = cosmos.container<Cart, CartsQueries>()({ ...options, partitionKey: ["/tenant"] });

describe("a container's tasks", () => {
  it("take the partition key's type", () => {
    const flow = workflow<{ id: string; tenant: string }>("W");
    flow.task("cart", carts.read, (s) => ({ id: s.input.id, partitionKey: s.input.tenant }));
    // @ts-expect-error the partition key is a string
    flow.task("cart", carts.read, (s) => ({ id: s.input.id, partitionKey: 1 }));
    // @ts-expect-error the id is missing
    flow.task("cart", carts.read, (s) => ({ partitionKey: s.input.tenant }));
  });

  it("give a hierarchical key as an array", () => {
    const byOrder = cosmos.container<Cart>()({ ...options, partitionKey: ["/tenant", "/orderId"] });
    const flow = workflow<{ id: string; tenant: string }>("W");
    flow.task("cart", byOrder.read, (s) => ({ id: s.input.id, partitionKey: [s.input.tenant, s.input.id] as const }));
    // @ts-expect-error one value for two paths
    flow.task("cart", byOrder.read, (s) => ({ id: s.input.id, partitionKey: s.input.tenant }));
  });

  it("give the item with its ETag, or null", () => {
    type Read = NonNullable<typeof carts.read.__output>;
    expectTypeOf<Read["_etag"]>().toEqualTypeOf<string>();
    expectTypeOf<Read["pay"]>().toEqualTypeOf<Cart["pay"]>();
    expectTypeOf<null>().toExtend<typeof carts.read.__output>();
  });

  it("refuse partition key paths that the item does not have", () => {
    // @ts-expect-error no such path
    cosmos.container<Cart>()({ ...options, partitionKey: ["/tenent"] });
  });

  it("accept only declared errors in retriers", () => {
    const flow = workflow<{ item: Cart }>("W");
    flow.task("cart", carts.create, (s) => ({ item: s.input.item }), {
      retry: [{ errorEquals: ["Cosmos.TooManyRequests"] }],
    });
    flow.task("cart", carts.upsert, (s) => ({ item: s.input.item }), {
      // @ts-expect-error an upsert is idempotent
      retry: [{ errorEquals: ["Cosmos.OutcomeUnknown"] }],
    });
  });
});

describe("query", () => {
  it("takes a checked text, and gives rows of its type", () => {
    const byTenant = carts.query("byTenant", "SELECT c.id FROM c WHERE c.tenant = @tenant");
    expectTypeOf(byTenant.__output).toEqualTypeOf<{ id: string }[] | undefined>();
    expectTypeOf<Parameters<NonNullable<typeof byTenant.__input>>[0]>().toEqualTypeOf<{ tenant: string }>();
  });

  it("takes a text of several lines", () => {
    const query = carts.query(
      "ofA",
      `SELECT c.id
  FROM c
  WHERE c.tenant = 'a'`,
    );
    expectTypeOf(query.__output).toEqualTypeOf<{ id: string }[] | undefined>();
  });

  it("gives one row or null where asked", () => {
    const one = carts.query("one", "SELECT c.id FROM c WHERE c.tenant = @tenant", { result: "one" });
    expectTypeOf(one.__output).toEqualTypeOf<{ id: string } | null | undefined>();
  });

  it("refuses wrong, unseen and computed texts", () => {
    const text: string = "SELECT c.id FROM c WHERE c.tenant = @tenant";
    // @ts-expect-error wrong
    carts.query("a", "SELECT c.nope FROM c");
    // @ts-expect-error not yet checked
    carts.query("b", "SELECT c.id FROM c");
    // @ts-expect-error not a literal
    carts.query("c", text);
    // @ts-expect-error interpolated
    carts.query("d", `SELECT c.id FROM c WHERE c.tenant = '${text}'`);
  });
});

describe("patch", () => {
  it("takes parameters of the types at their paths", () => {
    const patch = carts.patch("patch", [
      { op: "set", path: "/note", param: "note" },
      { op: "add", path: "/lines/-", param: "line" },
    ]);
    type Input = Parameters<NonNullable<typeof patch.__input>>[0];
    expectTypeOf<Input["note"]>().toEqualTypeOf<string>();
    expectTypeOf<Input["line"]>().toEqualTypeOf<{ sku: string; qty: number }>();
  });

  it("refuses unknown paths and values that do not fit", () => {
    // @ts-expect-error no such path
    carts.patch("a", [{ op: "set", path: "/nope", value: "x" }]);
    // @ts-expect-error a number for a text
    carts.patch("b", [{ op: "set", path: "/note", value: 1 }]);
  });
});
