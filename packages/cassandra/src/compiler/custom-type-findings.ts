import type { AnalyzedStatement, Finding } from "../checks/index.js";
import type { CqlType } from "../contract/cql-type.js";
import type { CqlSpan } from "../cql/index.js";
import { cassandraDiagnostics as report } from "../diagnostics.js";
import { holdsType, type Schema } from "../schema/index.js";

/** Values of Java classes have no form in JSON: such columns may be there, but not go in or out. */
export function customTypeFindings(
  schema: Schema,
  { markers, columns, resolved }: AnalyzedStatement,
): readonly Finding[] {
  const find = (name: string, type: CqlType, span: CqlSpan): readonly Finding[] => {
    let className: string | undefined;
    holdsType(schema, type, (part) => {
      if (part.kind === "custom") className = part.className;
      return false;
    });
    return className === undefined ? [] : [{ diagnostic: report["custom-type"]({ name, className }), span }];
  };
  const given = resolved?.kind === "select" ? resolved.statement.selectorsSpan : undefined;
  return [
    ...markers.flatMap(({ name, type, span }) => find(name, type, span)),
    ...(given === undefined ? [] : columns.flatMap(({ name, type, term }) => find(name, type, term?.span ?? given))),
  ];
}
