import type { SourceLocation } from "@treadle/diagnostics";

/** A piece of a statement's text: line and column from 1, columns and length in UTF-16 units. */
export interface TextSpan {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/**
 * The place in a source file of a piece of a literal's text.
 *
 * @param literal where the literal begins, at its quote
 * @param source the file's text
 * @returns undefined where the literal is written with escapes, so that its lines and columns are not the text's
 */
export function placeInLiteral(
  literal: SourceLocation,
  span: TextSpan,
  text: string,
  source: string | undefined,
): SourceLocation | undefined {
  const lines = source?.split("\n");
  const first = lines?.[literal.line - 1]?.slice(literal.column);
  const rest = text.split("\n");
  const verbatim =
    lines !== undefined &&
    rest.every((line, at) => (at === 0 ? first : lines[literal.line - 1 + at])?.startsWith(line) ?? false);
  if (!verbatim) return undefined;
  const room = rest[span.line - 1]!.length - span.column + 1;
  return {
    file: literal.file,
    line: literal.line + span.line - 1,
    column: span.line === 1 ? literal.column + span.column : span.column,
    length: Math.max(1, Math.min(span.length, room)),
  };
}
