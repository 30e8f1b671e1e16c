/** One table of usual types, and a read and a write of its rows. */
export const keyspace = "bench";

export const schema = `
CREATE KEYSPACE ${keyspace} WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};
CREATE TABLE ${keyspace}.orders (
  id uuid PRIMARY KEY, tenant text, customer_id uuid, status text, total decimal, placed_at timestamp, units int,
  tags set<text>
);
`;

const columns = {
  id: "uuid",
  tenant: "text",
  customer_id: "uuid",
  status: "text",
  total: "decimal",
  placed_at: "timestamp",
  units: "int",
  tags: "set<text>",
};

const names = Object.keys(columns);

export const readText = `SELECT ${names.join(", ")} FROM orders WHERE id = :id`;
export const writeText = `INSERT INTO orders (${names.join(", ")}) VALUES (${names.map((name) => `:${name}`).join(", ")})`;

/** As the compiler would write it. */
export const manifest = {
  kind: "cassandra",
  source: "bench",
  keyspace,
  consistency: "LOCAL_QUORUM",
  serialConsistency: "LOCAL_SERIAL",
  userTypes: {},
  statements: {
    read: {
      text: readText,
      params: { id: { type: "uuid" } },
      columns: names.map((name) => ({ name, type: columns[name as keyof typeof columns] })),
      result: "one",
      idempotent: true,
    },
    write: {
      text: writeText,
      params: Object.fromEntries(Object.entries(columns).map(([name, type]) => [name, { type }])),
      columns: [],
      result: "none",
      idempotent: true,
    },
  },
};

/** A row as a state machine has it. */
export function orderOf(index: number) {
  return {
    id: idOf(index),
    tenant: "acme",
    customer_id: idOf(index % 97),
    status: "PAID",
    total: `${index % 1000}.90`,
    placed_at: new Date(1_700_000_000_000 + index * 1000).toISOString(),
    units: index % 50,
    tags: ["express", "gift"],
  };
}

export function idOf(index: number): string {
  return `00000000-0000-4000-8000-${index.toString(16).padStart(12, "0")}`;
}
