import type { Diagnostic, SourceLocation } from "@treadle/diagnostics";
import type { CallSite } from "@treadle/workflow";
import type { Finding } from "../checks/index.js";

/** Position of the text among the arguments of `.query(name, text)`. */
const textArgument = 1;

/** Gives a finding its place in the source: inside the literal where that is known, else the call. */
export function locateFinding(
  { diagnostic, span }: Finding,
  site: CallSite | undefined,
  text: string,
  readText: (file: string) => string | undefined,
): Diagnostic {
  const literal = site?.argumentLocations?.[textArgument];
  const exact = literal && placeInLiteral(literal, span, text, readText(literal.file));
  if (exact !== undefined) return { ...diagnostic, location: exact };
  return {
    ...diagnostic,
    message: `${diagnostic.message} (at ${span.line}:${span.column} of the text)`,
    ...(site && { location: literal ?? site.location }),
  };
}

/** Undefined where the literal is written with escapes, so that its lines and columns are not the text's. */
function placeInLiteral(
  literal: SourceLocation,
  span: Finding["span"],
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
  const onFirst = span.line === 1;
  const room = rest[span.line - 1]!.length - span.column + 1;
  return {
    file: literal.file,
    line: literal.line + span.line - 1,
    column: onFirst ? literal.column + span.column : span.column,
    length: Math.max(1, Math.min(span.length, room)),
  };
}
