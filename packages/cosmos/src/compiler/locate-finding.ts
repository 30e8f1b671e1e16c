import type { Diagnostic } from "@treadle/diagnostics";
import type { CallSite } from "@treadle/workflow";
import { placeInLiteral } from "@treadle/workflow/data-source";

/** Position of the text among the arguments of `.query(name, text)`. */
const textArgument = 1;

/** Turns a place in a query's text into one in the source: inside the literal where that is known, else the call. */
export function locateFinding(
  diagnostic: Diagnostic,
  site: CallSite | undefined,
  text: string,
  readText: (file: string) => string | undefined,
): Diagnostic {
  const { location: inText, ...rest } = diagnostic;
  const literal = site?.argumentLocations?.[textArgument];
  const exact =
    literal &&
    inText &&
    placeInLiteral(literal, { ...inText, length: inText.length ?? 1 }, text, readText(literal.file));
  const location = exact ?? literal ?? site?.location;
  return { ...rest, ...(location && { location }) };
}
