/** A text of which parts may be known only when the state runs (`undefined`). */
export interface Text {
  readonly parts: readonly (string | undefined)[];
}

export const unknownText: Text = { parts: [undefined] };

export function text(...parts: readonly (string | undefined)[]): Text {
  const joined: (string | undefined)[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part === undefined) {
      if (joined.length === 0 || last !== undefined) joined.push(undefined);
    } else if (part !== "") {
      if (last === undefined) joined.push(part);
      else joined[joined.length - 1] = last + part;
    }
  }
  return { parts: joined.length === 0 ? [""] : joined };
}

export function concatenate(...texts: readonly Text[]): Text {
  return text(...texts.flatMap((each) => each.parts));
}

/** The text with `*` for what is not known: an ARN pattern. */
export function textPattern(value: Text): string {
  return value.parts.map((part) => part ?? "*").join("");
}

export function isUnknown(value: Text): boolean {
  return value.parts.every((part) => part === undefined);
}
