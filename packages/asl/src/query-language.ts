export type QueryLanguage = "JSONPath" | "JSONata";

/** A string that starts with `{%` and ends with `%}`; AWS allows no space outside the delimiters. */
export type JsonataText = `{%${string}%}`;

/** True where AWS evaluates the string: it starts with `{%` and ends with `%}`, exactly. */
export function isJsonataText(value: unknown): value is JsonataText {
  return typeof value === "string" && value.length >= 4 && value.startsWith("{%") && value.endsWith("%}");
}

/** The expression between the delimiters. */
export function jsonataSource(text: JsonataText): string {
  return text.slice(2, -2);
}

/** JSONata text of an expression, delimited by one space on either side. */
export function toJsonataText(source: string): JsonataText {
  return `{% ${source} %}`;
}
