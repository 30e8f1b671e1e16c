import type { TextFile } from "@treadle/workflow/data-source";
import { pascalCase } from "./pascal-case.js";

/** What is known of a query's text: its types, or why it is wrong. */
export type QueryEntry =
  | { readonly text: string; readonly params: string; readonly row: string; readonly fault?: undefined }
  | { readonly text: string; readonly fault: string };

/** `data/carts.ts` → `data/carts.gen.ts`, beside the declaration and named after the source. */
export function emitQueries(sourceName: string, declaredIn: string, entries: readonly QueryEntry[]): TextFile {
  const sorted = [...entries].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  const used = [
    ...(sorted.some((entry) => entry.fault === undefined) ? ["CheckedQuery"] : []),
    ...(sorted.some((entry) => entry.fault !== undefined) ? ["CosmosDiagnostic"] : []),
  ];
  const lines = [
    "// Written by `treadle check`. Commit it; do not edit it.",
    ...(used.length > 0 ? [`import type { ${used.join(", ")} } from "@treadle/cosmos";`] : []),
    "",
    `/** The queries of ${sourceName}, by their text. */`,
    `export interface ${queriesName(sourceName)} {`,
    ...sorted.map((entry) => `  ${JSON.stringify(entry.text)}: ${printEntry(entry)};`),
    "}",
  ];
  const folder = declaredIn.slice(0, declaredIn.lastIndexOf("/") + 1);
  return { file: `${folder}${sourceName}.gen.ts`, text: `${lines.join("\n")}\n` };
}

/** `carts` → `CartsQueries`. */
export function queriesName(sourceName: string): string {
  return `${pascalCase(sourceName)}Queries`;
}

function printEntry(entry: QueryEntry): string {
  if (entry.fault !== undefined) return `CosmosDiagnostic<${JSON.stringify(entry.fault)}>`;
  return `CheckedQuery<${entry.params}, ${entry.row}>`;
}
