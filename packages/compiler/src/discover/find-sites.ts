import { type Diagnostic, formatLocation, type SourceLocation } from "@treadle/diagnostics";
import { type LoweredExpression, lowerLambda, resolveAlias } from "@treadle/expressions/lambda";
import ts from "@treadle/expressions/typescript";
import type { CallSite } from "@treadle/workflow";
import type { SourceProject } from "../project/project.js";

/** A lambda that is an expression of a workflow. */
export interface LambdaSite {
  readonly site: string;
  readonly lambda: ts.ArrowFunction | ts.FunctionExpression;
  /** Undefined where lowering was refused; the diagnostics say why. */
  readonly lowered: LoweredExpression | undefined;
}

/** A call whose place the run-time value must know. */
export interface CallSiteNode {
  readonly call: ts.CallExpression;
  /** The expression after which `.$at(…)` goes: the receiver of a method, or the function itself. */
  readonly marked: ts.Expression;
  readonly site: CallSite;
}

export interface ModuleSites {
  readonly lambdas: readonly LambdaSite[];
  readonly calls: readonly CallSiteNode[];
}

/** Finds, in one module, the expression lambdas by their contextual type, and the calls on what has `$at`. */
export function findSites(
  file: ts.SourceFile,
  project: SourceProject,
  report: (diagnostic: Diagnostic) => void,
): ModuleSites {
  const checker = project.program.getTypeChecker();
  const locate = (node: ts.Node) => project.locate(node);
  const lambdas: LambdaSite[] = [];
  const calls: CallSiteNode[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && isExpressionLambda(node, checker)) {
      const noUncheckedIndexedAccess = project.compilerOptions.noUncheckedIndexedAccess === true;
      const lowered = lowerLambda(node, { checker, locate, report, noUncheckedIndexedAccess });
      lambdas.push({ site: formatLocation(lowered?.location ?? locate(node)), lambda: node, lowered });
      return;
    }
    if (ts.isCallExpression(node)) {
      const marked = findMarked(node, checker);
      if (marked) calls.push({ call: node, marked, site: callSite(node, checker, locate) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { lambdas, calls };
}

function isExpressionLambda(lambda: ts.ArrowFunction | ts.FunctionExpression, checker: ts.TypeChecker): boolean {
  const type = checker.getContextualType(lambda);
  if (type === undefined) return false;
  const candidates = type.isUnion() ? type.types : [type];
  return candidates.some((candidate) => isExpressionInterface(candidate.symbol));
}

/** The `Expression` of the workflow package, and no other interface of that name. */
function isExpressionInterface(symbol: ts.Symbol | undefined): boolean {
  return (
    symbol?.name === "Expression" &&
    symbol.declarations?.some((declaration) =>
      /\/workflow\/(?:dist|src)\/builder\/flow\.(?:d\.)?ts$/.test(declaration.getSourceFile().fileName),
    ) === true
  );
}

function findMarked(call: ts.CallExpression, checker: ts.TypeChecker): ts.Expression | undefined {
  const callee = call.expression;
  if (ts.isPropertyAccessExpression(callee) && hasAt(callee.expression, checker)) return callee.expression;
  return hasAt(callee, checker) ? callee : undefined;
}

function hasAt(expression: ts.Expression, checker: ts.TypeChecker): boolean {
  return typeOf(expression, checker).getProperty("$at") !== undefined;
}

/** TypeScript keeps what it has found that a call gives, while the type at a place is worked out anew with all that is in it. */
function typeOf(expression: ts.Expression, checker: ts.TypeChecker): ts.Type {
  const isPlainCall = ts.isCallExpression(expression) && !ts.isOptionalChain(expression);
  const signature = isPlainCall ? checker.getResolvedSignature(expression) : undefined;
  return signature ? checker.getReturnTypeOfSignature(signature) : checker.getTypeAtLocation(expression);
}

function callSite(
  call: ts.CallExpression,
  checker: ts.TypeChecker,
  locate: (node: ts.Node) => SourceLocation,
): CallSite {
  const callee = call.expression;
  const values = call.arguments.map((argument) => constantBehind(argument, checker) ?? argument);
  const literalArguments = values.map(isLiteral);
  return {
    location: locate(ts.isPropertyAccessExpression(callee) ? callee.name : callee),
    literalArguments,
    ...(literalArguments.includes(true) && { argumentLocations: values.map(locate) }),
  };
}

function isLiteral(argument: ts.Expression): boolean {
  return ts.isStringLiteralLike(argument) || ts.isNumericLiteral(argument);
}

/** The literal that a name stands for: a `const` of this or another module, declared as nothing but that literal. */
function constantBehind(argument: ts.Expression, checker: ts.TypeChecker): ts.Expression | undefined {
  if (!ts.isIdentifier(argument)) return undefined;
  const named = checker.getSymbolAtLocation(argument);
  if (named === undefined) return undefined;
  const declaration = resolveAlias(named, { checker }).valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return undefined;
  const isConst = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const;
  const value = declaration.initializer;
  return isConst && value !== undefined && isLiteral(value) ? value : undefined;
}
