import { existsSync } from "node:fs";
import { join } from "node:path";
import { writeFiles } from "@treadle/compiler";
import { hasErrors } from "@treadle/diagnostics";
import type { DataSource, DataSourceSchemaReader } from "@treadle/workflow/data-source";
import { cliDiagnostics } from "../diagnostics.js";
import { UsageError } from "../usage-error.js";
import type { Command, CommandContext } from "./command.js";
import { readPassword } from "./read-password.js";
import { startProfile } from "./run.js";

export interface SchemaPullOptions {
  readonly source: string;
  readonly profile?: string;
  readonly contactPoint?: readonly string[];
  readonly port?: number;
  readonly user?: string;
  readonly passwordStdin?: boolean;
  readonly force?: boolean;
}

/** `treadle schema pull SOURCE`: writes the source's schema file from a live database. */
export const schemaPull: Command<SchemaPullOptions> = async (context, options) => {
  const { compiler, root, terminal } = context;
  const { sources } = await compiler.compile();
  const readable = [...sources.keys()].filter(({ loadSchemaReader }) => loadSchemaReader !== undefined);
  const source = readable.find(({ name }) => name === options.source);
  if (source?.loadSchemaReader === undefined) {
    const known = readable.map(({ name }) => name);
    throw new UsageError(cliDiagnostics["unknown-source"]({ name: options.source, known }));
  }
  const reader = await source.loadSchemaReader();
  const file = reader.schemaFile(source);
  if (existsSync(join(root, file)) && !options.force) {
    throw new UsageError(cliDiagnostics["schema-file-exists"]({ file }));
  }
  const { connection, close } = await findConnection(context, options, source, reader);
  try {
    const { text, diagnostics } = await reader.read(source, connection);
    const { written, diagnostics: faults } =
      text === undefined ? { written: [], diagnostics } : writeFiles(root, [{ file, text }]);
    terminal.diagnostics(faults);
    if (hasErrors(faults)) return 1;
    terminal.print(written.length > 0 ? `wrote ${file}` : `${file} is current.`);
    return 0;
  } finally {
    await close?.();
  }
};

/** From the command line, or from a profile. */
async function findConnection(
  context: CommandContext,
  { contactPoint, port, user, passwordStdin, profile: profileName = "local" }: SchemaPullOptions,
  { name }: DataSource,
  reader: DataSourceSchemaReader,
): Promise<{ readonly connection: unknown; readonly close?: (() => Promise<void>) | undefined }> {
  if (contactPoint !== undefined) {
    const connection = reader.connectionTo({
      contactPoints: contactPoint,
      ...(port !== undefined && { port }),
      ...(user !== undefined && { username: user }),
      ...(passwordStdin && { password: readPassword() }),
    });
    return { connection };
  }
  const profile = await startProfile(context, profileName);
  const connection = profile.sources?.[name];
  if (connection === undefined) {
    await profile.close?.();
    throw new UsageError(cliDiagnostics["missing-connection"]({ source: name, profile: profileName }));
  }
  return { connection, close: profile.close };
}
