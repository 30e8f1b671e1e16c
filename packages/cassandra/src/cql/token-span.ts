import type { CqlSpan } from "./span.js";
import { tokenize } from "./tokenize.js";

/** Where a word first stands in a statement that can be read. */
export function tokenSpan(text: string, word: string): CqlSpan | undefined {
  return tokenize(text).find((token) => token.kind === "word" && token.value === word)?.span;
}
