import type { Diagnostic } from "@treadle/diagnostics";
import type { CqlSpan } from "../../cql/index.js";
import type { Schema } from "../../schema/index.js";
import type { FindingStage } from "../finding.js";
import type { ResolvedModification, ResolvedSelect, ResolvedStatement } from "../resolve/resolved-statement.js";

export interface RuleContext {
  readonly schema: Schema;
  readonly add: (diagnostic: Diagnostic, span: CqlSpan, stage?: FindingStage) => void;
}

/** One of Cassandra's rules: looks at a resolved statement and reports what breaks it. */
export type Rule = (statement: ResolvedStatement, context: RuleContext) => void;

export function selectRule(check: (select: ResolvedSelect, context: RuleContext) => void): Rule {
  return (statement, context) => {
    if (statement.kind === "select") check(statement, context);
  };
}

/** For INSERT, UPDATE and DELETE, also inside a batch. */
export function modificationRule(check: (modification: ResolvedModification, context: RuleContext) => void): Rule {
  return (statement, context) => {
    if (statement.kind === "modification") check(statement, context);
  };
}
