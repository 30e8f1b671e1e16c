import type { Construct } from "./construct.js";

export const grouping: Construct = {
  runs: [
    "SELECT VALUE COUNT(1) FROM c",
    "SELECT VALUE COUNT(c.note) FROM c",
    "SELECT VALUE SUM(c.total) FROM c",
    "SELECT VALUE AVG(c.total) FROM c",
    "SELECT VALUE MIN(c.total) FROM c",
    "SELECT VALUE MAX(c.created) FROM c",
    "SELECT VALUE COUNT(1) FROM c WHERE c.active",
    "SELECT VALUE COUNT(1) FROM c JOIN l IN c.lines WHERE l.qty > 0",
    ["SELECT VALUE COUNT(1) FROM c WHERE c.tenant = @tenant", { "@tenant": "acme" }],
  ],
  reads: {
    "SELECT COUNT(1) AS n FROM c": "{ n: number }",
    "SELECT COUNT(1) AS n, MAX(c.total) AS most FROM c": "{ n: number; most?: number }",
    "SELECT c.kind, COUNT(1) AS n FROM c GROUP BY c.kind": '{ kind: "order" | "refund"; n: number }',
    "SELECT c.tenant, c.kind, SUM(c.total) AS total FROM c GROUP BY c.tenant, c.kind":
      '{ tenant: string; kind: "order" | "refund"; total?: number }',
    "SELECT COUNT(1) AS n FROM c GROUP BY c.customer.city": "{ n: number }",
    "SELECT c.customer.city, AVG(c.total) AS mean FROM c GROUP BY c.customer.city": "{ city?: string; mean?: number }",
    "SELECT UPPER(c.tenant) AS t, COUNT(1) AS n FROM c GROUP BY UPPER(c.tenant)": "{ t: string; n: number }",
    "SELECT VALUE {tenant: c.tenant, n: COUNT(1)} FROM c GROUP BY c.tenant": "{ tenant: string; n: number }",
    "SELECT c.tenant FROM c GROUP BY c.tenant": "{ tenant: string }",
    "SELECT l.sku, SUM(l.qty) AS qty FROM c JOIN l IN c.lines GROUP BY l.sku": "{ sku: string; qty?: number }",
    "SELECT c.tenant, MAKELIST(c.id) AS ids FROM c GROUP BY c.tenant": "{ tenant: string; ids: string[] }",
    "SELECT VALUE COUNTIF(c.active) FROM c": "number",
  },
  refused: {
    "not-grouped": [
      "SELECT c.id, COUNT(1) AS n FROM c",
      "SELECT c.id, COUNT(1) AS n FROM c GROUP BY c.kind",
      "SELECT c.tenant, c.created FROM c GROUP BY c.tenant",
      "SELECT VALUE {id: c.id, n: COUNT(1)} FROM c GROUP BY c.tenant",
      "SELECT c.customer, COUNT(1) AS n FROM c GROUP BY c.customer.city",
    ],
    "select-star": ["SELECT * FROM c GROUP BY c.kind"],
    "aggregate-misplaced": ["SELECT COUNT(1) AS n FROM c GROUP BY COUNT(c.id)"],
    "aggregate-composition": [
      "SELECT VALUE COUNT(1) + 1 FROM c",
      "SELECT MAX(c.total) - MIN(c.total) AS spread FROM c",
    ],
    "unknown-property": [
      "SELECT c.kid, COUNT(1) AS n FROM c GROUP BY c.kid",
      "SELECT VALUE SUM(c.totals) FROM c",
      "SELECT VALUE COUNT(c.nota) FROM c",
    ],
    "argument-type": ["SELECT VALUE SUM(c.created) FROM c", "SELECT VALUE AVG(c.tags) FROM c"],
    "argument-count": ["SELECT VALUE COUNT() FROM c", "SELECT VALUE SUM(c.total, 1) FROM c"],
    "syntax-error": [
      "SELECT COUNT(*) FROM c",
      "SELECT COUNT(DISTINCT c.kind) FROM c",
      "SELECT c.kind FROM c GROUP c.kind",
      "SELECT c.kind FROM c GROUP BY",
      "SELECT c.kind, COUNT(1) FROM c GROUP BY c.kind HAVING COUNT(1) > 1",
      "SELECT c.kind FROM c GROUP BY c.kind WHERE c.active",
    ],
  },
};
