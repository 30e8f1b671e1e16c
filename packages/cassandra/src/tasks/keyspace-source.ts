import type { SourceLocation } from "@treadle/diagnostics";
import { type CallSite, createTask, type Task, type TaskDefinition } from "@treadle/workflow";
import {
  bridgeTask,
  type DataSource,
  type DataSourceCompiler,
  type DataSourceExecutorModule,
  type DataSourceSchemaReader,
  dataSourceBrand,
  preflightTask,
} from "@treadle/workflow/data-source";
import {
  type DeclaredStatement,
  type KeyspaceDeclaration,
  type KeyspaceOptions,
  keyspaceDeclaration,
  type QueryOptions,
} from "./declaration.js";
import { defaultRetriers } from "./retry.js";

type AnyTask = Task<never, unknown, string>;
type StatementMethods = AnyTask & {
  one(): AnyTask;
  exactlyOne(): AnyTask;
  pages(options?: { readonly size?: number }): AnyTask;
};

const defaultPageSize = 100;

/** The loosely typed side of a keyspace: `cassandra-keyspace.ts` says what may be called with what. */
export class KeyspaceSource implements DataSource {
  readonly [dataSourceBrand] = true as const;
  readonly [keyspaceDeclaration]: KeyspaceDeclaration;
  readonly kind = "cassandra";
  readonly name: string;
  readonly location: SourceLocation | undefined;
  readonly preflight: TaskDefinition;
  readonly #site: CallSite | undefined;
  /** The source that statements belong to: itself, but for what `$at` gives. */
  readonly #owner: KeyspaceSource;

  constructor(
    declaration: KeyspaceDeclaration,
    location: SourceLocation | undefined,
    at?: { readonly owner: KeyspaceSource; readonly site: CallSite },
  ) {
    this[keyspaceDeclaration] = declaration;
    this.name = declaration.name;
    this.location = location;
    this.preflight = preflightTask(declaration.name, defaultRetriers({ idempotent: true, reads: true }));
    this.#site = at?.site;
    this.#owner = at?.owner ?? this;
  }

  readonly loadCompiler = async (): Promise<DataSourceCompiler> => (await import("../compiler/index.js")).compiler;

  readonly loadExecutor = async (): Promise<DataSourceExecutorModule> => import("../executor/index.js");

  readonly loadSchemaReader = async (): Promise<DataSourceSchemaReader> =>
    (await import("../live/index.js")).schemaReader;

  query(name: string, text: string, options: QueryOptions = {}): StatementMethods {
    const declared: DeclaredStatement = {
      name,
      text,
      options: Object.freeze({ ...options }),
      site: this.#site,
      single: undefined,
      pageSize: undefined,
    };
    this[keyspaceDeclaration].statements.push(declared);
    const task: AnyTask = createTask(bridgeTask(this.#owner, name));
    const ask = (single: DeclaredStatement["single"]) => (): AnyTask => {
      declared.single = single;
      return task;
    };
    const pages = ({ size = defaultPageSize }: { readonly size?: number } = {}): AnyTask => {
      declared.pageSize = size;
      return task;
    };
    return Object.freeze({ ...task, one: ask("one"), exactlyOne: ask("exactlyOne"), pages });
  }

  $at(site: CallSite): KeyspaceSource {
    return new KeyspaceSource(this[keyspaceDeclaration], this.location, { owner: this.#owner, site });
  }
}

export function createKeyspaceSource(
  name: string,
  options: KeyspaceOptions,
  site: CallSite | undefined,
): KeyspaceSource {
  return new KeyspaceSource({ name, options: Object.freeze({ ...options }), statements: [] }, site?.location);
}
