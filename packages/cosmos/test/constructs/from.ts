import type { Construct } from "./construct.js";

export const from: Construct = {
  runs: [
    "SELECT VALUE l FROM l IN c.lines",
    "SELECT VALUE l.sku FROM l IN c.lines",
    "SELECT VALUE t FROM t IN c.tags",
    "SELECT c.id, l.sku FROM c JOIN l IN c.lines",
    "SELECT c.id, t AS tag FROM c JOIN t IN c.tags",
    "SELECT c.id, l.sku, m AS mark FROM c JOIN l IN c.lines JOIN m IN l.marks",
    "SELECT VALUE {id: c.id, qty: l.qty} FROM c JOIN l IN c.lines",
    "SELECT l.sku, t AS tag FROM c JOIN l IN c.lines JOIN t IN c.tags",
    "SELECT c.note, l.sku FROM c JOIN l IN c.lines WHERE l.qty > 0 AND c.kind = 'order'",
    "SELECT c.customer.name, l.sku FROM c JOIN l IN c.lines WHERE c.active",
    "SELECT VALUE l.marks FROM l IN c.lines",
    "SELECT VALUE l.marks[0] FROM l IN c.lines",
    "SELECT VALUE x FROM c.customer x",
    "SELECT VALUE x.name FROM c.customer AS x",
    "SELECT VALUE a.sku FROM c JOIN a IN c.lines JOIN b IN c.lines WHERE a.sku = b.sku",
    ["SELECT l.sku FROM c JOIN l IN c.lines WHERE l.qty >= @qty", { "@qty": 0 }],
  ],
  reads: {
    "SELECT VALUE s FROM (SELECT VALUE c.id FROM c) AS s": "string",
    "SELECT s.id, s.n FROM (SELECT c.id, ARRAY_LENGTH(c.tags) AS n FROM c) s": "{ id: string; n: number }",
    "SELECT c.id, m.n FROM c JOIN (SELECT VALUE l FROM l IN c.lines WHERE l.qty > 1) AS l JOIN (SELECT ARRAY_LENGTH(c.tags) AS n) AS m":
      "{ id: string; n: number }",
    "SELECT VALUE t FROM c JOIN (SELECT VALUE t FROM t IN c.tags) AS t": "string",
    "SELECT VALUE p FROM p IN c.place.coordinates": "number",
  },
  refused: {
    "unknown-property": [
      "SELECT VALUE l FROM l IN c.line",
      "SELECT l.skuu FROM c JOIN l IN c.lines",
      "SELECT l.sku FROM c JOIN l IN c.lines WHERE l.quantity > 1",
      "SELECT m FROM c JOIN l IN c.lines JOIN m IN l.mark",
      "SELECT c.id FROM c JOIN l IN c.lines WHERE c.kind = 'refund'",
      "SELECT s.n FROM (SELECT c.id FROM c) s",
      "SELECT VALUE x.nam FROM c.customer x",
    ],
    "not-an-array": [
      "SELECT VALUE x FROM x IN c.customer",
      "SELECT VALUE x FROM c JOIN x IN c.total",
      "SELECT c.id FROM c JOIN x IN c.created",
    ],
    "unknown-name": [
      "SELECT l.sku FROM c JOIN x IN c.lines",
      "SELECT c.id FROM c JOIN l IN d.lines",
      "SELECT c.id FROM l IN c.lines",
      // LEFT is an alias to the language, which has no outer joins.
      "SELECT c.id FROM c LEFT JOIN l IN c.lines",
    ],
    "syntax-error": [
      "SELECT c.id FROM",
      "SELECT c.id FROM c JOIN",
      "SELECT c.id FROM c JOIN l IN c.lines ON l.qty = 1",
      "SELECT c.id FROM c, d",
      "SELECT c.id FROM (SELECT c.id FROM c",
      "SELECT c.id FROM 'c'",
    ],
  },
};
