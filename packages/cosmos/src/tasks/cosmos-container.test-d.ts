import { workflow } from "@treadle/workflow";
import { describe, expectTypeOf, it } from "vitest";
import { type CheckedQuery, type CosmosDiagnostic, cosmos, type Page } from "../index.js";

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
    flow.task("cart", byOrder.read, (s) => ({ id: s.input.id, partitionKey: [s.input.tenant, s.input.id] }));
    // @ts-expect-error three values for two paths
    flow.task("cart", byOrder.read, (s) => ({ id: s.input.id, partitionKey: [s.input.tenant, s.input.id, "x"] }));
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
    const wrong = carts.query("a", "SELECT c.nope FROM c");
    // @ts-expect-error not yet checked
    const fresh = carts.query("b", "SELECT c.id FROM c", { result: "one" });
    // @ts-expect-error not a literal
    carts.query("c", text);
    // @ts-expect-error interpolated
    carts.query("d", `SELECT c.id FROM c WHERE c.tenant = '${text}'`);
    // One error each: what is done with the tasks adds none.
    workflow<{ id: string }>("W")
      .task("rows", wrong, (s) => ({ tenant: s.input.id }))
      .task("first", fresh, (s) => ({ tenant: s.input.id }))
      .return((s) => s.first.lines[0].sku + s.rows[0].total);
  });

  it("asks for treadle check where the generated file is not there yet", () => {
    // biome-ignore lint/suspicious/noExplicitAny: what an import of a missing module gives.
    const early = cosmos.container<Cart, any>()({ ...options, partitionKey: ["/tenant"] });
    // @ts-expect-error not yet checked
    const rows = early.query("a", "SELECT c.id FROM c");
    expectTypeOf<Parameters<typeof early.query<"SELECT c.id FROM c">>[1]>().toEqualTypeOf<
      CosmosDiagnostic<"query not yet checked: run treadle check, which writes the types that this container imports">
    >();
    workflow<{ id: string }>("W")
      .task("rows", rows, () => ({}))
      .return((s) => s.rows[0].total);
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

describe("pages", () => {
  it("give rows of the query's type, and where the next page begins", () => {
    const page = carts.pages("page", "SELECT c.id FROM c WHERE c.tenant = @tenant");
    expectTypeOf(page.__output).toEqualTypeOf<Page<{ id: string }> | undefined>();
    type Input = Parameters<NonNullable<typeof page.__input>>[0];
    expectTypeOf<{ tenant: string }>().toExtend<Input>();
    expectTypeOf<{ tenant: string; continuation: string | null }>().toExtend<Input>();
    // @ts-expect-error the parameter is missing
    expectTypeOf<{ continuation: string }>().toExtend<Input>();
  });

  it("refuse texts that are wrong", () => {
    // @ts-expect-error wrong
    carts.pages("page", "SELECT c.nope FROM c");
  });
});

describe("batch", () => {
  it("takes the items, ids and values that its operations name, and gives what each gave", () => {
    const batch = carts.batch("checkout", [
      { op: "create", item: "order" },
      { op: "delete", id: "draftId" },
      { op: "patch", id: "cartId", steps: [{ op: "set", path: "/note", param: "note" }] },
    ]);
    type Input = Parameters<NonNullable<typeof batch.__input>>[0];
    expectTypeOf<Input["partitionKey"]>().toEqualTypeOf<string>();
    expectTypeOf<Input["order"]>().toEqualTypeOf<Cart>();
    expectTypeOf<Input["draftId"]>().toEqualTypeOf<string>();
    expectTypeOf<Input["cartId"]>().toEqualTypeOf<string>();
    expectTypeOf<Input["note"]>().toEqualTypeOf<string>();
    expectTypeOf<NonNullable<typeof batch.__output>[1]>().toEqualTypeOf<null>();
    expectTypeOf<NonNullable<typeof batch.__output>[2]["_etag"]>().toEqualTypeOf<string>();
  });

  it("refuses unknown operations, and patches that do not fit", () => {
    // @ts-expect-error no such operation
    carts.batch("a", [{ op: "drop", id: "x" }]);
    // @ts-expect-error no such path
    carts.batch("b", [{ op: "patch", id: "x", steps: [{ op: "set", path: "/nope", value: 1 }] }]);
  });
});

describe("bulk", () => {
  it("takes items, or the keys of what is deleted", () => {
    const written = carts.bulk("write", "upsert");
    const deleted = carts.bulk("remove", "delete");
    expectTypeOf<Parameters<NonNullable<typeof written.__input>>[0]["items"]>().toEqualTypeOf<readonly Cart[]>();
    expectTypeOf<
      Parameters<NonNullable<typeof deleted.__input>>[0]["keys"][number]["partitionKey"]
    >().toEqualTypeOf<string>();
    expectTypeOf<NonNullable<typeof written.__output>["failed"][number]["again"]>().toEqualTypeOf<boolean>();
    // @ts-expect-error a bulk patch would need a path for each item
    carts.bulk("patch", "patch");
  });
});

describe("replace", () => {
  it("takes an item as it was read, and null to write whatever was written since", () => {
    const flow = workflow<{ cart: Cart & { _etag: string } }>("W");
    flow.task("cart", carts.replace, (s) => ({ item: s.input.cart }));
    flow.task("cart", carts.replace, (s) => ({ item: s.input.cart, ifMatch: null }));
    // @ts-expect-error an ETag is a text
    flow.task("cart", carts.replace, (s) => ({ item: s.input.cart, ifMatch: 1 }));
  });
});
