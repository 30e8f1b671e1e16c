import { describe, expect, it } from "vitest";
import { errorsOf } from "../../../test/check.js";

const id = '"id": "00000000-0000-1000-8000-000000000001"';
const insert = (document: string): readonly string[] => errorsOf(`INSERT INTO orders JSON '${document}'`);

describe("insertJson", () => {
  it("reports what is no object", () => {
    for (const document of ["", "order", "null", "[]", `{${id},}`]) {
      expect(insert(document)).toEqual([
        "cassandra/insert-values: What is inserted as JSON must be an object. at 1:25",
      ]);
    }
  });

  it("reports columns that the table does not have, with the nearest name", () => {
    expect(insert(`{${id}, "statu": "PAID"}`)).toEqual([
      'cassandra/unknown-column: Table orders has no column "statu". Did you mean "status"? at 1:25',
    ]);
    expect(insert(`{${id}, "\\"Status\\"": "PAID"}`)).toEqual([
      'cassandra/unknown-column: Table orders has no column "Status". Did you mean "status"? at 1:25',
    ]);
  });

  it("reports values that are none of the column's type, at any depth", () => {
    expect(insert(`{${id}, "total": "much"}`)).toEqual([
      'cassandra/invalid-literal: "total" is decimal: "much" is no decimal. at 1:25',
    ]);
    expect(insert(`{${id}, "status": 1, "tags": ["a", null], "ship_to": {"zip": 1}}`)).toEqual([
      'cassandra/invalid-literal: "status" is text: 1 is no text. at 1:25',
      'cassandra/invalid-literal: "tags" is set<text>: null is no element. at 1:25',
      'cassandra/invalid-literal: "ship_to" is frozen<shop.address>: address has no field "zip". at 1:25',
    ]);
  });

  it("reports a primary key that is not whole, which the server notices as it runs", () => {
    expect(errorsOf(`INSERT INTO order_lines JSON '{"order_id": null, "sku": "a"}'`)).toEqual([
      "cassandra/missing-key-column: INSERT needs the whole primary key; order_id, part is missing. at 1:30",
    ]);
  });

  it("accepts what the server accepts", () => {
    expect(insert(`{${id}, "STATUS": "PAID", "total": 1.50, "tags": "[\\"a\\"]", "bill_to": {"City": null}}`)).toEqual(
      [],
    );
    expect(insert(`{${id}, "status": "two\nlines", "took": "1h"} and more`)).toEqual([]);
    expect(errorsOf("INSERT INTO orders JSON :document")).toEqual([]);
  });
});
