import { Analysis } from "../checks/analysis.js";
import { findCall } from "../checks/functions/find-call.js";
import type { FunctionSignature } from "../checks/functions/signature.js";
import type { ResolvedModification, ResolvedSelect } from "../checks/index.js";
import { outerTerms } from "../checks/resolve/terms-of-statement.js";
import { termTyping } from "../checks/terms/test-term.js";
import { partsOfTerm, type Term } from "../cql/index.js";
import type { Schema } from "../schema/index.js";

/** The user-defined functions that a statement calls. */
export function calledFunctions(
  schema: Schema,
  statement: ResolvedSelect | ResolvedModification,
): readonly FunctionSignature[] {
  const scope = { analysis: new Analysis(schema, statement.table.keyspace), table: statement.table };
  const visit = (term: Term): readonly FunctionSignature[] => {
    const inside = partsOfTerm(term).flatMap(visit);
    if (term.kind !== "call") return inside;
    const found = findCall(termTyping, scope, term, undefined);
    const called = found.kind === "found" && found.signature.keyspace !== "system" ? [found.signature] : [];
    return [...called, ...inside];
  };
  return outerTerms(statement).flatMap(visit);
}
