import { parseArgs } from "node:util";
import { checkRequirements, describeMissingRequirements, startCassandra } from "@treadle/testbed";
import { isSchemaChange } from "./compare-statements.js";
import { formatAgreement } from "./format-agreement.js";
import { generateStatements } from "./generate-statements.js";
import { corpusSchemaFile, readCorpus, readSchemaScript, readStatements } from "./read-corpus.js";
import { runAgreement } from "./run-agreement.js";

const usage = "Usage: npm run agree:cql [-- --statements FILE] [--schema FILE]";

const changesLast = (a: string, b: string): number => Number(isSchemaChange(a)) - Number(isSchemaChange(b));

/** Exit codes: 0 where checker and node agree, 1 where they differ or the node cannot run, 2 wrong usage. */
async function main(args: readonly string[]): Promise<number> {
  let options: { statements?: string; schema?: string };
  try {
    options = parseArgs({
      args: [...args],
      options: { statements: { type: "string" }, schema: { type: "string" } },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return 2;
  }
  if (options.schema !== undefined && options.statements === undefined) {
    console.error(`--schema goes with --statements.\n${usage}`);
    return 2;
  }
  const schema = readSchemaScript(options.schema ?? corpusSchemaFile);
  const statements =
    options.statements === undefined
      ? [...generateStatements(), ...readCorpus().flatMap((file) => file.statements)].sort(changesLast)
      : readStatements(options.statements);
  const missing = await checkRequirements();
  if (missing.length > 0) {
    console.error(describeMissingRequirements(missing));
    return 1;
  }
  const node = await startCassandra({ log: (message) => console.error(message) });
  try {
    const agreement = await runAgreement(node, schema, statements);
    console.log(formatAgreement(agreement));
    return agreement.differences.length > 0 ? 1 : 0;
  } finally {
    await node.stop();
  }
}

process.exitCode = await main(process.argv.slice(2));
