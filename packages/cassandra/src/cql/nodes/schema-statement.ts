import type { CqlSpan } from "../span.js";
import type { Identifier, QualifiedName } from "./identifier.js";
import type { Relation, Selector } from "./statement.js";
import type { Term } from "./term.js";
import type { TypeNode } from "./type-node.js";

/** Statements that change the schema, and `USE`. What is no part of a schema (roles, grants) is `skipped`. */
export type SchemaStatement =
  | CreateKeyspaceStatement
  | CreateTypeStatement
  | CreateTableStatement
  | CreateIndexStatement
  | CreateViewStatement
  | CreateFunctionStatement
  | CreateAggregateStatement
  | AlterKeyspaceStatement
  | AlterTypeStatement
  | AlterTableStatement
  | AlterViewStatement
  | DropStatement
  | UseStatement
  | SkippedStatement;

interface Base {
  readonly span: CqlSpan;
}

/** `name = 'text'` or `name = {'key': 'value'}`. */
export interface Property extends Base {
  readonly name: string;
  readonly value: string | { readonly [key: string]: string };
}

export interface CreateKeyspaceStatement extends Base {
  readonly kind: "createKeyspace";
  readonly name: Identifier;
  readonly ifNotExists: boolean;
  readonly properties: readonly Property[];
}

export interface CreateTypeStatement extends Base {
  readonly kind: "createType";
  readonly name: QualifiedName;
  readonly ifNotExists: boolean;
  readonly fields: readonly { readonly name: Identifier; readonly type: TypeNode }[];
}

export interface ColumnDeclaration {
  readonly name: Identifier;
  readonly type: TypeNode;
  readonly static: boolean;
  readonly primaryKey: boolean;
  readonly masked: boolean;
}

export interface PrimaryKeyDeclaration extends Base {
  readonly partitionKey: readonly Identifier[];
  readonly clustering: readonly Identifier[];
}

export interface ClusteringOrder {
  readonly column: Identifier;
  readonly descending: boolean;
}

export interface CreateTableStatement extends Base {
  readonly kind: "createTable";
  readonly name: QualifiedName;
  readonly ifNotExists: boolean;
  readonly columns: readonly ColumnDeclaration[];
  readonly primaryKeys: readonly PrimaryKeyDeclaration[];
  readonly clusteringOrder: readonly ClusteringOrder[];
  readonly compactStorage: boolean;
  readonly properties: readonly Property[];
}

export interface IndexTarget extends Base {
  /** `values` is also what a plain column means for a collection that is not frozen. */
  readonly kind: "simple" | "keys" | "values" | "entries" | "full";
  readonly column: Identifier;
}

export interface CreateIndexStatement extends Base {
  readonly kind: "createIndex";
  readonly custom: boolean;
  readonly ifNotExists: boolean;
  readonly name: QualifiedName | undefined;
  readonly table: QualifiedName;
  readonly targets: readonly IndexTarget[];
  readonly using: string | undefined;
  readonly options: { readonly [key: string]: string };
}

export interface CreateViewStatement extends Base {
  readonly kind: "createView";
  readonly name: QualifiedName;
  readonly ifNotExists: boolean;
  readonly selectors: readonly Selector[] | undefined;
  readonly base: QualifiedName;
  readonly where: readonly Relation[];
  readonly primaryKey: PrimaryKeyDeclaration;
  readonly clusteringOrder: readonly ClusteringOrder[];
  readonly properties: readonly Property[];
}

export interface CreateFunctionStatement extends Base {
  readonly kind: "createFunction";
  readonly name: QualifiedName;
  readonly orReplace: boolean;
  readonly ifNotExists: boolean;
  readonly arguments: readonly { readonly name: Identifier; readonly type: TypeNode }[];
  readonly calledOnNull: boolean;
  readonly returns: TypeNode;
  readonly language: Identifier;
}

export interface CreateAggregateStatement extends Base {
  readonly kind: "createAggregate";
  readonly name: QualifiedName;
  readonly orReplace: boolean;
  readonly ifNotExists: boolean;
  readonly arguments: readonly TypeNode[];
  readonly stateFunction: Identifier;
  readonly stateType: TypeNode;
  readonly finalFunction: Identifier | undefined;
  readonly initialCondition: Term | undefined;
}

export interface AlterKeyspaceStatement extends Base {
  readonly kind: "alterKeyspace";
  readonly name: Identifier;
  readonly ifExists: boolean;
  readonly properties: readonly Property[];
}

export type TypeChange =
  | { readonly kind: "add"; readonly ifNotExists: boolean; readonly name: Identifier; readonly type: TypeNode }
  | {
      readonly kind: "rename";
      readonly ifExists: boolean;
      readonly renames: readonly { readonly from: Identifier; readonly to: Identifier }[];
    };

export interface AlterTypeStatement extends Base {
  readonly kind: "alterType";
  readonly name: QualifiedName;
  readonly ifExists: boolean;
  readonly change: TypeChange;
}

export type TableChange =
  | { readonly kind: "add"; readonly ifNotExists: boolean; readonly columns: readonly ColumnDeclaration[] }
  | { readonly kind: "drop"; readonly ifExists: boolean; readonly columns: readonly Identifier[] }
  | {
      readonly kind: "rename";
      readonly ifExists: boolean;
      readonly renames: readonly { readonly from: Identifier; readonly to: Identifier }[];
    }
  | { readonly kind: "mask"; readonly ifExists: boolean; readonly column: Identifier }
  | { readonly kind: "dropCompactStorage" }
  | { readonly kind: "properties"; readonly properties: readonly Property[] };

export interface AlterTableStatement extends Base {
  readonly kind: "alterTable";
  readonly name: QualifiedName;
  readonly ifExists: boolean;
  readonly change: TableChange;
}

export interface AlterViewStatement extends Base {
  readonly kind: "alterView";
  readonly name: QualifiedName;
  readonly ifExists: boolean;
  readonly properties: readonly Property[];
}

export interface DropStatement extends Base {
  readonly kind: "drop";
  readonly what: "keyspace" | "table" | "type" | "index" | "view" | "function" | "aggregate";
  readonly ifExists: boolean;
  readonly name: QualifiedName;
  /** Of a function or aggregate, where they are given. */
  readonly argumentTypes: readonly TypeNode[] | undefined;
}

export interface UseStatement extends Base {
  readonly kind: "use";
  readonly keyspace: Identifier;
}

/** A statement without a bearing on the schema: roles, users, permissions, triggers, TRUNCATE. */
export interface SkippedStatement extends Base {
  readonly kind: "skipped";
}
