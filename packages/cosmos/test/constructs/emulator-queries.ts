/**
 * Those of `reads` that Microsoft's emulator runs. It gives null where the service gives nothing for SELECT VALUE of an absent
 * value, so that such queries are not among them.
 */
export const emulatorQueries: readonly string[] = [
  "SELECT DISTINCT c.kind FROM c",
  "SELECT DISTINCT VALUE c.kind FROM c",
  "SELECT DISTINCT TOP 5 c.tenant FROM c",
  "SELECT DISTINCT VALUE {tenant: c.tenant, note: c.note} FROM c",
  "SELECT VALUE 1",
  "SELECT 1 AS one, 'a' AS a",
  "SELECT VALUE {when: 1, nested: {a: [1, 'b']}}",
  "SELECT VALUE p FROM p IN c.place.coordinates",
  "SELECT c.id FROM c WHERE c.note LIKE 'late%'",
  "SELECT VALUE c.note FROM c WHERE c.note LIKE '%ship%'",
  "SELECT c.id FROM c WHERE c.note NOT LIKE '%x%'",
  "SELECT VALUE c.kind FROM c WHERE c.kind NOT IN ('order')",
  "SELECT COUNT(1) AS n FROM c",
  "SELECT COUNT(1) AS n, MAX(c.total) AS most FROM c",
  "SELECT c.kind, COUNT(1) AS n FROM c GROUP BY c.kind",
  "SELECT c.tenant, c.kind, SUM(c.total) AS total FROM c GROUP BY c.tenant, c.kind",
  "SELECT COUNT(1) AS n FROM c GROUP BY c.customer.city",
  "SELECT c.customer.city, AVG(c.total) AS mean FROM c GROUP BY c.customer.city",
  "SELECT UPPER(c.tenant) AS t, COUNT(1) AS n FROM c GROUP BY UPPER(c.tenant)",
  "SELECT c.tenant FROM c GROUP BY c.tenant",
  "SELECT l.sku, SUM(l.qty) AS qty FROM c JOIN l IN c.lines GROUP BY l.sku",
  "SELECT c.id FROM c ORDER BY c.tenant, c.created DESC",
  "SELECT c.id FROM c ORDER BY c.tenant DESC, c.created",
  "SELECT c.id FROM c OFFSET 0 LIMIT 10",
  "SELECT VALUE c.id NOT IN ('a') FROM c",
  "SELECT VALUE c.note ?? c.reason ?? 'none' FROM c",
  "SELECT VALUE CONTAINS(c.id, 'ITEM', true) FROM c",
];
