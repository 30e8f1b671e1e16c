import { expectTypeOf, it } from "vitest";
import { jsonata, param } from "./index.js";

it("types placeholders as texts, of the kinds that the manifest knows", () => {
  expectTypeOf(param("OrdersTable")).toEqualTypeOf<string>();
  expectTypeOf(param("OrdersTable", "table-name")).toEqualTypeOf<string>();
  // @ts-expect-error there is no such kind
  param("OrdersTable", "table");
});

it("types JSONata by the word of its author", () => {
  expectTypeOf(() => jsonata<number>`$average(${[1, 2]})`).returns.toEqualTypeOf<number>();
});
