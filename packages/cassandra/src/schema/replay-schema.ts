import type { Finding } from "../checks/finding.js";
import { parseScript, type SchemaStatement, type Statement } from "../cql/index.js";
import { cassandraDiagnostics as report } from "../diagnostics.js";
import { applyDrop } from "./apply-drop.js";
import { createAggregate, createFunction } from "./apply-function.js";
import { createIndex } from "./apply-index.js";
import { alterTable, createTable } from "./apply-table.js";
import { alterType, createType } from "./apply-type.js";
import { alterView, createView } from "./apply-view.js";
import { checkReplication } from "./properties.js";
import { ReplayContext } from "./replay-context.js";
import { emptyKeyspaceDraft, emptySchemaDraft } from "./schema-draft.js";
import type { Schema } from "./schema-model.js";
import { serverKeyspaceNames } from "./server-keyspaces.js";

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
  return {
    schema: emptySchemaDraft(),
    keyspace: undefined,
    findings: parsed.errors.map(({ message, span }) => ({
      diagnostic: report["syntax-error"]({ problem: message }),
      span,
    })),
  };
}

export function replaySchema(statements: readonly Statement[], keyspace?: string): ReplayedSchema {
  const context = new ReplayContext(emptySchemaDraft(), keyspace);
  for (const statement of statements) {
    if (isSchemaStatement(statement)) applyStatement(context, statement);
  }
  return { schema: context.schema, keyspace: context.currentKeyspace, findings: context.findings };
}

/** A replay that goes on statement by statement. */
export interface SchemaReplay {
  readonly schema: Schema;
  /** Gives what is wrong with the statement in the schema that those before it made. */
  readonly apply: (statement: Statement) => readonly Finding[];
}

export function startReplay(keyspace?: string): SchemaReplay {
  const context = new ReplayContext(emptySchemaDraft(), keyspace);
  return {
    schema: context.schema,
    apply: (statement) => {
      const before = context.findings.length;
      if (isSchemaStatement(statement)) applyStatement(context, statement);
      return context.findings.slice(before);
    },
  };
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
      if (serverKeyspaceNames.includes(name)) {
        const what = `${name} is a keyspace of the server's own.`;
        context.add(report["invalid-property"]({ what }), span);
        return;
      }
      if (context.schema.keyspaces.has(name)) {
        if (!statement.ifNotExists) context.add(report["already-exists"]({ what: "Keyspace", name }), span);
        return;
      }
      if (!/^\w{1,48}$/.test(name)) {
        const what = `"${name}" cannot be a keyspace's name: 1 to 48 letters, digits and underscores.`;
        context.add(report["invalid-property"]({ what }), span);
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
      alterView(context, statement);
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
