import type { ReaderConfig } from "../definition.js";
import { StateFailure } from "../failure.js";
import { type Json, type JsonObject, setOwn } from "../json.js";

const delimiters: Readonly<Record<string, string>> = {
  COMMA: ",",
  PIPE: "|",
  SEMICOLON: ";",
  SPACE: " ",
  TAB: "\t",
};

/** Rows as objects of strings: more columns than headers are dropped, missing ones give "". */
export function parseCsvItems(body: string, config: ReaderConfig): Json[] {
  const rows = parseRows(body, delimiters[config.CSVDelimiter ?? "COMMA"] as string);
  const headers = config.CSVHeaderLocation === "GIVEN" ? (config.CSVHeaders ?? []) : (rows.shift() ?? []);
  if (new Set(headers).size < headers.length) {
    throw new StateFailure("States.ItemReaderFailed", "CSV headers cannot contain duplicates.");
  }
  return rows.map((row) => {
    const item: JsonObject = {};
    for (const [column, header] of headers.entries()) setOwn(item, header, row[column] ?? "");
    return item;
  });
}

/** Fields by RFC 4180; empty lines are no rows. */
function parseRows(body: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let quoted = false;
  const endRow = (): void => {
    row.push(field);
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
    field = "";
  };
  for (let at = 0; at < body.length; at++) {
    const char = body[at] as string;
    if (quoted) {
      if (char !== '"') field += char;
      else if (body[at + 1] === '"') field += body[++at];
      else quoted = false;
    } else if (char === '"' && field === "") quoted = true;
    else if (char === delimiter) {
      row.push(field);
      field = "";
    } else if (char === "\n") endRow();
    else if (char !== "\r") field += char;
  }
  endRow();
  return rows;
}
