import { type CqlType, type NativeType, nativeTypes } from "./cql-type.js";

/** A type that was read, or why it could not be. Offsets count UTF-16 units from the start of the whole text. */
export type ParsedCqlType =
  | { readonly ok: true; readonly type: CqlType; readonly end: number }
  | { readonly ok: false; readonly message: string; readonly offset: number };

/** Reads a text that holds one CQL type and nothing else: `frozen<map<text, list<int>>>`. */
export function parseCqlType(text: string): ParsedCqlType {
  const parsed = readCqlType(text, 0);
  if (!parsed.ok) return parsed;
  const rest = skipBlank(text, parsed.end);
  return rest === text.length ? parsed : { ok: false, message: "The type ends before the text does.", offset: rest };
}

/**
 * Reads one CQL type out of a longer text, beginning at `start`; `end` is the offset after its last character. Blanks and
 * comments are skipped. Names of Java classes in quotes are refused: the driver gives their values as bytes only.
 */
export function readCqlType(text: string, start: number): ParsedCqlType {
  const cursor: Cursor = { text, offset: start };
  try {
    const type = readType(cursor, false);
    return { ok: true, type, end: cursor.offset };
  } catch (error) {
    if (error instanceof TypeSyntaxError) return { ok: false, message: error.message, offset: error.offset };
    throw error;
  }
}

interface Cursor {
  readonly text: string;
  offset: number;
}

class TypeSyntaxError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const aliases: { readonly [name: string]: NativeType } = { varchar: "text" };
const natives: ReadonlySet<string> = new Set(nativeTypes);

function readType(cursor: Cursor, frozen: boolean): CqlType {
  const start = skipBlank(cursor.text, cursor.offset);
  const name = readName(cursor);
  if (name.quoted || nextIs(cursor, ".")) return readUserType(cursor, name.text, frozen);
  switch (name.text) {
    case "frozen":
      return readArguments(cursor, () => readType(cursor, true));
    case "list":
    case "set": {
      const kind = name.text;
      return readArguments(cursor, () => ({ kind, element: readType(cursor, frozen), frozen }));
    }
    case "map":
      return readArguments(cursor, () => {
        const key = readType(cursor, frozen);
        expect(cursor, ",");
        return { kind: "map", key, value: readType(cursor, frozen), frozen };
      });
    case "tuple":
      return readArguments(cursor, () => {
        const elements = [readType(cursor, true)];
        while (accept(cursor, ",")) elements.push(readType(cursor, true));
        return { kind: "tuple", elements };
      });
    case "vector":
      return readArguments(cursor, () => {
        const element = readType(cursor, true);
        expect(cursor, ",");
        return { kind: "vector", element, dimension: readDimension(cursor) };
      });
    default:
      break;
  }
  const native = aliases[name.text] ?? name.text;
  if (natives.has(native)) {
    if (nextIs(cursor, "<")) throw new TypeSyntaxError(`The type ${native} takes no arguments.`, start);
    return { kind: "native", name: native as NativeType };
  }
  return { kind: "udt", keyspace: undefined, name: name.text, frozen };
}

function readUserType(cursor: Cursor, first: string, frozen: boolean): CqlType {
  if (!accept(cursor, ".")) return { kind: "udt", keyspace: undefined, name: first, frozen };
  return { kind: "udt", keyspace: first, name: readName(cursor).text, frozen };
}

function readArguments<T>(cursor: Cursor, read: () => T): T {
  expect(cursor, "<");
  const value = read();
  expect(cursor, ">");
  return value;
}

function readName(cursor: Cursor): { readonly text: string; readonly quoted: boolean } {
  const offset = skipBlank(cursor.text, cursor.offset);
  const plain = match(/[A-Za-z][A-Za-z0-9_]*/y, cursor.text, offset);
  if (plain !== undefined) {
    cursor.offset = offset + plain.length;
    return { text: plain.toLowerCase(), quoted: false };
  }
  const quoted = match(/"(?:[^"]|"")+"/y, cursor.text, offset);
  if (quoted !== undefined) {
    cursor.offset = offset + quoted.length;
    return { text: quoted.slice(1, -1).replaceAll('""', '"'), quoted: true };
  }
  const custom = match(/'[^']*'/y, cursor.text, offset);
  if (custom !== undefined) throw new TypeSyntaxError("Custom types in quotes are not supported.", offset);
  throw new TypeSyntaxError("A type is expected here.", offset);
}

function readDimension(cursor: Cursor): number {
  const offset = skipBlank(cursor.text, cursor.offset);
  const digits = match(/[0-9]+/y, cursor.text, offset);
  const dimension = Number(digits);
  // The server's limit, `VectorType.MAX_DIMENSIONS`: 2^13.
  if (digits === undefined || dimension < 1 || dimension > 8192) {
    throw new TypeSyntaxError("A vector's dimension is a whole number from 1 to 8192.", offset);
  }
  cursor.offset = offset + digits.length;
  return dimension;
}

function nextIs(cursor: Cursor, character: string): boolean {
  return cursor.text[skipBlank(cursor.text, cursor.offset)] === character;
}

function accept(cursor: Cursor, character: string): boolean {
  if (!nextIs(cursor, character)) return false;
  cursor.offset = skipBlank(cursor.text, cursor.offset) + 1;
  return true;
}

function expect(cursor: Cursor, character: string): void {
  if (!accept(cursor, character)) {
    throw new TypeSyntaxError(`"${character}" is expected here.`, skipBlank(cursor.text, cursor.offset));
  }
}

function skipBlank(text: string, offset: number): number {
  return offset + (match(/(?:\s|--[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y, text, offset)?.length ?? 0);
}

function match(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}
