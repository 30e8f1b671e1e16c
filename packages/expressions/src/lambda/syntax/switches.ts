import ts from "#typescript";
import { binary, call, conditional } from "../../nodes/create.js";
import type { ExpressionNode } from "../../nodes/expression-node.js";
import { type Lowering, sourceText } from "../lowering.js";
import { describeKinds } from "../value-kinds.js";
import { isUndefined } from "./identifiers.js";

interface Group {
  /** Of `case a: case b:`; none for what is done when no case matches. */
  readonly tests: ts.Expression[];
  isDefault: boolean;
  statements: readonly ts.Statement[];
}

/** A chain of conditionals; `lowerRest` lowers the statements of a case and then what follows the switch. */
export function lowerSwitch(
  node: ts.SwitchStatement,
  lowering: Lowering,
  lowerRest: (statements: readonly ts.Statement[]) => ExpressionNode,
): ExpressionNode {
  if (!lowering.isOnly(node.expression, "string", "number", "boolean", "null", "undefined")) {
    return lowering.refuse("mixed-type", node.expression, {
      text: sourceText(node.expression),
      type: describeKinds(lowering.kinds(node.expression)),
      wanted: "a text, number, boolean or null",
    });
  }
  const groups = groupsOf(node, lowering);
  const cases = groups.filter(({ isDefault }) => !isDefault);
  const rest = groups.find(({ isDefault }) => isDefault);
  // Where the cases are all there is, the last one needs no test.
  const otherwise = rest ?? (isExhaustive(node, lowering) ? cases.pop() : undefined);
  return lowering.sharing(lowering.lower(node.expression), "value", (value) =>
    cases.reduceRight(
      (whenFalse, { tests, statements }) => {
        const test = tests
          .map((expression) => testOf(value, expression, lowering))
          .reduce((left, right) => binary("or", left, right));
        return conditional(test, lowerRest(statements), whenFalse);
      },
      lowerRest(otherwise?.statements ?? []),
    ),
  );
}

function testOf(value: ExpressionNode, expression: ts.Expression, lowering: Lowering): ExpressionNode {
  if (isUndefined(expression)) return call("not", call("exists", value));
  return binary("=", value, lowering.value(expression, "a case"));
}

function groupsOf(node: ts.SwitchStatement, lowering: Lowering): readonly Group[] {
  const groups: Group[] = [];
  let open: Group = { tests: [], isDefault: false, statements: [] };
  const { clauses } = node.caseBlock;
  clauses.forEach((clause, position) => {
    if (ts.isCaseClause(clause)) open.tests.push(clause.expression);
    else open.isDefault = true;
    const isLast = position === clauses.length - 1;
    if (clause.statements.length === 0 && !isLast) return;
    const statements = flatten(clause.statements);
    const last = statements.at(-1);
    if (!isLast && !(last && endsCase(last))) {
      lowering.unsupported(
        clause.getFirstToken() ?? clause,
        "A case that runs on into the next",
        "End it with return.",
      );
    }
    open.statements = last && ts.isBreakStatement(last) ? statements.slice(0, -1) : statements;
    groups.push(open);
    open = { tests: [], isDefault: false, statements: [] };
  });
  return groups;
}

/** `case "a": { … }`: the statements in the braces. */
function flatten(statements: readonly ts.Statement[]): readonly ts.Statement[] {
  const [only, ...more] = statements;
  return only && more.length === 0 && ts.isBlock(only) ? only.statements : statements;
}

function endsCase(statement: ts.Statement): boolean {
  if (ts.isReturnStatement(statement) || ts.isBreakStatement(statement) || ts.isThrowStatement(statement)) return true;
  if (ts.isBlock(statement)) return statement.statements.length > 0 && endsCase(statement.statements.at(-1)!);
  if (!ts.isIfStatement(statement) || !statement.elseStatement) return false;
  return endsCase(statement.thenStatement) && endsCase(statement.elseStatement);
}

/** Whether the cases name every value of the type. */
function isExhaustive(node: ts.SwitchStatement, lowering: Lowering): boolean {
  const type = lowering.checker.getTypeAtLocation(node.expression);
  const wanted = type.isUnion() ? type.types : [type];
  const named = node.caseBlock.clauses.flatMap((clause) =>
    ts.isCaseClause(clause) ? [lowering.checker.getTypeAtLocation(clause.expression)] : [],
  );
  return wanted.every((member) => named.some((other) => isSameLiteral(member, other)));
}

function isSameLiteral(left: ts.Type, right: ts.Type): boolean {
  const [a, b] = [literalValue(left), literalValue(right)];
  return a === undefined || b === undefined ? isUnit(left) && left.flags === right.flags : a === b;
}

function literalValue(type: ts.Type): string | number | undefined {
  return type.isStringLiteral() || type.isNumberLiteral() ? type.value : undefined;
}

function isUnit(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) !== 0;
}
