/** A text with places where it may be broken over lines. */
export type Doc = string | readonly Doc[] | Group | Indent | Line;

/** Its lines are broken all together, where it does not fit on one line. */
interface Group {
  readonly kind: "group";
  readonly content: Doc;
}

/** Lines begun in it are indented by two more spaces. */
interface Indent {
  readonly kind: "indent";
  readonly content: Doc;
}

/** A line break in a group that is broken, else its text. */
interface Line {
  readonly kind: "line";
  readonly flat: " " | "";
}

export const line: Doc = { kind: "line", flat: " " };
export const softLine: Doc = { kind: "line", flat: "" };
export const group = (...content: readonly Doc[]): Doc => ({ kind: "group", content });
export const indent = (...content: readonly Doc[]): Doc => ({ kind: "indent", content });

export function join(docs: readonly Doc[], ...separator: readonly Doc[]): Doc {
  return docs.flatMap((doc, index) => (index === 0 ? [doc] : [...separator, doc]));
}

interface Part {
  readonly doc: Doc;
  readonly level: number;
  readonly flat: boolean;
}

/**
 * The text of a document, broken where a line would be longer than `width`; the first line begins at `column`, and `after`
 * more characters follow on the last.
 */
export function layOut(document: Doc, width: number, column = 0, after = 0): string {
  let text = "";
  let position = column;
  // The last part comes first.
  const parts: Part[] = [
    { doc: " ".repeat(after), level: 0, flat: true },
    { doc: document, level: 0, flat: false },
  ];
  for (let part = parts.pop(); part !== undefined && parts.length > 0; part = parts.pop()) {
    const { doc, level, flat } = part;
    if (typeof doc === "string") {
      text += doc;
      position += doc.length;
    } else if (!("kind" in doc)) {
      for (const inner of doc.toReversed()) parts.push({ doc: inner, level, flat });
    } else if (doc.kind === "indent") {
      parts.push({ doc: doc.content, level: level + 1, flat });
    } else if (doc.kind === "group") {
      const whole = { doc: doc.content, level, flat: true };
      parts.push(flat || fits(whole, parts, width - position) ? whole : { ...whole, flat: false });
    } else if (flat) {
      text += doc.flat;
      position += doc.flat.length;
    } else {
      text += `\n${"  ".repeat(level)}`;
      position = 2 * level;
    }
  }
  return text;
}

/** Whether a part and what follows it up to the next line break have room. */
function fits(first: Part, following: readonly Part[], room: number): boolean {
  let left = room;
  const parts: Part[] = [first];
  for (let next = following.length; left >= 0; ) {
    const part = parts.pop() ?? following[--next];
    if (part === undefined) return true;
    const { doc, level, flat } = part;
    if (typeof doc === "string") left -= doc.length;
    else if (!("kind" in doc)) for (const inner of doc.toReversed()) parts.push({ doc: inner, level, flat });
    else if (doc.kind !== "line") parts.push({ doc: doc.content, level, flat });
    else if (flat) left -= doc.flat.length;
    else return true;
  }
  return false;
}
