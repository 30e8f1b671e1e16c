import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { splitCql } from "@treadle/testbed";

const folder = join(import.meta.dirname, "..", "corpus");

export const corpusSchemaFile = join(folder, "schema.cql");

export interface CorpusFile {
  /** `update.refused.cql`. */
  readonly name: string;
  readonly verdict: "accepted" | "refused";
  readonly statements: readonly string[];
}

/** Refused changes of the schema come before those that are taken and so count for what follows. */
const byVerdict = (a: string, b: string): number => (a < b ? 1 : -1);

/** The statements that this repository brings, by topic and by what a server says of them. */
export function readCorpus(): readonly CorpusFile[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:accepted|refused)\.cql$/.test(name))
    .sort(byVerdict)
    .map((name) => ({
      name,
      verdict: name.endsWith(".accepted.cql") ? "accepted" : "refused",
      statements: readStatements(join(folder, name)),
    }));
}

/**
 * Statements of a file, right and wrong ones: one a line, where an indented line goes on with the one above. Semicolons part
 * nothing, since wrong statements may have them anywhere. Lines that begin with `--` are comments.
 */
export function readStatements(file: string): readonly string[] {
  const statements: string[] = [];
  for (const line of readFileSync(file, "utf8").split(/\r?\n/)) {
    if (line.trim() === "" || line.startsWith("--")) continue;
    if (/^\s/.test(line) && statements.length > 0) statements.push(`${statements.pop()}\n${line}`);
    else statements.push(line);
  }
  return statements;
}

export interface SchemaScript {
  readonly file: string;
  readonly statements: readonly string[];
  /** Set by the last USE. */
  readonly keyspace: string | undefined;
}

export function readSchemaScript(file: string): SchemaScript {
  const statements = splitCql(readFileSync(file, "utf8"));
  const uses = statements.flatMap((text) => /^USE\s+("?)(\w+)\1\s*$/i.exec(text) ?? []);
  const [, quote, name] = uses.slice(-3);
  return { file: basename(file), statements, keyspace: quote === '"' ? name : name?.toLowerCase() };
}
