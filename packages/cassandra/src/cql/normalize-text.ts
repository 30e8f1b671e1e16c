import { tokenize } from "./tokenize.js";

/**
 * The same statement on one line, without comments: every gap becomes one blank, but for those inside of parentheses and
 * before commas, which go. The bridge's manifest holds this form, so that breaking a text into lines changes no artifact.
 */
export function normalizeText(text: string): string {
  let result = "";
  let end = 0;
  let previous = "";
  for (const { kind, text: part, span } of tokenize(text)) {
    if (kind === "end" || (part === ";" && kind === "symbol")) continue;
    const gap = span.offset > end && result !== "" && !opening.has(previous) && !closing.has(part);
    result += gap ? ` ${part}` : part;
    end = span.offset + span.length;
    previous = kind === "symbol" ? part : "";
  }
  return result;
}

const opening = new Set(["(", "[", "{"]);
const closing = new Set([")", "]", "}", ","]);
