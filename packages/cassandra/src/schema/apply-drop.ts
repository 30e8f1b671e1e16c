import type { CqlType } from "../contract/cql-type.js";
import type { DropStatement } from "../cql/index.js";
import { cassandraDiagnostics as report } from "../diagnostics.js";
import type { ReplayContext } from "./replay-context.js";
import { resolveType } from "./resolve-type.js";
import type { KeyspaceDraft } from "./schema-draft.js";
import type { UserFunction } from "./schema-model.js";
import { holdsType, isSameType } from "./type-traits.js";

export function applyDrop(context: ReplayContext, statement: DropStatement): void {
  if (statement.what === "keyspace") {
    dropKeyspace(context, statement);
    return;
  }
  const wanted = statement.name.keyspace?.name ?? context.currentKeyspace;
  if (statement.ifExists && wanted !== undefined && !context.schema.keyspaces.has(wanted)) return;
  const keyspace = context.keyspaceOf(statement.name);
  if (keyspace === undefined) return;
  switch (statement.what) {
    case "table":
    case "view":
      dropTable(context, statement, keyspace);
      return;
    case "type":
      dropType(context, statement, keyspace);
      return;
    case "index":
      dropIndex(context, statement, keyspace);
      return;
    case "function":
    case "aggregate":
      dropFunction(context, statement, keyspace);
      return;
  }
}

function dropKeyspace(context: ReplayContext, { name: { name }, ifExists }: DropStatement): void {
  if (context.schema.keyspaces.delete(name.name) || ifExists) return;
  context.add(report["unknown-keyspace"]({ name: name.name, known: context.schema.keyspaces.keys() }), name.span);
}

function dropTable(
  context: ReplayContext,
  { what, ifExists, name: { name } }: DropStatement,
  keyspace: KeyspaceDraft,
): void {
  const table = keyspace.tables.get(name.name);
  if (table === undefined) {
    if (!ifExists) {
      context.add(
        report["unknown-table"]({ name: name.name, keyspace: keyspace.name, known: keyspace.tables.keys() }),
        name.span,
      );
    }
    return;
  }
  const refuse = (text: string): undefined => context.add(report["invalid-change"]({ what: text }), name.span);
  if ((table.viewOf !== undefined) !== (what === "view")) {
    refuse(
      what === "view"
        ? `${table.name} is a table.`
        : `${table.name} is a materialized view; use DROP MATERIALIZED VIEW.`,
    );
    return;
  }
  const view = [...keyspace.tables.values()].find((each) => each.viewOf === table.name);
  if (view !== undefined) {
    refuse(`Table ${table.name} cannot be dropped while view ${view.name} is made from it.`);
    return;
  }
  keyspace.tables.delete(name.name);
}

function dropType(context: ReplayContext, { ifExists, name: { name } }: DropStatement, keyspace: KeyspaceDraft): void {
  if (!keyspace.types.has(name.name)) {
    if (!ifExists) context.add(report["unknown-type"]({ name: name.name, known: keyspace.types.keys() }), name.span);
    return;
  }
  const user = findUser(context, keyspace, name.name);
  if (user !== undefined) {
    context.add(
      report["invalid-change"]({ what: `Type ${name.name} cannot be dropped while ${user} uses it.` }),
      name.span,
    );
    return;
  }
  keyspace.types.delete(name.name);
}

function findUser(context: ReplayContext, keyspace: KeyspaceDraft, typeName: string): string | undefined {
  const uses = (type: CqlType): boolean =>
    holdsType(context.schema, type, (part) => part.kind === "udt" && part.name === typeName);
  for (const table of keyspace.tables.values()) {
    if ([...table.columns.values()].some(({ type }) => uses(type))) return `table ${table.name}`;
  }
  for (const type of keyspace.types.values()) {
    if (type.name !== typeName && [...type.fields.values()].some(uses)) return `type ${type.name}`;
  }
  const called = keyspace.functions.find((each) => [...each.arguments, each.returns].some(uses));
  return called && `function ${called.name}`;
}

function dropIndex(context: ReplayContext, { ifExists, name: { name } }: DropStatement, keyspace: KeyspaceDraft): void {
  for (const table of keyspace.tables.values()) if (table.indexes.delete(name.name)) return;
  if (ifExists) return;
  const known = [...keyspace.tables.values()].flatMap((table) => [...table.indexes.keys()]);
  context.add(report["unknown-index"]({ name: name.name, known }), name.span);
}

function dropFunction(
  context: ReplayContext,
  { what, ifExists, name: { name }, argumentTypes }: DropStatement,
  keyspace: KeyspaceDraft,
): void {
  const frozen = argumentTypes?.find(
    (node) => node.kind === "frozen" && node.inner.kind !== "tuple" && node.inner.kind !== "vector",
  );
  if (frozen !== undefined) {
    context.add(
      report["invalid-function"]({ what: "Types of arguments and results are written without frozen." }),
      frozen.span,
    );
    return;
  }
  const wanted = argumentTypes?.map((node) =>
    resolveType({ schema: context.schema, keyspace: keyspace.name, report: () => undefined }, node, true),
  );
  const found = keyspace.functions.filter(
    (each) =>
      each.name === name.name &&
      each.aggregate === (what === "aggregate") &&
      (wanted === undefined ||
        (wanted.length === each.arguments.length &&
          each.arguments.every((argument, at) => wanted[at] !== undefined && isSameType(argument, wanted[at])))),
  );
  if (found.length === 0) {
    if (ifExists) return;
    const known = keyspace.functions.map((each) => each.name);
    context.add(report["unknown-function"]({ name: name.name, known }), name.span);
    return;
  }
  const refuse = (text: string): undefined => context.add(report["invalid-function"]({ what: text }), name.span);
  if (found.length > 1) {
    refuse(`There are ${found.length} overloads of ${name.name}; say which one by its argument types.`);
    return;
  }
  const user = keyspace.functions.find((each) => each.uses.some((used) => isSameFunction(used, found[0]!)));
  if (what === "function" && user !== undefined) {
    refuse(`Function ${name.name} cannot be dropped while aggregate ${user.name} uses it.`);
    return;
  }
  keyspace.functions = keyspace.functions.filter((each) => each !== found[0]);
}

type Signature = Pick<UserFunction, "name" | "arguments">;

function isSameFunction(a: Signature, b: Signature): boolean {
  return (
    a.name === b.name &&
    a.arguments.length === b.arguments.length &&
    a.arguments.every((argument, at) => isSameType(argument, b.arguments[at]!))
  );
}
