import type { Finding } from "../checks/finding.js";
import { parseScript, type SchemaStatement, type Statement } from "../cql/index.js";
import { cassandraDiagnostics as report } from "../diagnostics.js";
import { applyDrop } from "./apply-drop.js";
import { createAggregate, createFunction } from "./apply-function.js";
import { createIndex } from "./apply-index.js";
import { alterTable, createTable } from "./apply-table.js";
import { alterType, createType } from "./apply-type.js";
import { createView } from "./apply-view.js";
import { checkReplication, checkTableProperties } from "./properties.js";
import { ReplayContext } from "./replay-context.js";
import { emptyKeyspaceDraft, emptySchemaDraft } from "./schema-draft.js";
import type { Schema } from "./schema-model.js";

export interface ReplayedSchema {
  readonly schema: Schema;
  /** What USE set last. */
  readonly keyspace: string | undefined;
  /** In the order of the statements. */
  readonly findings: readonly Finding[];
}

/** Replays a schema file, migrations included. Statements that read or write rows are passed over. */
export function loadSchema(text: string): ReplayedSchema {
  const parsed = parseScript(text);
  if (parsed.ok) return replaySchema(parsed.value);
  const { message, span } = parsed.error;
  return {
    schema: emptySchemaDraft(),
    keyspace: undefined,
    findings: [{ diagnostic: report["syntax-error"]({ problem: message }), span }],
  };
}

export function replaySchema(statements: readonly Statement[], keyspace?: string): ReplayedSchema {
  const context = new ReplayContext(emptySchemaDraft(), keyspace);
  for (const statement of statements) {
    if (isSchemaStatement(statement)) applyStatement(context, statement);
  }
  return { schema: context.schema, keyspace: context.currentKeyspace, findings: context.findings };
}

export function isSchemaStatement(statement: Statement): statement is SchemaStatement {
  return !["select", "insert", "update", "delete", "batch"].includes(statement.kind);
}

function applyStatement(context: ReplayContext, statement: SchemaStatement): void {
  switch (statement.kind) {
    case "use":
      if (!context.schema.keyspaces.has(statement.keyspace.name)) {
        context.add(
          report["unknown-keyspace"]({ name: statement.keyspace.name, known: context.schema.keyspaces.keys() }),
          statement.keyspace.span,
        );
      }
      context.currentKeyspace = statement.keyspace.name;
      return;
    case "createKeyspace": {
      const { name, span } = statement.name;
      if (context.schema.keyspaces.has(name)) {
        if (!statement.ifNotExists) context.add(report["already-exists"]({ what: "Keyspace", name }), span);
        return;
      }
      checkReplication(context, statement.properties, statement.span, true);
      context.schema.keyspaces.set(name, emptyKeyspaceDraft(name));
      return;
    }
    case "alterKeyspace":
      if (context.schema.keyspaces.has(statement.name.name)) {
        checkReplication(context, statement.properties, statement.span, false);
      } else if (!statement.ifExists) {
        context.add(
          report["unknown-keyspace"]({ name: statement.name.name, known: context.schema.keyspaces.keys() }),
          statement.name.span,
        );
      }
      return;
    case "createType":
      createType(context, statement);
      return;
    case "alterType":
      alterType(context, statement);
      return;
    case "createTable":
      createTable(context, statement);
      return;
    case "alterTable":
      alterTable(context, statement);
      return;
    case "createIndex":
      createIndex(context, statement);
      return;
    case "createView":
      createView(context, statement);
      return;
    case "alterView":
      if (context.tableOf(statement.name, statement.ifExists))
        checkTableProperties(context, statement.properties, true);
      return;
    case "createFunction":
      createFunction(context, statement);
      return;
    case "createAggregate":
      createAggregate(context, statement);
      return;
    case "drop":
      applyDrop(context, statement);
      return;
    case "skipped":
      return;
  }
}
