import type { Diagnostic, SourceLocation } from "@treadle/diagnostics";
import type { Placeholder, RetrierDefinition, TaskDefinition } from "../task.js";
import type { DataSourceExecutorModule } from "./executor.js";
import type { DataSourceSchemaReader } from "./schema-reader.js";
import type { TypeShape } from "./type-shape.js";

/**
 * A database as the rest of Treadle sees it. The compiler, the bridge and the command line know no database by name: they
 * go through this. What is heavy (parser, driver) is loaded on demand, so that importing a declaration stays cheap.
 */
export interface DataSource {
  readonly [dataSourceBrand]: true;
  /** `cassandra`, `cosmos`: also the prefix of the source's error names, capitalised. */
  readonly kind: string;
  /** Unique in a project; names the artifacts (`shop.bridge.json`) and the bridge function's placeholder. */
  readonly name: string;
  readonly location: SourceLocation | undefined;
  /** The health check that `.preflight` runs. */
  readonly preflight: TaskDefinition;
  readonly loadCompiler: () => Promise<DataSourceCompiler>;
  readonly loadExecutor: () => Promise<DataSourceExecutorModule>;
  /** Of databases that hold a schema of their own: reads it and compares it with the source's schema file. */
  readonly loadSchemaReader?: () => Promise<DataSourceSchemaReader>;
}

/** What the compiler asks of a data source's package. */
export interface DataSourceCompiler {
  readonly check: (source: DataSource, host: CheckHost) => Promise<CheckedSource>;
}

/** What a checker may see of the project. Paths are relative to the root, with forward slashes. */
export interface CheckHost {
  readonly readText: (file: string) => string | undefined;
  /** The type arguments of the call at this place (`cosmos.container<Item, Queries>()`), as data. */
  readonly typeArguments: (call: SourceLocation) => readonly TypeShape[];
}

export interface CheckedSource {
  readonly diagnostics: readonly Diagnostic[];
  /** By statement name; a statement with errors is absent. */
  readonly statements: ReadonlyMap<string, CheckedStatement>;
  /** Written by `treadle check` also when statements are wrong, since they carry the diagnostics as types. */
  readonly generated: readonly TextFile[];
  /** Committed artifacts, by file name in the artifact folder. Empty where there are errors. */
  readonly artifacts: readonly TextFile[];
  /** What the bridge function's own role needs. */
  readonly bridgeAccess: readonly AccessHint[];
  readonly placeholders: readonly Placeholder[];
}

export interface CheckedStatement {
  readonly name: string;
  readonly idempotent: boolean;
  /** The retriers that follow from the statement's class. */
  readonly retry: readonly RetrierDefinition[];
  /** The error that means "may or may not have been applied" and must be caught; undefined for idempotent statements. */
  readonly outcomeUnknown: string | undefined;
  /** The parameters that a call gives; the types ask for them, and the compiler again where a cast got past these. */
  readonly parameters: StatementParameters;
}

/** Names of parameters, as the workflow writes them. */
export interface StatementParameters {
  readonly required: readonly string[];
  /** May be left out. */
  readonly optional: readonly string[];
}

/** A text with LF line ends. The file name is relative: to the root for generated files, to the artifact folder else. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** One need of a role: becomes a statement of its policy. */
export interface AccessHint {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: { readonly [operator: string]: { readonly [key: string]: string | readonly string[] } };
  /** Why, in one sentence: shown to reviewers. */
  readonly reason: string;
}

/** Registered globally, so that a source made by one copy of this package is known to another. */
export const dataSourceBrand: unique symbol = Symbol.for("treadle.data-source") as never;

export function isDataSource(value: unknown): value is DataSource {
  return typeof value === "object" && value !== null && dataSourceBrand in value;
}
