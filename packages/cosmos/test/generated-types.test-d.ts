import { cosmos } from "@treadle/cosmos";
import { describe, expectTypeOf, it } from "vitest";
import type { CartsQueries } from "./carts.gen.js";

interface Cart {
  id: string;
  tenant: string;
  note?: string;
}

const carts = cosmos.container<Cart, CartsQueries>()({
  account: "https://carts.example",
  database: "shop",
  container: "carts",
  partitionKey: ["/tenant"],
  auth: { secret: "secret" },
});

describe("the generated interface", () => {
  it("types queries by their text", () => {
    const open = carts.query("openCarts", "SELECT c.id, c.note FROM c WHERE c.tenant = @tenant");
    expectTypeOf(open.__output).toEqualTypeOf<{ id: string; note?: string }[] | undefined>();
    expectTypeOf<Parameters<NonNullable<typeof open.__input>>[0]>().toEqualTypeOf<{ tenant: string }>();
  });

  it("types texts of several lines", () => {
    const lines = carts.query("lines", "SELECT l.sku\n  FROM c JOIN l IN c.lines\n  WHERE c.tenant = @tenant");
    expectTypeOf(lines.__output).toEqualTypeOf<{ sku: string }[] | undefined>();
  });

  it("takes no parameters where the query has none, and gives one value", () => {
    const count = carts.query("count", "SELECT VALUE COUNT(1) FROM c", { crossPartition: true, result: "one" });
    expectTypeOf(count.__output).toEqualTypeOf<number | null | undefined>();
  });

  it("refuses a wrong text", () => {
    // @ts-expect-error the diagnostic is the entry's type
    carts.query("wrong", "SELECT c.nope FROM c WHERE c.tenant = @tenant");
  });
});
