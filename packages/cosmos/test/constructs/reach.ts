import type { Construct } from "./construct.js";

/** Checked as they are written, without leave to go to all partitions. */
export const reach: Construct = {
  runs: [
    ["SELECT c.id FROM c WHERE c.tenant = @tenant", { "@tenant": "acme" }],
    ["SELECT c.id FROM c WHERE @tenant = c.tenant AND c.active", { "@tenant": "acme" }],
    ["SELECT VALUE COUNT(1) FROM c WHERE c.tenant = @tenant", { "@tenant": "acme" }],
    ["SELECT l.sku FROM c JOIN l IN c.lines WHERE c.tenant = @tenant", { "@tenant": "" }],
    "SELECT c.id FROM c WHERE c.tenant = 'acme' AND (c.active OR c.total > 1)",
    "SELECT c.id FROM c WHERE c[\"tenant\"] = 'acme'",
    "SELECT c.id FROM c WHERE (c.active AND c.tenant = 'acme')",
  ],
  reads: {
    "SELECT MAX(c.total) - MIN(c.total) AS spread FROM c WHERE c.tenant = @tenant": "{ spread?: number }",
    "SELECT VALUE 1": "1",
  },
  refused: {
    "partition-key-missing": [
      "SELECT c.id FROM c",
      "SELECT c.id FROM c WHERE c.active",
      "SELECT c.id FROM c WHERE c.tenant = 'acme' OR c.active",
      "SELECT c.id FROM c WHERE c.tenant != 'acme'",
      "SELECT c.id FROM c WHERE c.tenant > 'acme'",
      "SELECT c.id FROM c WHERE NOT c.tenant = 'acme'",
      "SELECT c.id FROM c WHERE c.tenant IN ('acme', 'other')",
      "SELECT c.id FROM c WHERE c.tenant = c.id",
      "SELECT c.id FROM c WHERE STARTSWITH(c.tenant, 'ac')",
      "SELECT c.id FROM c WHERE UPPER(c.tenant) = 'ACME'",
    ],
    "query-limit": ["SELECT c.kind FROM c WHERE c.tenant = 'acme' AND c.id = 'a/b'"],
  },
};
