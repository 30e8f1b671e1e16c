import type { DeclaredStatement } from "../tasks/declaration.js";
import type { CompiledStatement } from "./compiled-statement.js";

/**
 * Why a parameter cannot be left out. Left out it is sent as unset, which leaves a column as it is; everywhere else the
 * server refuses it, and only as the statement runs.
 */
export function optionalFaults(
  { options: { optional = [] } }: DeclaredStatement,
  { params }: CompiledStatement,
): readonly string[] {
  return optional.flatMap((name) => {
    const param = params.get(name);
    if (param === undefined) return [`The statement has no marker :${name} that could be left out.`];
    return param.settable ? [] : [`:${name} cannot be left out: it does more than set a column.`];
  });
}
