/** A JSON value as the server reads it: numbers stay as they are written, since 1.0 is no integer to it. */
export type JsonValue = null | boolean | string | JsonNumber | readonly JsonValue[] | JsonObject;

export type JsonObject = ReadonlyMap<string, JsonValue>;

export interface JsonNumber {
  readonly number: string;
}

/**
 * Reads the first JSON value of a text, or gives undefined where there is none. As the server does it: what follows the value is
 * not read, and texts may hold line breaks.
 */
export function parseDocument(text: string): JsonValue | undefined {
  try {
    return JSON.parse(escapeControls(firstValue(text)), revive) as JsonValue;
  } catch {
    return undefined;
  }
}

export function isJsonNumber(value: JsonValue): value is JsonNumber {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isJsonObject(value);
}

export function isJsonObject(value: JsonValue): value is JsonObject {
  return value instanceof Map;
}

/** Called for each value after those in it, and not for what it gives. */
function revive(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value === "number") return { number: context?.source ?? String(value) };
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return new Map(Object.entries(value));
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\]]/gs;

/** Up to where the brackets that the text begins with are closed; of another value all of it. */
function firstValue(text: string): string {
  let depth = 0;
  if (!/^\s*[{[]/.test(text)) return text;
  for (const match of text.matchAll(token)) {
    if (/[{[]/.test(match[0][0]!)) depth++;
    else if (/[}\]]/.test(match[0][0]!) && --depth === 0) return text.slice(0, match.index + 1);
  }
  return text;
}

function escapeControls(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"/gs, (quoted) =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON wants escaped.
    quoted.replace(/[\u0000-\u001f]/g, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}
