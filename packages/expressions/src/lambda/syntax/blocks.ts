import ts from "#typescript";
import { absent, block, conditional, variable } from "../../nodes/create.js";
import type { BlockNode, ExpressionNode } from "../../nodes/expression-node.js";
import { walkExpression } from "../../nodes/transform.js";
import { mayBeAbsent } from "../absence.js";
import { bindFunction } from "../functions/bind-function.js";
import { resolveFunction } from "../functions/resolve-function.js";
import { assuming } from "../guards.js";
import { integerFacts } from "../integers.js";
import { isSimple, type Lowering } from "../lowering.js";
import { bindName } from "./patterns.js";
import { lowerSwitch } from "./switches.js";
import { unsupportedStatement } from "./unsupported.js";

type Finish = (result: ts.Expression) => ExpressionNode;

/** Lowers a function's body; `finish` lowers each expression that it returns. */
export function lowerBody(body: ts.ConciseBody, lowering: Lowering, finish: Finish): ExpressionNode {
  return ts.isBlock(body) ? lowerStatements(body.statements, body, lowering, finish) : finish(body);
}

/** Each `if` becomes a conditional whose other side is the rest of the block. */
function lowerStatements(
  statements: readonly ts.Statement[],
  owner: ts.Node,
  lowering: Lowering,
  finish: Finish,
): ExpressionNode {
  const [statement, ...rest] = statements;
  if (statement === undefined) return lowering.refuse("missing-return", owner, undefined);
  if (ts.isReturnStatement(statement)) {
    return statement.expression
      ? finish(statement.expression)
      : lowering.refuse("missing-return", statement, undefined);
  }
  if (ts.isBlock(statement)) return lowerStatements([...statement.statements, ...rest], statement, lowering, finish);
  if (ts.isEmptyStatement(statement) || ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)) {
    return lowerStatements(rest, owner, lowering, finish);
  }
  if (ts.isVariableStatement(statement)) {
    const bindings = lowerDeclarations(statement.declarationList, lowering);
    return withBindings(bindings, lowerStatements(rest, owner, lowering, finish));
  }
  if (ts.isFunctionDeclaration(statement)) {
    const named = statement.name && resolveFunction(statement.name, lowering);
    const bindings = named ? [bindFunction(named, lowering)] : [];
    return withBindings(bindings, lowerStatements(rest, owner, lowering, finish));
  }
  if (ts.isSwitchStatement(statement)) {
    return lowerSwitch(statement, lowering, (clauses) =>
      lowerStatements([...clauses, ...rest], statement, lowering, finish),
    );
  }
  if (!ts.isIfStatement(statement)) {
    unsupportedStatement(statement, lowering);
    return rest.length > 0 ? lowerStatements(rest, owner, lowering, finish) : absent;
  }
  const { expression, thenStatement, elseStatement } = statement;
  const condition = lowering.condition(expression);
  return conditional(
    condition,
    assuming(expression, true, lowering, () => lowerStatements([thenStatement], thenStatement, lowering, finish)),
    assuming(expression, false, lowering, () =>
      lowerStatements(elseStatement ? [elseStatement, ...rest] : rest, elseStatement ?? owner, lowering, finish),
    ),
  );
}

function withBindings(bindings: BlockNode["bindings"], result: ExpressionNode): ExpressionNode {
  const last = bindings.at(-1);
  if (last === undefined) return result;
  // A local function may have been written out where it was given by its name.
  if (last.value.kind === "lambda" && !mentions(result, last.name)) return withBindings(bindings.slice(0, -1), result);
  if (result.kind === "variable" && result.name === last.name) return withBindings(bindings.slice(0, -1), last.value);
  if (result.kind === "block") return block([...bindings, ...result.bindings], result.result);
  return block(bindings, result);
}

function mentions(node: ExpressionNode, name: string): boolean {
  let found = false;
  walkExpression(node, (child) => {
    if (child.kind === "variable" && child.name === name) found = true;
  });
  return found;
}

function lowerDeclarations(list: ts.VariableDeclarationList, lowering: Lowering): BlockNode["bindings"] {
  if (!(list.flags & ts.NodeFlags.Const)) {
    lowering.unsupported(list.getFirstToken() ?? list, "A variable that may change", "Declare it with const.");
  }
  return list.declarations.flatMap((declaration) => {
    const { name, initializer } = declaration;
    if (initializer === undefined) return [];
    const named = ts.isIdentifier(name) ? resolveFunction(name, lowering) : undefined;
    if (named?.symbol.valueDeclaration === declaration) return [bindFunction(named, lowering)];
    const hidden = mayBeAbsent(initializer, lowering) && !lowering.kinds(initializer).has("undefined");
    const value = ts.isIdentifier(name) ? lowering.lower(initializer) : lowering.value(initializer, "destructuring");
    const symbol = ts.isIdentifier(name) ? lowering.checker.getSymbolAtLocation(name) : undefined;
    if (symbol && hidden) lowering.absentLocals.add(symbol);
    const facts = integerFacts(initializer, lowering);
    if (symbol && facts) lowering.integers.set(symbol, facts);
    if (isSimple(value)) {
      bindName(name, value, lowering);
      return [];
    }
    const local = lowering.names.take(ts.isIdentifier(name) ? name.text : "value");
    bindName(name, variable(local), lowering);
    return [Object.freeze({ name: local, value })];
  });
}
