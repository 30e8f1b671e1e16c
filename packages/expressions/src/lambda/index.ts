import type { Diagnostic, SourceLocation } from "@treadle/diagnostics";
import type { ts } from "ts-morph";
import type { ExpressionNode } from "../nodes/expression-node.js";

export interface LoweringContext {
  readonly checker: ts.TypeChecker;
  readonly locate: (node: ts.Node) => SourceLocation;
  readonly report: (diagnostic: Diagnostic) => void;
}

export interface LoweredExpression {
  /** `scope` and `capture` nodes stand for what only the compiler knows. */
  readonly body: ExpressionNode;
  /** The texts of the captured references, each once, in order of appearance. */
  readonly captures: readonly string[];
  readonly location: SourceLocation;
}
