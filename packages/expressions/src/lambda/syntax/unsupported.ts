import ts from "#typescript";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import type { Lowering } from "../lowering.js";
import { constructorHelp } from "./host-objects.js";

/** What there is in TypeScript and not in JSONata: its name, and the nearest thing that works. */
const constructs: { readonly [kind in ts.SyntaxKind]?: readonly [construct: string, help: string] } = {
  [ts.SyntaxKind.AwaitExpression]: [
    "await",
    "Make the awaited work a step of its own and read its value from the scope.",
  ],
  [ts.SyntaxKind.YieldExpression]: ["yield", "Return an array."],
  [ts.SyntaxKind.ClassExpression]: ["A class", "Return a plain object."],
  [ts.SyntaxKind.ThisKeyword]: ["this", "Read what you need from the scope."],
  [ts.SyntaxKind.DeleteExpression]: ["delete", "Build a new object without the member."],
  [ts.SyntaxKind.VoidExpression]: ["void", "Write undefined, or a default with `??`."],
  [ts.SyntaxKind.TypeOfExpression]: [
    "typeof outside a comparison",
    'Write `typeof value === "string"` (or "number", "boolean").',
  ],
  [ts.SyntaxKind.PostfixUnaryExpression]: ["Changing a value", "Declare another const."],
  [ts.SyntaxKind.RegularExpressionLiteral]: [
    "A regular expression",
    "Use startsWith, endsWith, includes or split with texts.",
  ],
  [ts.SyntaxKind.BigIntLiteral]: ["A bigint", "Use a number, or a text where it is too large for one."],
  [ts.SyntaxKind.ArrowFunction]: [
    "A function as a value",
    "Write it where it is called: inside map, filter, reduce and the like.",
  ],
  [ts.SyntaxKind.FunctionExpression]: [
    "A function as a value",
    "Write it where it is called: inside map, filter, reduce and the like.",
  ],
};

export function unsupportedExpression(node: ts.Expression, lowering: Lowering): ExpressionNode {
  if (ts.isNewExpression(node))
    return lowering.unsupported(node, `new ${node.expression.getText()}`, constructorHelp(node));
  const [construct, help] = constructs[node.kind] ?? [
    "This syntax",
    "Compute the value in a task, or before the lambda.",
  ];
  return lowering.unsupported(node, construct, help);
}

const statements: { readonly [kind in ts.SyntaxKind]?: readonly [construct: string, help: string] } = {
  [ts.SyntaxKind.ForStatement]: ["A loop", "Use map, filter, flatMap or reduce."],
  [ts.SyntaxKind.ForOfStatement]: ["A loop", "Use map, filter, flatMap or reduce."],
  [ts.SyntaxKind.ForInStatement]: ["A loop", "Use Object.keys or Object.entries with map."],
  [ts.SyntaxKind.WhileStatement]: ["A loop", "Use map, filter, flatMap or reduce."],
  [ts.SyntaxKind.DoStatement]: ["A loop", "Use map, filter, flatMap or reduce."],
  [ts.SyntaxKind.TryStatement]: ["try", "Expressions do not throw; catch errors of steps with the step's `catch`."],
  [ts.SyntaxKind.ThrowStatement]: ["throw", "Fail the workflow with `.fail` in a choice."],
  [ts.SyntaxKind.BreakStatement]: ["break", "End each case with return, or with break as its last statement."],
  [ts.SyntaxKind.ClassDeclaration]: ["A class", "Return a plain object."],
  [ts.SyntaxKind.ExpressionStatement]: [
    "A statement without a value",
    "A lambda can only compute and return; keep const, if and return.",
  ],
};

export function unsupportedStatement(node: ts.Statement, lowering: Lowering): ExpressionNode {
  const [construct, help] = statements[node.kind] ?? ["This statement", "Keep const, if and return."];
  return lowering.unsupported(node.getFirstToken() ?? node, construct, help);
}
