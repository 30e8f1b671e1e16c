import type { Diagnostic } from "@treadle/diagnostics";
import type { Finding } from "../checks/finding.js";
import type { CqlSpan, Identifier, QualifiedName } from "../cql/index.js";
import { cassandraDiagnostics as report } from "../diagnostics.js";
import type { KeyspaceDraft, SchemaDraft, TableDraft } from "./schema-draft.js";

/** What the replay of one statement sees and reports to. */
export class ReplayContext {
  readonly schema: SchemaDraft;
  readonly findings: Finding[] = [];
  /** Set by USE. */
  currentKeyspace: string | undefined;

  constructor(schema: SchemaDraft, currentKeyspace: string | undefined) {
    this.schema = schema;
    this.currentKeyspace = currentKeyspace;
  }

  /** Gives undefined, so that a caller can report and leave in one expression. */
  add(diagnostic: Diagnostic, span: CqlSpan): undefined {
    this.findings.push({ diagnostic, span });
    return undefined;
  }

  /** The keyspace that a name is in; reports where there is none. */
  keyspaceOf({ keyspace, name }: QualifiedName): KeyspaceDraft | undefined {
    const wanted = keyspace?.name ?? this.currentKeyspace;
    if (wanted === undefined) return this.add(report["keyspace-not-named"]({ name: name.name }), name.span);
    return (
      this.schema.keyspaces.get(wanted) ??
      this.add(
        report["unknown-keyspace"]({ name: wanted, known: this.schema.keyspaces.keys() }),
        (keyspace ?? name).span,
      )
    );
  }

  /** The table; reports where there is none, unless `ifExists`. */
  tableOf(name: QualifiedName, ifExists = false): TableDraft | undefined {
    const keyspace = this.keyspaceOf(name);
    if (keyspace === undefined) return undefined;
    const table = keyspace.tables.get(name.name.name);
    if (table !== undefined || ifExists) return table;
    return this.add(
      report["unknown-table"]({ name: name.name.name, keyspace: keyspace.name, known: keyspace.tables.keys() }),
      name.name.span,
    );
  }

  unknownColumn(table: TableDraft, column: Identifier): undefined {
    return this.add(
      report["unknown-column"]({ name: column.name, table: table.name, known: table.columns.keys() }),
      column.span,
    );
  }
}
