import { createProject } from "../create-project.ts";

export const statementCount = 200;
const tableCount = 20;

export const schemaFile = "data/schema.cql";
export const sourceFile = "data/shop.ts";
export const generatedFile = "data/shop.gen.ts";

/** Writes a project of one keyspace with 200 statements on 20 tables, and a workflow that runs one of them. */
export function writeProject(folder: string): void {
  const write = createProject(folder);
  write(schemaFile, schemaText(0));
  write(sourceFile, sourceText(0));
  write(
    "workflows/read.ts",
    `import { workflow } from "@treadle/workflow";
import { read1 } from "../data/shop.ts";

export const read = workflow<{ id: string }>("Read")
  .task("row", read1, (s) => ({ id: s.input.id, at: 1 }))
  .return((s) => s.row.map((row) => row.a ?? ""));
`,
  );
}

/** `edition` changes the type of a column, as an edit would. */
export function schemaText(edition: number): string {
  const type = edition % 2 === 0 ? "int" : "bigint";
  const tables = Array.from(
    { length: tableCount },
    (_, index) =>
      `CREATE TABLE shop.t${index} (id text, at int, a text, n ${index === 0 ? type : "int"}, tags set<text>, PRIMARY KEY (id, at));\n`,
  );
  return `CREATE KEYSPACE shop WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};\n${tables.join("")}`;
}

/** `edition` changes one of the statements. */
export function sourceText(edition: number): string {
  const statements = Array.from({ length: statementCount }, (_, index) => {
    const columns = index === 0 && edition % 2 === 1 ? "n" : "a, n, tags";
    const table = `t${index % tableCount}`;
    return `export const read${index} = shop.query("read${index}", "SELECT ${columns} FROM ${table} WHERE id = :id AND at >= :at LIMIT ${index + 1}");\n`;
  });
  return `import { cassandra } from "@treadle/cassandra";
import type { ShopQueries } from "./shop.gen.ts";

export const shop = cassandra.keyspace<ShopQueries>("shop", { schema: "./schema.cql", auth: { secret: "shop-secret" } });

${statements.join("")}`;
}
