import type { Diagnostic } from "@treadle/diagnostics";
import type { CheckHost, DataSource } from "./data-source.js";

/** Reads the schema of a live database. Connections have the shape that executors take. */
export interface DataSourceSchemaReader {
  /** Relative to the root, with forward slashes. */
  readonly schemaFile: (source: DataSource) => string;
  readonly connectionTo: (address: DatabaseAddress) => unknown;
  /** The schema as the text of the source's schema file. */
  readonly read: (source: DataSource, connection: unknown) => Promise<ReadSchema>;
  /** One error for each thing in which the source's schema file and the database differ. */
  readonly compare: (
    source: DataSource,
    connection: unknown,
    host: Pick<CheckHost, "readText">,
  ) => Promise<readonly Diagnostic[]>;
}

/** Where a database is, as it is given on a command line. */
export interface DatabaseAddress {
  readonly contactPoints: readonly string[];
  readonly port?: number;
  readonly username?: string;
  readonly password?: string;
}

export type ReadSchema =
  | { readonly text: string; readonly diagnostics?: undefined }
  | { readonly text?: undefined; readonly diagnostics: readonly Diagnostic[] };
