export type Transform =
  | { readonly kind: "regex"; readonly pattern: string; readonly replacement: string }
  | { readonly kind: "jsonpath" | "key"; readonly replacement?: string }
  | { readonly kind: "named"; readonly name: string };

/** What a case's regular expressions make of a text. */
export function createRewrite(transforms: readonly Transform[]): (text: string) => string {
  const rules = transforms.flatMap((transform) =>
    transform.kind === "regex" ? [{ pattern: compile(transform.pattern), replacement: transform.replacement }] : [],
  );
  return (text) => rules.reduce((done, { pattern, replacement }) => done.replaceAll(pattern, () => replacement), text);
}

/** A pattern that this engine cannot read is taken as plain text. */
function compile(pattern: string): RegExp {
  try {
    return new RegExp(pattern, "g");
  } catch {
    return new RegExp(pattern.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"), "g");
  }
}

/** Replacements that stand for whole values. */
export function listMasks(transforms: readonly Transform[]): string[] {
  return transforms.flatMap((transform) =>
    (transform.kind === "jsonpath" || transform.kind === "key") && transform.replacement ? [transform.replacement] : [],
  );
}
