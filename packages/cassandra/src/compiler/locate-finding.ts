import type { Diagnostic } from "@treadle/diagnostics";
import type { CallSite } from "@treadle/workflow";
import { placeInLiteral } from "@treadle/workflow/data-source";
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
