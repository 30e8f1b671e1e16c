import type { Term } from "./nodes/index.js";

/** The terms that a term is made of. */
export function partsOfTerm(term: Term): readonly Term[] {
  switch (term.kind) {
    case "list":
    case "set":
    case "tuple":
      return term.elements;
    case "map":
      return term.entries.flatMap(({ key, value }) => [key, value]);
    case "fields":
      return term.fields.map(({ value }) => value);
    case "call":
      return term.arguments;
    case "operation":
      return [term.left, term.right];
    default:
      return "operand" in term ? [term.operand] : [];
  }
}
