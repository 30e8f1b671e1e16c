import { type ExpressionNode, literal, placeholder } from "@treadle/expressions";
import type { Placeholder, PlaceholderKind } from "./task.js";

const reference = /\$\{([A-Za-z][A-Za-z0-9_]*)\}/g;

/** Placeholders that mean the same in every text. */
const wellKnown: { readonly [name: string]: PlaceholderKind } = {
  Partition: "partition",
  Region: "region",
  AccountId: "account-id",
};

export const partition: Placeholder = { name: "Partition", kind: "partition" };

/** The node of a text in which `${Name}` stands for what deployment puts there; other texts are taken literally. */
export function placeholderText(text: string): ExpressionNode {
  return placeholdersIn(text, "text").length === 0 ? literal(text) : placeholder(text);
}

/**
 * The placeholders of a text, each once, in order. A text that is one placeholder gives it the kind of the whole; the
 * parts of a longer text are partition, region and account by their names, and plain text else.
 */
export function placeholdersIn(text: string, kindOfWhole: PlaceholderKind): readonly Placeholder[] {
  const found = new Map<string, Placeholder>();
  for (const match of text.matchAll(reference)) {
    const name = match[1]!;
    const kind = match[0] === text ? kindOfWhole : (wellKnown[name] ?? "text");
    found.set(name, { name, kind });
  }
  return [...found.values()];
}
