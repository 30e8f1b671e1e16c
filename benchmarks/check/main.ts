import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "../median.ts";
import { startWatching } from "../start-watching.ts";
import {
  generatedFile,
  schemaFile,
  schemaText,
  sourceFile,
  sourceText,
  statementCount,
  writeProject,
} from "./project.ts";

/*
 * How long `treadle check --watch` takes from saving the schema, or the module of a data source, to the generated types on disk:
 * 200 statements of Cassandra. Medians of alternating changes. `npm run bench -- check [CHANGES]`.
 */
const changes = Number(process.argv[2] ?? 10);
const cache = fileURLToPath(new URL(".treadle", import.meta.url));
const folder = join(cache, "project");

writeProject(folder);
const watcher = await startWatching(folder, ["check", "--watch"]);
const [schema, source]: [number[], number[]] = [[], []];
// The first round finds code that has not been optimised yet, and is not counted.
for (let edition = 1; edition <= changes + 1; edition++) {
  const afterSchema = await watcher.change(schemaFile, schemaText(edition), generatedFile);
  const afterSource = await watcher.change(sourceFile, sourceText(edition), generatedFile);
  if (edition === 1) continue;
  schema.push(afterSchema);
  source.push(afterSource);
}
watcher.stop();
rmSync(cache, { recursive: true, force: true });

const row = (name: string, seconds: readonly number[]): void =>
  console.log(`${name.padEnd(40)} ${(median(seconds) * 1000).toFixed(0).padStart(6)} ms after the save, goal 200 ms`);
console.log(`${statementCount} statements of Cassandra`);
row(`${schemaFile} changed`, schema);
row(`${sourceFile} changed`, source);
console.log(
  `check: schema ${(median(schema) * 1000).toFixed(0)} ms, statements ${(median(source) * 1000).toFixed(0)} ms`,
);
