import type { TextFile } from "@treadle/workflow/data-source";
import type { ResolvedModification, ResolvedStatement } from "../checks/index.js";
import { formatCqlType } from "../contract/cql-type.js";
import { quoteName } from "../cql/print-term.js";
import type { Schema, Table } from "../schema/index.js";
import { calledFunctions } from "./called-functions.js";

type Permission = "SELECT" | "MODIFY" | "EXECUTE";

/** `shop.grants.cql`: the bridge's role, with no more than its statements need. */
export function emitGrants(sourceName: string, schema: Schema, statements: readonly ResolvedStatement[]): TextFile {
  const grants = new Set(statements.flatMap((statement) => grantsOf(schema, statement)));
  const role = quoteName(`${sourceName}_bridge`.toLowerCase());
  const lines = [
    `-- What the bridge of ${sourceName} may do. Give the role its password apart:`,
    `-- ALTER ROLE ${role} WITH PASSWORD = '…', as the secret holds it.`,
    `CREATE ROLE IF NOT EXISTS ${role} WITH LOGIN = true;`,
    ...[...grants].sort().map((grant) => `GRANT ${grant} TO ${role};`),
  ];
  return { file: `${sourceName}.grants.cql`, text: `${lines.join("\n")}\n` };
}

function grantsOf(schema: Schema, statement: ResolvedStatement): readonly string[] {
  const members = statement.kind === "batch" ? statement.members : [statement];
  const calls = members.flatMap((member) => calledFunctions(schema, member));
  return [
    ...members.flatMap((member) =>
      member.kind === "select" ? [readGrant(member.table)] : writeGrants(schema, member),
    ),
    ...calls.map(
      ({ keyspace, name, arguments: args }) =>
        `EXECUTE ON FUNCTION ${quoteName(keyspace)}.${quoteName(name)}(${args.map(formatCqlType).join(", ")})`,
    ),
  ];
}

const onTable = (permission: Permission, keyspace: string, table: string): string =>
  `${permission} ON TABLE ${quoteName(keyspace)}.${quoteName(table)}`;

/** Whoever may read the table may read its views. */
const readGrant = ({ keyspace, name, viewOf }: Table): string => onTable("SELECT", keyspace, viewOf ?? name);

/** A condition reads before it writes, and so does a write that views follow. */
function writeGrants(schema: Schema, { table, statement }: ResolvedModification): readonly string[] {
  const { keyspace, name } = table;
  const tables = [...(schema.keyspaces.get(keyspace)?.tables.values() ?? [])];
  const views = tables.filter(({ viewOf }) => viewOf === name);
  const reads = statement.conditions !== undefined || views.length > 0;
  return [
    onTable("MODIFY", keyspace, name),
    ...views.map((view) => onTable("MODIFY", keyspace, view.name)),
    ...(reads ? [onTable("SELECT", keyspace, name)] : []),
  ];
}
