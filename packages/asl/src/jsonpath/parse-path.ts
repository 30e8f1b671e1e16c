/** A JSONPath that parses. */
export interface ParsedPath {
  /** Where it starts: the document `$`, the context object `$$`, or a variable `$name`. */
  readonly root: "document" | "context" | "variable";
  readonly variable?: string;
  /** It addresses one node at most: no wildcard, filter, slice, union or descent. */
  readonly isReference: boolean;
}

const word = /[\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}\-\u00a0-\u{10ffff}]/u;
const index = /^\s*-?\d+\s*$/;
const indexList = /^\s*-?\d+(\s*,\s*-?\d+)+\s*$/;
const slice = /^\s*(-?\d+)?\s*:\s*(-?\d+)?\s*(:\s*(-?\d+)?\s*)?$/;
const quoted = /^\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\s*$/;
const quotedList = /^\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")(\s*,\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))+\s*$/;
const filter = /^\s*\?\s*\(.*\)\s*$/s;

/**
 * Reads a path as the library does that Step Functions uses, which takes more than the standard: `$.[0]`, `$.a.[0].b`,
 * `$.length()`, filters with a path on the right. Undefined where it does not parse.
 */
export function parsePath(source: string): ParsedPath | undefined {
  const text = source.trimEnd();
  if (!text.startsWith("$")) return undefined;
  let at = 1;
  let root: ParsedPath["root"] = "document";
  let variable: string | undefined;
  if (text[at] === "$") {
    root = "context";
    at++;
  } else {
    const end = skipWord(text, at);
    if (end > at) {
      root = "variable";
      variable = text.slice(at, end);
      at = end;
    }
  }
  let isReference = true;
  while (at < text.length) {
    const step = readStep(text, at);
    if (!step) return undefined;
    isReference &&= step.isSingle;
    at = step.end;
  }
  return { root, isReference, ...(variable !== undefined && { variable }) };
}

interface Step {
  readonly end: number;
  readonly isSingle: boolean;
}

function readStep(text: string, at: number): Step | undefined {
  if (text[at] === "[") return readBracket(text, at);
  if (text[at] !== ".") return undefined;
  const descends = text[at + 1] === ".";
  const start = at + (descends ? 2 : 1);
  if (text[start] === "*") return { end: start + 1, isSingle: false };
  if (text[start] === "[") {
    const bracket = readBracket(text, start);
    return bracket && { end: bracket.end, isSingle: bracket.isSingle && !descends };
  }
  const end = skipWord(text, start);
  if (end === start) return undefined;
  if (text[end] !== "(") return { end, isSingle: !descends };
  // A function of the library such as `length()` or `concat(…)`: its value is no node of the document.
  const close = findClose(text, end, "(", ")");
  return close === undefined ? undefined : { end: close + 1, isSingle: false };
}

function readBracket(text: string, at: number): Step | undefined {
  const close = findClose(text, at, "[", "]");
  if (close === undefined) return undefined;
  const content = text.slice(at + 1, close);
  const end = close + 1;
  if (index.test(content) || quoted.test(content)) return { end, isSingle: true };
  const isMany =
    content.trim() === "*" ||
    (slice.test(content) && content.includes(":")) ||
    indexList.test(content) ||
    quotedList.test(content) ||
    filter.test(content);
  return isMany ? { end, isSingle: false } : undefined;
}

/** Index of the bracket that closes the one at `at`, skipping quoted text and regular expressions. */
function findClose(text: string, at: number, open: string, close: string): number | undefined {
  let depth = 0;
  for (let position = at; position < text.length; position++) {
    const character = text[position]!;
    if (character === "'" || character === '"') {
      const end = skipQuoted(text, position);
      if (end === undefined) return undefined;
      position = end;
    } else if (character === open) depth++;
    else if (character === close && --depth === 0) return position;
  }
  return undefined;
}

function skipQuoted(text: string, at: number): number | undefined {
  for (let position = at + 1; position < text.length; position++) {
    if (text[position] === "\\") position++;
    else if (text[position] === text[at]) return position;
  }
  return undefined;
}

function skipWord(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const character = String.fromCodePoint(text.codePointAt(end)!);
    if (!word.test(character)) break;
    end += character.length;
  }
  return end;
}
