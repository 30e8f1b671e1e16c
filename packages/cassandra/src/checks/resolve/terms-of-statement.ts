import { partsOfTerm, type Term } from "../../cql/index.js";
import type { ResolvedModification, ResolvedSelect, ResolvedStatement } from "./resolved-statement.js";

/** The values and selected terms of a statement, without what is inside of them. */
export function outerTerms(statement: ResolvedSelect | ResolvedModification): readonly Term[] {
  const restricted = statement.restrictions.flatMap(({ relation }) => ("value" in relation ? [relation.value] : []));
  if (statement.kind === "select") {
    return [...restricted, ...statement.selected.flatMap(({ term }) => term ?? []), ...statement.statement.groupBy];
  }
  const written = statement.operations.flatMap(({ source }) => ("kind" in source ? [source.value] : []));
  return [...restricted, ...written];
}

/** Every term of a statement, those inside of others too. */
export function allTerms(statement: ResolvedStatement): readonly Term[] {
  if (statement.kind === "batch") return statement.members.flatMap(allTerms);
  const withParts = (term: Term): readonly Term[] => [term, ...partsOfTerm(term).flatMap(withParts)];
  return outerTerms(statement).flatMap(withParts);
}
