import type { Term } from "../../cql/index.js";
import type { Schema, Table } from "../../schema/index.js";
import { Analysis } from "../analysis.js";
import { termTyping } from "../terms/test-term.js";
import { findCall } from "./find-call.js";

/** Whether a value may differ from one run to the next: `now()`, `uuid()`, functions of the schema, of which nothing is known. */
export function isVolatileTerm(schema: Schema, table: Table, term: Term): boolean {
  switch (term.kind) {
    case "call": {
      const scope = { analysis: new Analysis(schema, table.keyspace), table };
      const found = findCall(termTyping, scope, term, undefined);
      const candidates = found.kind === "found" ? [found.signature] : "candidates" in found ? found.candidates : [];
      return (
        candidates.some(({ volatile }) => volatile) ||
        term.arguments.some((each) => isVolatileTerm(schema, table, each))
      );
    }
    case "operation":
      return isVolatileTerm(schema, table, term.left) || isVolatileTerm(schema, table, term.right);
    case "list":
    case "set":
    case "tuple":
      return term.elements.some((each) => isVolatileTerm(schema, table, each));
    case "map":
      return term.entries.some(
        ({ key, value }) => isVolatileTerm(schema, table, key) || isVolatileTerm(schema, table, value),
      );
    case "fields":
      return term.fields.some(({ value }) => isVolatileTerm(schema, table, value));
    case "typeHint":
    case "cast":
    case "negation":
      return isVolatileTerm(schema, table, term.operand);
    default:
      return false;
  }
}
