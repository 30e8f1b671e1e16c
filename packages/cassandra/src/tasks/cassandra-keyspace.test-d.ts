import { workflow } from "@treadle/workflow";
import { describe, expectTypeOf, it } from "vitest";
import {
  type Applied,
  type CheckedConditionalWrite,
  type CheckedOnceWrite,
  type CheckedSelect,
  type CheckedSelectOne,
  type CheckedWrite,
  type CqlDiagnostic,
  cassandra,
  type Page,
  type Uuid,
} from "../index.js";

interface ShopQueries {
  "SELECT id, total FROM orders WHERE id = :orderId": CheckedSelectOne<
    { readonly orderId: Uuid },
    { readonly id: Uuid; readonly total: string | null }
  >;
  "SELECT sku\n  FROM order_lines\n  WHERE order_id = :orderId": CheckedSelect<
    { readonly orderId: Uuid },
    { readonly sku: string }
  >;
  "UPDATE orders SET status = :status WHERE id = :orderId": CheckedWrite<{
    readonly status: string | null;
    readonly orderId: Uuid;
  }>;
  "UPDATE counters SET n = n + 1 WHERE id = :id": CheckedOnceWrite<{ readonly id: Uuid }>;
  "UPDATE inventory SET left = :left WHERE sku = :sku IF left = :seen": CheckedConditionalWrite<
    { readonly left: number | null; readonly sku: string; readonly seen: number | null },
    { readonly left: number | null }
  >;
  "SELECT nope FROM orders": CqlDiagnostic<'cassandra/unknown-column: Table orders has no column "nope". at 1:8'>;
  "SELECT nope\n  FROM orders": CqlDiagnostic<'cassandra/unknown-column: Table orders has no column "nope". at 1:8'>;
}

const shop = cassandra.keyspace<ShopQueries>("shop", { schema: "./schema.cql", auth: { secret: "secret" } });

const orderById = shop.query("orderById", "SELECT id, total FROM orders WHERE id = :orderId");
const lines = shop.query(
  "lines",
  `SELECT sku
  FROM order_lines
  WHERE order_id = :orderId`,
);
const setStatus = shop.query("setStatus", "UPDATE orders SET status = :status WHERE id = :orderId");
const count = shop.query("count", "UPDATE counters SET n = n + 1 WHERE id = :id");
const take = shop.query("take", "UPDATE inventory SET left = :left WHERE sku = :sku IF left = :seen");

const flow = workflow<{ id: string }>("W");

describe("a declared statement", () => {
  it("gives pages of rows, and takes the place to go on from", () => {
    flow
      .task("page", lines.pages({ size: 50 }), (s) => ({ orderId: s.input.id }))
      .task("following", lines.pages(), (s) => ({ orderId: s.input.id, continuation: s.page.next }))
      .return((s) => {
        expectTypeOf(s.page).toEqualTypeOf<Page<{ readonly sku: string }>>();
        return s.following.rows;
      });
  });

  it("gives rows, or one row or null", () => {
    const done = flow
      .task("row", orderById.one(), (s) => ({ orderId: s.input.id }))
      .task("lines", lines, (s) => ({ orderId: s.input.id }))
      .return((s) => {
        expectTypeOf(s.row).toEqualTypeOf<{ readonly id: Uuid; readonly total: string | null } | null>();
        expectTypeOf(s.lines).toEqualTypeOf<readonly { readonly sku: string }[]>();
        return s.lines;
      });
    expectTypeOf(done).not.toBeAny();
    // @ts-expect-error more than one row may come
    lines.one();
  });

  it("gives exactly one row or fails by name", () => {
    flow
      .task("line", lines.exactlyOne(), (s) => ({ orderId: s.input.id }), {
        catch: [{ errorEquals: ["Cassandra.NotExactlyOne"], next: (f) => f.return(() => ({ sku: "" })) }],
      })
      .task("row", orderById.exactlyOne(), (s) => ({ orderId: s.input.id }))
      .return((s) => {
        expectTypeOf(s.line.sku).toEqualTypeOf<string>();
        expectTypeOf(s.row).toEqualTypeOf<{ readonly id: Uuid; readonly total: string | null }>();
        return s.line.sku;
      });
    flow.task("row", orderById.one(), (s) => ({ orderId: s.input.id }), {
      // @ts-expect-error a row that may be missing is no error
      catch: [{ errorEquals: ["Cassandra.NotExactlyOne"], next: (f) => f.return(() => null) }],
    });
    // @ts-expect-error a write gives no rows
    setStatus.exactlyOne();
  });

  it("lets those parameters be left out that only set a column, where the declaration says so", () => {
    const text = "UPDATE orders SET status = :status WHERE id = :orderId";
    const setSome = shop.query("setSome", text, { optional: ["status"] });
    flow.task("a", setSome, (s) => ({ orderId: s.input.id }));
    flow.task("a", setSome, (s) => ({ orderId: s.input.id, status: null }));
    // @ts-expect-error a parameter that is not optional is missing
    flow.task("a", setSome, () => ({ status: "PAID" }));
    // @ts-expect-error a key is always needed
    shop.query("setSome", text, { optional: ["orderId"] });
    // @ts-expect-error a SELECT reads by all of its parameters
    shop.query("b", "SELECT id, total FROM orders WHERE id = :orderId", { optional: ["orderId"] });
  });

  it("takes its parameters exactly", () => {
    flow.task("a", setStatus, (s) => ({ status: null, orderId: s.input.id }));
    // @ts-expect-error a parameter is missing
    flow.task("a", setStatus, (s) => ({ orderId: s.input.id }));
    // @ts-expect-error a parameter is too much
    flow.task("a", setStatus, (s) => ({ status: "PAID", orderId: s.input.id, nope: 1 }));
    // @ts-expect-error a key cannot be null
    flow.task("a", setStatus, () => ({ status: "PAID", orderId: null }));
  });

  it("says whether a condition held", () => {
    flow
      .task("take", take, () => ({ left: 1, sku: "a", seen: 2 }))
      .return((s) => {
        expectTypeOf(s.take).toEqualTypeOf<Applied<{ readonly left: number | null }>>();
        return s.take.applied;
      });
  });

  it("declares the unknown outcome only where a write cannot be repeated", () => {
    flow.task("count", count, (s) => ({ id: s.input.id }), {
      catch: [{ errorEquals: ["Cassandra.OutcomeUnknown"], next: (f) => f.return(() => null) }],
    });
    flow.task("set", setStatus, (s) => ({ status: "PAID", orderId: s.input.id }), {
      // @ts-expect-error an idempotent write has no unknown outcome
      catch: [{ errorEquals: ["Cassandra.OutcomeUnknown"], next: (f) => f.return(() => null) }],
    });
  });

  it("is refused with the diagnostic as the type", () => {
    // @ts-expect-error cassandra/unknown-column
    shop.query("a", "SELECT nope FROM orders");
    // @ts-expect-error not yet checked
    shop.query("a", "SELECT id FROM orders");
    const column: string = "id";
    // @ts-expect-error no literal
    shop.query("a", `SELECT ${column} FROM orders`);
    // @ts-expect-error no literal
    shop.query("a", column);
    const name = "a";
    // biome-ignore format: the error stands where the text begins.
    // @ts-expect-error cassandra/unknown-column, also in a text of several lines
    shop.query(name, `SELECT nope
  FROM orders`);
  });

  it("is one error: what is done with the task of a wrong text adds none", () => {
    // @ts-expect-error cassandra/unknown-column
    const wrong = shop.query("a", "SELECT nope FROM orders");
    // @ts-expect-error not yet checked
    const fresh = shop.query("a", "SELECT id FROM orders", { optional: ["total"] });
    flow
      .task("a", wrong.one(), (s) => ({ id: s.input.id }))
      .task("b", fresh.exactlyOne(), (s) => ({ id: s.input.id }), { retry: [{ errorEquals: ["Cassandra.Busy"] }] })
      .return((s) => s.a.total + s.b.lines[0].qty);
  });

  it("asks for treadle check where the generated file is not there yet", () => {
    // biome-ignore lint/suspicious/noExplicitAny: what an import of a missing module gives.
    const early = cassandra.keyspace<any>("early", { schema: "./schema.cql", auth: { secret: "secret" } });
    // @ts-expect-error not yet checked
    const rows = early.query("a", "SELECT id FROM orders");
    expectTypeOf<Parameters<typeof early.query<"SELECT id FROM orders">>[1]>().toEqualTypeOf<
      CqlDiagnostic<"query not yet checked: run treadle check, which writes the types that this keyspace imports">
    >();
    flow.task("a", rows.one(), (s) => ({ id: s.input.id })).return((s) => s.a.total);
  });
});
