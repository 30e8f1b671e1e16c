import { workflow } from "@treadle/workflow";
import { linesOfOrder } from "../data/shop.ts";

export const orderSummary = workflow<{ orderId: string }>("OrderSummary")
  .task("lines", linesOfOrder, (s) => ({ orderId: s.input.orderId }))
  .choice("size", (c) =>
    c
      .when(
        (s) => s.lines.length === 0,
        (flow) => flow.fail("NoLines", { error: "Order.Empty" }),
      )
      .otherwise((flow) => flow.return((s) => (s.lines.length > 10 ? "large" : "small"))),
  )
  .return((s) => ({
    size: s.size,
    bulk: s.lines.filter((line) => (line.quantity ?? 0) > 100).map((line) => line.sku),
  }));
