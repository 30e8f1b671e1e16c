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
    { doc: " ".repeat(after), level: 0 },
    { doc: document, level: 0 },
  ];
  for (let part = parts.pop(); part !== undefined && parts.length > 0; part = parts.pop()) {
    const { doc, level } = part;
    if (typeof doc === "string") {
      text += doc;
      position += doc.length;
    } else if (!("kind" in doc)) {
      for (let index = doc.length - 1; index >= 0; index--) parts.push({ doc: doc[index]!, level });
    } else if (doc.kind === "indent") {
      parts.push({ doc: doc.content, level: level + 1 });
    } else if (doc.kind === "group") {
      parts.push({ doc: fits(doc.content, parts, width - position) ? onOneLine(doc.content) : doc.content, level });
    } else {
      text += `\n${"  ".repeat(level)}`;
      position = 2 * level;
    }
  }
  return text;
}

function onOneLine(doc: Doc): string {
  if (typeof doc === "string") return doc;
  if (!("kind" in doc)) return doc.map(onOneLine).join("");
  return doc.kind === "line" ? doc.flat : onOneLine(doc.content);
}

/** Whether a document on one line, and what follows it up to the next line break, have room. */
function fits(document: Doc, following: readonly Part[], room: number): boolean {
  let left = room;
  let flat = true;
  const docs: Doc[] = [document];
  for (let next = following.length; left >= 0; ) {
    let doc = docs.pop();
    if (doc === undefined) {
      flat = false;
      doc = following[--next]?.doc;
    }
    if (doc === undefined) return true;
    if (typeof doc === "string") left -= doc.length;
    else if (!("kind" in doc)) for (let index = doc.length - 1; index >= 0; index--) docs.push(doc[index]!);
    else if (doc.kind !== "line") docs.push(doc.content);
    else if (flat) left -= doc.flat.length;
    else return true;
  }
  return false;
}
