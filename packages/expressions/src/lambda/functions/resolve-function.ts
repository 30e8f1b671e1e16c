import ts from "#typescript";
import type { FunctionNode, Lowering } from "../lowering.js";
import { resolveAlias, unwrap } from "../references.js";

export interface NamedFunction {
  readonly symbol: ts.Symbol;
  readonly name: string;
  readonly node: FunctionNode;
}

/** The function that a name stands for, where its body is TypeScript of this project: `helper`, or `tools.helper` of a module. */
export function resolveFunction(reference: ts.Expression, lowering: Lowering): NamedFunction | undefined {
  const inner = unwrap(reference);
  const name = ts.isPropertyAccessExpression(inner) ? inner.name : inner;
  if (!ts.isIdentifier(name)) return undefined;
  const found = lowering.symbolOf(name);
  const symbol = found && resolveAlias(found, lowering);
  const declaration = symbol?.valueDeclaration;
  if (symbol === undefined || declaration === undefined || declaration.getSourceFile().isDeclarationFile)
    return undefined;
  const node = functionOf(declaration);
  return node && { symbol, name: name.text, node };
}

function functionOf(declaration: ts.Declaration): FunctionNode | undefined {
  if (ts.isFunctionDeclaration(declaration)) return hasBody(declaration) ? declaration : undefined;
  if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  if (!(ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const)) return undefined;
  const value = unwrap(declaration.initializer);
  return ts.isArrowFunction(value) || ts.isFunctionExpression(value) ? value : undefined;
}

function hasBody(
  declaration: ts.FunctionDeclaration,
): declaration is ts.FunctionDeclaration & { readonly body: ts.FunctionBody } {
  return declaration.body !== undefined;
}
