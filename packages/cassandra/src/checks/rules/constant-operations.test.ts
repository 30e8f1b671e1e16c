import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

describe("constantOperations", () => {
  it.each([
    [
      "UPDATE order_lines SET quantity = 1 / 0 WHERE order_id = :id AND sku = :sku AND part = 1",
      "1 / 0 divides by zero.",
    ],
    ["SELECT sku FROM order_lines WHERE order_id = :id AND sku = :sku AND part = 7 % 0", "7 % 0 divides by zero."],
    [
      "UPDATE orders SET placed_at = '2026-01-01' + 10us WHERE id = :id",
      "A timestamp moves by milliseconds, not by 10us.",
    ],
    ["UPDATE orders SET placed_at = to_timestamp(now()) - PT2S WHERE id = :id", undefined],
    [
      "SELECT kind FROM events WHERE tenant = 'a' AND day = '2026-01-01' + 2h",
      "A date moves by days and months, not by 2h.",
    ],
    ["SELECT kind FROM events WHERE tenant = 'a' AND day = '2026-01-01' - 1mo2d", undefined],
    [
      "UPDATE order_lines SET quantity = blob_as_int(0x01) WHERE order_id = :id AND sku = :sku AND part = 1",
      "0x01 has 1 bytes, and int 4.",
    ],
    [
      "UPDATE order_lines SET quantity = blob_as_int(0x00000001) WHERE order_id = :id AND sku = :sku AND part = 1",
      undefined,
    ],
    ["UPDATE order_lines SET quantity = 4 / 2 WHERE order_id = :id AND sku = :sku AND part = 1", undefined],
  ])("of %s says %s", (text, what) => {
    const errors = errorsOf(text);
    if (what === undefined) expect(errors).toEqual([]);
    else expect(errors).toEqual([expect.stringContaining(`cassandra/invalid-operation: ${what}`)]);
  });
});
