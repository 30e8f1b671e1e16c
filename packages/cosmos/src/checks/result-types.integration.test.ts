import { randomUUID } from "node:crypto";
import { Agent } from "node:https";
import { CosmosClient, type JSONValue } from "@azure/cosmos";
import { type CosmosProxy, startCosmosProxy } from "@treadle/testbed";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { cart, carts } from "../../test/carts.js";
import { withSystemProperties } from "../compiler/container-shape.js";
import { checkQuery } from "./check-query.js";
import { differenceFromShape } from "./difference-from-shape.js";

/** Carts of every kind: paid by card or bank, with and without a note, with none to three lines. */
const items = Array.from({ length: 24 }, (_, at) => ({
  id: `cart-${at}`,
  tenant: at % 3 === 0 ? "acme" : "other",
  orderId: `order-${at % 5}`,
  pay: at % 2 === 0 ? { kind: "card", last4: String(1000 + at) } : { kind: "bank", iban: `DE${at}` },
  lines: Array.from({ length: at % 4 }, (_, line) => ({ sku: `sku-${line}`, qty: line + at })),
  ...(at % 3 !== 1 && { note: at % 2 === 0 ? "fragile" : "" }),
  active: at % 5 !== 0,
  total: at * 1.5 - 3,
}));

interface Case {
  readonly query: string;
  readonly parameters?: { readonly [name: string]: JSONValue };
}

const cases: { readonly [construct: string]: readonly Case[] } = {
  select: [
    { query: "SELECT * FROM c" },
    { query: "SELECT c FROM c" },
    { query: "SELECT VALUE c FROM c" },
    { query: "SELECT c.id, c.note, c.pay FROM c" },
    { query: "SELECT VALUE c.note FROM c" },
    { query: "SELECT c.pay.last4, c.pay.iban AS account FROM c" },
    { query: "SELECT c.total + 1, c.total AS t, 'x' AS x, null AS n FROM c" },
    { query: "SELECT VALUE {id: c.id, pay: {kind: c.pay.kind, last4: c.pay.last4}} FROM c" },
    { query: "SELECT VALUE [c.id, c.total] FROM c" },
    { query: "SELECT VALUE [c.note, c.pay.iban] FROM c" },
    { query: "SELECT c.lines[0] AS first, c.lines[1].sku AS second FROM c" },
    { query: "SELECT TOP 3 c._ts, c._etag FROM c" },
  ],
  where: [
    { query: "SELECT c.note FROM c WHERE c.note = @note", parameters: { "@note": "fragile" } },
    { query: "SELECT c.note FROM c WHERE c.note != ''" },
    { query: "SELECT c.note, c.id FROM c WHERE c.note = '' OR c.total > 10" },
    { query: "SELECT c.pay.last4 FROM c WHERE c.pay.kind = 'card'" },
    { query: "SELECT VALUE c.pay FROM c WHERE c.pay.kind != 'card'" },
    { query: "SELECT VALUE c.pay.kind FROM c WHERE c.pay.kind IN ('bank')" },
    { query: "SELECT c.note FROM c WHERE IS_DEFINED(c.note)" },
    { query: "SELECT c.note FROM c WHERE NOT IS_DEFINED(c.note)" },
    { query: "SELECT c.note FROM c WHERE STARTSWITH(c.note, 'fra')" },
    { query: "SELECT c.id, c.note FROM c WHERE c.active AND c.total < @max", parameters: { "@max": 12 } },
    { query: "SELECT c.id FROM c WHERE c.total BETWEEN 1 AND 9" },
    { query: "SELECT c.active FROM c WHERE c.active = true" },
    {
      query: "SELECT c.pay.iban FROM c WHERE c.tenant = @tenant AND c.pay.kind = @kind",
      parameters: { "@tenant": "acme", "@kind": "bank" },
    },
  ],
  expressions: [
    { query: "SELECT c.note ?? 'none' AS note FROM c" },
    { query: "SELECT VALUE c.active ? c.id : c.total FROM c" },
    { query: "SELECT VALUE c.pay.kind = 'card' ? c.pay.last4 : c.pay.iban FROM c" },
    { query: "SELECT c.note = '' AS empty, c.total > 3 AS much FROM c" },
    { query: "SELECT c.active AND c.total > 3 AS both, NOT c.active AS inactive FROM c" },
    { query: "SELECT -c.total AS minus, c.total * 2 AS twice, c.total % 2 AS rest FROM c" },
    { query: "SELECT c.id || '-' || c.note AS label FROM c" },
    { query: "SELECT c.id IN ('cart-1', 'cart-2') AS chosen FROM c" },
  ],
  functions: [
    { query: "SELECT LENGTH(c.note) AS n, UPPER(c.id) AS u, CONCAT(c.id, c.note) AS both FROM c" },
    { query: "SELECT ARRAY_LENGTH(c.lines) AS n, ARRAY_SLICE(c.lines, 0, 1) AS first FROM c" },
    { query: "SELECT ARRAY_CONTAINS(c.lines, {sku: 'sku-0', qty: 1}) AS has FROM c" },
    { query: "SELECT CONTAINS(c.note, 'fra') AS fragile, SUBSTRING(c.id, 0, 4) AS kind FROM c" },
    { query: "SELECT ABS(c.total) AS a, FLOOR(c.total) AS f, ROUND(c.total) AS r, SIGN(c.total) AS s FROM c" },
    { query: "SELECT IS_STRING(c.note) AS s, IS_DEFINED(c.note) AS d, IS_ARRAY(c.lines) AS a FROM c" },
    { query: "SELECT INDEX_OF(c.id, '-') AS i, LEFT(c.id, 2) AS l, REVERSE(c.id) AS r FROM c" },
  ],
  aggregates: [
    { query: "SELECT VALUE COUNT(1) FROM c" },
    { query: "SELECT VALUE COUNT(c.note) FROM c WHERE c.active" },
    { query: "SELECT VALUE SUM(c.total) FROM c" },
    { query: "SELECT VALUE MAX(c.total) FROM c" },
    { query: "SELECT VALUE MIN(c.id) FROM c" },
    { query: "SELECT VALUE AVG(c.total) FROM c" },
  ],
  joins: [
    { query: "SELECT VALUE l FROM l IN c.lines" },
    { query: "SELECT c.id, l.sku, l.qty FROM c JOIN l IN c.lines" },
    { query: "SELECT c.note, l.sku FROM c JOIN l IN c.lines WHERE l.qty > 3 AND c.pay.kind = 'card'" },
    { query: "SELECT VALUE a.sku FROM c JOIN a IN c.lines JOIN b IN c.lines" },
  ],
  subqueries: [
    { query: "SELECT c.id FROM c WHERE EXISTS(SELECT VALUE l FROM l IN c.lines WHERE l.qty > 5)" },
    { query: "SELECT ARRAY(SELECT VALUE l.sku FROM l IN c.lines) AS skus FROM c" },
    { query: "SELECT ARRAY(SELECT l.sku, c.note FROM l IN c.lines) AS lines FROM c" },
    { query: "SELECT VALUE EXISTS(SELECT VALUE l FROM l IN c.lines) FROM c" },
    { query: "SELECT (SELECT VALUE COUNT(1) FROM l IN c.lines) AS n FROM c" },
  ],
  order: [
    { query: "SELECT c.total FROM c ORDER BY c.total DESC" },
    { query: "SELECT TOP @n c.id, c.note FROM c ORDER BY c.id", parameters: { "@n": 4 } },
  ],
};

describe("inferred types against a local server", () => {
  const { upstream, key } = inject("cosmos");
  const database = `types-${randomUUID()}`;
  const container = { ...carts, item: withSystemProperties(cart) };
  let proxy: CosmosProxy;
  let client: CosmosClient;

  beforeAll(async () => {
    proxy = await startCosmosProxy(upstream);
    client = new CosmosClient({ endpoint: proxy.endpoint, key, agent: new Agent({ ca: proxy.caCertificate }) });
    await client.databases.create({ id: database });
    const created = await client.database(database).containers.create({
      id: "carts",
      partitionKey: { paths: ["/tenant"] },
    });
    for (const item of items) await created.container.items.create(item);
  });

  afterAll(async () => {
    client?.dispose();
    await proxy?.faults.close();
  });

  it.each(Object.entries(cases))("hold for the results of every query: %s", async (_, queries) => {
    for (const { query, parameters = {} } of queries) {
      const { types, diagnostics } = checkQuery(query, container, { crossPartition: true });
      expect(diagnostics, query).toEqual([]);
      const named = Object.entries(parameters).map(([name, value]) => ({ name, value }));
      const { resources } = await client
        .database(database)
        .container("carts")
        .items.query({ query, parameters: named })
        .fetchAll();
      expect(resources.length, `${query} finds nothing`).toBeGreaterThan(0);
      const differences = resources.flatMap((row) => differenceFromShape(row, types!.row, "row") ?? []);
      expect(differences, query).toEqual([]);
      expect([...types!.parameters.keys()], query).toEqual(Object.keys(parameters));
    }
  });
});
