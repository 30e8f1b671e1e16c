import type { Identifier, QualifiedName } from "../../cql/index.js";
import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { type Column, serverKeyspace, type Table } from "../../schema/index.js";
import type { Analysis } from "../analysis.js";

export function resolveTable(analysis: Analysis, { keyspace, name }: QualifiedName): Table | undefined {
  const wanted = keyspace?.name ?? analysis.keyspace;
  if (wanted === undefined) return analysis.add(report["keyspace-not-named"]({ name: name.name }), name.span);
  const found = analysis.schema.keyspaces.get(wanted) ?? serverKeyspace(wanted);
  if (found === undefined) {
    return analysis.add(
      report["unknown-keyspace"]({ name: wanted, known: analysis.schema.keyspaces.keys() }),
      (keyspace ?? name).span,
    );
  }
  const table = found.tables.get(name.name);
  if (table !== undefined) return table;
  return analysis.add(
    report["unknown-table"]({ name: name.name, keyspace: wanted, known: found.tables.keys() }),
    name.span,
  );
}

export function resolveColumn(analysis: Analysis, table: Table, { name, span }: Identifier): Column | undefined {
  return (
    table.columns.get(name) ??
    analysis.add(report["unknown-column"]({ name, table: table.name, known: table.columns.keys() }), span)
  );
}
