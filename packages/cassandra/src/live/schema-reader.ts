import type { Diagnostic } from "@treadle/diagnostics";
import type { DataSource, DataSourceSchemaReader } from "@treadle/workflow/data-source";
import { resolvePath } from "../compiler/resolve-path.js";
import { cassandraDiagnostics as report } from "../diagnostics.js";
import { loadSchema } from "../schema/index.js";
import { declarationOf } from "../tasks/declaration.js";
import { compareKeyspaces } from "./compare-schemas.js";
import { readLiveSchema } from "./read-live-schema.js";

/** Reads a keyspace's schema from a live cluster, and compares it with the schema file. */
export const schemaReader: DataSourceSchemaReader = {
  connectionTo: ({ contactPoints, port, username, password }) => ({
    contactPoints,
    // Any node answers the one question that is asked.
    localDataCenter: "any",
    ...(port !== undefined && { port }),
    ...(username !== undefined && { credentials: { username, password: password ?? "" } }),
  }),

  schemaFile: (source) => placeOf(source).file,

  read: async (source, connection) => {
    const { keyspace } = placeOf(source);
    const live = await readLive(source, connection, keyspace);
    if ("diagnostics" in live) return live;
    const heading = `-- Keyspace ${keyspace}, as \`treadle schema pull\` read it.`;
    return { text: `${[heading, ...live.statements.map((text) => `${text};`)].join("\n\n")}\n` };
  },

  compare: async (source, connection, host) => {
    const { keyspace, file } = placeOf(source);
    const live = await readLive(source, connection, keyspace);
    if ("diagnostics" in live) return live.diagnostics;
    const own = loadSchema(host.readText(file) ?? "").schema.keyspaces.get(keyspace);
    const theirs = loadSchema(live.statements.join(";\n")).schema.keyspaces.get(keyspace);
    // A keyspace that the file lacks is the checker's own finding.
    if (own === undefined || theirs === undefined) return [];
    const location = { file, line: 1, column: 1 };
    return compareKeyspaces(own, theirs).map((difference) => report["schema-drift"]({ difference }, { location }));
  },
};

function placeOf(source: DataSource): { readonly keyspace: string; readonly file: string } {
  const { name, options } = declarationOf(source);
  return {
    keyspace: options.keyspace ?? name.toLowerCase(),
    file: resolvePath(source.location?.file ?? "", options.schema),
  };
}

async function readLive(
  source: DataSource,
  connection: unknown,
  keyspace: string,
): Promise<{ readonly statements: readonly string[] } | { readonly diagnostics: readonly Diagnostic[] }> {
  try {
    return { statements: await readLiveSchema(connection, keyspace) };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { diagnostics: [report["schema-not-readable"]({ keyspace, problem }, { location: source.location })] };
  }
}
