import type { Diagnostic, SourceLocation } from "@treadle/diagnostics";
import type ts from "#typescript";
import type { ExpressionNode } from "../nodes/expression-node.js";

/** What lowering asks of the compiler. */
export interface LoweringContext {
  /** Of a program with `strict`; without it absence and null cannot be seen. */
  readonly checker: ts.TypeChecker;
  readonly locate: (node: ts.Node) => SourceLocation;
  readonly report: (diagnostic: Diagnostic) => void;
  /**
   * The program's option of that name. With it the types tell whether `xs[0]` was tested; without it each such access needs
   * `??` or `!`. Default false.
   */
  readonly noUncheckedIndexedAccess?: boolean;
}

export interface LoweredExpression {
  /** `scope` and `capture` nodes stand for what only the compiler knows. */
  readonly body: ExpressionNode;
  /** The texts of the captured references, each once, in order of appearance. */
  readonly captures: readonly string[];
  readonly location: SourceLocation;
}
