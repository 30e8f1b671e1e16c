import type { Construct } from "./construct.js";

export const subqueries: Construct = {
  runs: [
    "SELECT c.id FROM c WHERE EXISTS(SELECT VALUE l FROM l IN c.lines WHERE l.qty > 1)",
    "SELECT VALUE EXISTS(SELECT VALUE t FROM t IN c.tags WHERE t = 'acme') FROM c",
    "SELECT c.id FROM c WHERE NOT EXISTS(SELECT VALUE l FROM l IN c.lines)",
    "SELECT ARRAY(SELECT VALUE l.sku FROM l IN c.lines) AS skus FROM c",
    "SELECT ARRAY(SELECT l.sku, l.marks FROM l IN c.lines) AS lines FROM c",
    "SELECT ARRAY(SELECT l.sku, c.note FROM l IN c.lines WHERE l.qty > 0) AS lines FROM c",
    "SELECT VALUE ARRAY(SELECT VALUE t FROM t IN c.tags) FROM c",
    "SELECT (SELECT VALUE COUNT(1) FROM l IN c.lines) AS n FROM c",
    "SELECT c.id, (SELECT VALUE SUM(l.qty) FROM l IN c.lines) AS qty FROM c",
  ],
  reads: {
    "SELECT c.id FROM c WHERE (SELECT VALUE COUNT(1) FROM l IN c.lines) > 1": "{ id: string }",
    "SELECT (SELECT VALUE MAX(l.qty) FROM l IN c.lines) AS most FROM c": "{ most?: number }",
    "SELECT FIRST(SELECT VALUE l.sku FROM l IN c.lines) AS sku FROM c": "{ sku?: string }",
    "SELECT LAST(SELECT VALUE l.sku FROM l IN c.lines) AS sku FROM c": "{ sku?: string }",
    "SELECT c.id FROM c WHERE ALL(SELECT VALUE l.qty > 0 FROM l IN c.lines)": "{ id: string }",
    "SELECT c.id FROM c WHERE c.total IN (SELECT VALUE l.qty FROM l IN c.lines)": "{ id: string }",
    "SELECT (SELECT VALUE c.total * 2) AS twice FROM c": "{ twice?: number }",
    "SELECT VALUE ARRAY(SELECT VALUE ARRAY(SELECT VALUE m FROM m IN l.marks) FROM l IN c.lines) FROM c": "string[][]",
  },
  refused: {
    "unknown-property": [
      "SELECT c.id FROM c WHERE EXISTS(SELECT VALUE l FROM l IN c.lines WHERE l.quantity > 1)",
      "SELECT ARRAY(SELECT VALUE l.name FROM l IN c.lines) AS names FROM c",
      "SELECT (SELECT VALUE COUNT(1) FROM l IN c.rows) AS n FROM c",
      "SELECT VALUE FIRST(SELECT VALUE l.nr FROM l IN c.lines) FROM c",
    ],
    "unknown-name": [
      "SELECT c.id FROM c WHERE EXISTS(SELECT VALUE l FROM l IN d.lines)",
      "SELECT ARRAY(SELECT VALUE x.sku FROM l IN c.lines) AS skus FROM c",
    ],
    "clause-in-subquery": [
      "SELECT ARRAY(SELECT TOP 1 l.sku FROM l IN c.lines) AS skus FROM c",
      "SELECT ARRAY(SELECT VALUE l.sku FROM l IN c.lines ORDER BY l.sku) AS skus FROM c",
      "SELECT ARRAY(SELECT VALUE l.sku FROM l IN c.lines OFFSET 0 LIMIT 1) AS skus FROM c",
      "SELECT VALUE s FROM (SELECT TOP 3 c.id FROM c) s",
    ],
    "never-equal": ["SELECT c.id FROM c WHERE EXISTS(SELECT VALUE l FROM l IN c.lines WHERE l.sku = 1)"],
    "not-an-array": ["SELECT c.id FROM c WHERE EXISTS(SELECT VALUE x FROM x IN c.created)"],
    "syntax-error": [
      "SELECT ARRAY(c.tags) FROM c",
      "SELECT EXISTS c.tags FROM c",
      "SELECT c.id FROM c WHERE EXISTS(SELECT VALUE l FROM l IN c.lines",
      "SELECT ARRAY(VALUE l FROM l IN c.lines) FROM c",
    ],
  },
};
