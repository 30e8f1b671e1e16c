import { allTerms } from "../resolve/terms-of-statement.js";
import type { Dialect } from "./dialect.js";

/** ScyllaDB. */
export const scylla: Dialect = {
  title: "ScyllaDB",
  schemaFaults: ({ tables }) =>
    [...tables.values()].flatMap(({ indexes }) =>
      [...indexes.values()]
        .filter(({ kind }) => kind === "sasi" || kind === "sai")
        .map(({ name, kind }) => `Index ${name} is of the kind ${kind.toUpperCase()}`),
    ),
  statementFaults: (statement) =>
    allTerms(statement).flatMap((term) => {
      if (term.kind === "operation") return [{ what: `"${term.operator}" calculates`, span: term.span }];
      const isMasking = term.kind === "call" && term.name.name.startsWith("mask_");
      return isMasking ? [{ what: `The function ${term.name.name} is used`, span: term.span }] : [];
    }),
};
