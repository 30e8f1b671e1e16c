import type { TextFile } from "@treadle/workflow/data-source";
import type { Schema } from "../schema/index.js";
import type { CompiledStatement } from "./compiled-statement.js";
import { pascalCase, propertyName, ValueTypePrinter } from "./print-value-type.js";

/** What is known of a statement's text: what it was compiled to, or why it is wrong. */
export type QueryEntry =
  | { readonly text: string; readonly compiled: CompiledStatement; readonly fault?: undefined }
  | { readonly text: string; readonly fault: string };

/** `data/shop.ts` → `data/shop.gen.ts`, beside the declaration and named after the source. */
export function emitQueries(
  sourceName: string,
  declaredIn: string,
  schema: Schema,
  entries: readonly QueryEntry[],
): TextFile {
  const printer = new ValueTypePrinter(schema);
  const sorted = [...entries].sort((a, b) => (a.text < b.text ? -1 : 1));
  const lines = sorted.map((entry) => `  ${JSON.stringify(entry.text)}: ${printEntry(printer, entry)};`);
  const imports = [...printer.imports].sort();
  const interfaces = [...printer.interfaces].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, text]) => [text, ""]);
  const text = [
    "// Written by `treadle check`. Commit it; do not edit it.",
    ...(imports.length > 0 ? [`import type { ${imports.join(", ")} } from "@treadle/cassandra";`] : []),
    "",
    ...interfaces,
    `/** The statements of ${sourceName}, by their text. */`,
    `export interface ${pascalCase(sourceName)}Queries {`,
    ...lines,
    "}",
    "",
  ].join("\n");
  const folder = declaredIn.slice(0, declaredIn.lastIndexOf("/") + 1);
  return { file: `${folder}${sourceName}.gen.ts`, text };
}

function printEntry(printer: ValueTypePrinter, entry: QueryEntry): string {
  if (entry.fault !== undefined) {
    printer.imports.add("CqlDiagnostic");
    return `CqlDiagnostic<${JSON.stringify(entry.fault)}>`;
  }
  const { traits, params, columns } = entry.compiled;
  const taken = printObject(
    [...params].map(([name, { type, nullable }]) => ({ name, text: printer.print(type, true), nullable })),
  );
  const given = (): string =>
    printObject(columns.map(({ name, type, nullable }) => ({ name, text: printer.print(type), nullable })));
  const wrap = (name: string, ...parts: readonly string[]): string => {
    printer.imports.add(name);
    return `${name}<${parts.join(", ")}>`;
  };
  if (traits.reads) return wrap(traits.atMostOne ? "CheckedSelectOne" : "CheckedSelect", taken, given());
  if (traits.result === "applied")
    return wrap("CheckedConditionalWrite", taken, columns.length > 0 ? given() : "never");
  return wrap(traits.idempotent ? "CheckedWrite" : "CheckedOnceWrite", taken);
}

interface PrintedProperty {
  readonly name: string;
  readonly text: string;
  readonly nullable: boolean;
}

function printObject(properties: readonly PrintedProperty[]): string {
  if (properties.length === 0) return "Record<string, never>";
  const members = properties.map(
    ({ name, text, nullable }) => `readonly ${propertyName(name)}: ${text}${nullable ? " | null" : ""}`,
  );
  return `{ ${members.join("; ")} }`;
}
