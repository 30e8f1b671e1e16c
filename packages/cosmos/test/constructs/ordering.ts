import type { Construct } from "./construct.js";

export const ordering: Construct = {
  runs: [
    "SELECT c.id FROM c ORDER BY c.id",
    "SELECT c.created FROM c ORDER BY c.created DESC",
    "SELECT c.total FROM c ORDER BY c.total ASC",
    "SELECT TOP 2 c.id, c.note FROM c ORDER BY c._ts DESC",
    "SELECT c.id FROM c WHERE c.active ORDER BY c.created",
    "SELECT c.customer.name FROM c ORDER BY c.customer.name",
  ],
  reads: {
    "SELECT c.id FROM c ORDER BY c.tenant, c.created DESC": "{ id: string }",
    "SELECT c.id FROM c ORDER BY c.tenant DESC, c.created": "{ id: string }",
    "SELECT c.id FROM c OFFSET 0 LIMIT 10": "{ id: string }",
    "SELECT c.id FROM c ORDER BY c.id OFFSET @skip LIMIT @take": "{ id: string }",
    "SELECT TOP 5 c.id FROM c ORDER BY RANK FullTextScore(c.note, 'late')": "{ id: string }",
    "SELECT TOP 5 c.id FROM c ORDER BY VectorDistance(c.vector, [1, 2, 3])": "{ id: string }",
    "SELECT TOP 5 c.id FROM c ORDER BY RANK RRF(FullTextScore(c.note, 'late'), VectorDistance(c.vector, [1, 2]))":
      "{ id: string }",
    "SELECT TOP 5 c.id FROM c ORDER BY RANK RRF(FullTextScore(c.note, 'a'), FullTextScore(c.created, 'b'), [1, 2])":
      "{ id: string }",
  },
  refused: {
    "composite-index-missing": [
      "SELECT c.id FROM c ORDER BY c.tenant, c.created",
      "SELECT c.id FROM c ORDER BY c.created DESC, c.tenant",
      "SELECT c.id FROM c ORDER BY c.id, c.total",
      "SELECT c.id FROM c ORDER BY c.tenant, c.created DESC, c.id",
    ],
    "order-by-not-indexed": ["SELECT c.id FROM c ORDER BY c.vector[0]", "SELECT c.id FROM c ORDER BY c.vector"],
    "order-by-path": [
      "SELECT c.id FROM c ORDER BY c.total + 1",
      "SELECT c.id FROM c ORDER BY UPPER(c.id)",
      "SELECT c.id FROM c ORDER BY 1",
    ],
    "unknown-property": ["SELECT c.id FROM c ORDER BY c.creatd", "SELECT c.id FROM c ORDER BY c.customer.nam DESC"],
    "unknown-name": ["SELECT c.id AS key FROM c ORDER BY key"],
    "rank-clause": [
      "SELECT c.id FROM c ORDER BY RANK LENGTH(c.id)",
      "SELECT FullTextScore(c.note, 'a') AS s FROM c",
      "SELECT c.id FROM c ORDER BY RANK RRF(FullTextScore(c.note, 'a'))",
      "SELECT c.id FROM c JOIN l IN c.lines ORDER BY RANK FullTextScore(c.note, 'a')",
    ],
    "syntax-error": [
      "SELECT c.id FROM c ORDER c.id",
      "SELECT c.id FROM c ORDER BY",
      "SELECT c.id FROM c ORDER BY c.id DESCENDING",
      "SELECT c.id FROM c OFFSET 1",
      "SELECT c.id FROM c LIMIT 1",
      "SELECT c.id FROM c LIMIT 1 OFFSET 1",
      "SELECT c.id FROM c OFFSET 1 + 1 LIMIT 1",
      "SELECT c.id FROM c ORDER BY RANK c.id",
      "SELECT c.id FROM c ORDER BY c.id NULLS FIRST",
    ],
  },
};
