/** One table per kind of write. Each write has a key of its own, so that the node itself tells how often it was applied. */
export const writeKinds = ["insert", "append", "count", "claim", "batch"] as const;

export type WriteKind = (typeof writeKinds)[number];

export const keyspace = "faults";

export const schemaFor = (replicas: number) => `
CREATE KEYSPACE ${keyspace} WITH replication = {'class': 'SimpleStrategy', 'replication_factor': ${replicas}};
CREATE TABLE ${keyspace}.inserts (id uuid PRIMARY KEY, note text);
CREATE TABLE ${keyspace}.appends (id uuid PRIMARY KEY, items list<text>);
CREATE TABLE ${keyspace}.counts (id uuid PRIMARY KEY, n counter);
CREATE TABLE ${keyspace}.claims (id uuid PRIMARY KEY, note text);
CREATE TABLE ${keyspace}.batch_heads (id uuid PRIMARY KEY, note text);
CREATE TABLE ${keyspace}.batch_lines (id uuid, line int, PRIMARY KEY (id, line));
`;

interface WriteDefinition {
  readonly text: string;
  readonly idempotent: boolean;
  readonly takesNote: boolean;
  readonly conditional: boolean;
}

const definitions: { readonly [kind in WriteKind]: WriteDefinition } = {
  insert: {
    text: "INSERT INTO inserts (id, note) VALUES (:id, :note)",
    idempotent: true,
    takesNote: true,
    conditional: false,
  },
  append: {
    text: "UPDATE appends SET items = items + ['x'] WHERE id = :id",
    idempotent: false,
    takesNote: false,
    conditional: false,
  },
  count: {
    text: "UPDATE counts SET n = n + 1 WHERE id = :id",
    idempotent: false,
    takesNote: false,
    conditional: false,
  },
  claim: {
    text: "INSERT INTO claims (id, note) VALUES (:id, :note) IF NOT EXISTS",
    idempotent: false,
    takesNote: true,
    conditional: true,
  },
  batch: {
    text: "BEGIN BATCH INSERT INTO batch_heads (id, note) VALUES (:id, :note); INSERT INTO batch_lines (id, line) VALUES (:id, 1) APPLY BATCH",
    idempotent: true,
    takesNote: true,
    conditional: false,
  },
};

const id = { id: { type: "uuid" } };

/** As the compiler would write it. */
export function manifestAt(consistency: string) {
  const writes = writeKinds.map((kind) => {
    const { text, idempotent, takesNote, conditional } = definitions[kind];
    const columns = [
      { name: "id", type: "uuid" },
      { name: "note", type: "text" },
    ];
    return [
      kind,
      {
        text,
        params: takesNote ? { ...id, note: { type: "text" } } : id,
        columns: conditional ? columns : [],
        result: conditional ? "applied" : "none",
        idempotent,
      },
    ] as const;
  });
  const read = {
    text: "SELECT note FROM inserts WHERE id = :id",
    params: id,
    columns: [{ name: "note", type: "text" }],
    result: "one",
    idempotent: true,
  };
  return {
    kind: "cassandra",
    source: "faults",
    keyspace,
    consistency,
    serialConsistency: "SERIAL",
    userTypes: {},
    statements: { ...Object.fromEntries(writes), read },
  };
}

export function paramsOf(kind: WriteKind | "read", key: string): { readonly [name: string]: string } {
  return kind !== "read" && definitions[kind].takesNote ? { id: key, note: "n" } : { id: key };
}
