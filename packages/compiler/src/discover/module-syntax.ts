import ts from "@treadle/expressions/typescript";

/** What the syntax of a module tells about running it. */
export interface ModuleSyntax {
  /** Whether Node.js can run it by leaving its types out: nothing in it has a meaning that only TypeScript's compiler gives. */
  readonly isErasable: boolean;
  /** Names that occur outside of types. */
  readonly valueNames: ReadonlySet<string>;
}

export function inspectModule(file: ts.SourceFile): ModuleSyntax {
  const valueNames = new Set<string>();
  let isErasable = file.fileName.endsWith("ts");
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) valueNames.add(node.text);
    else if (!isOnlyType(node)) {
      isErasable &&= !needsCompiler(node);
      ts.forEachChild(node, visit);
    }
  };
  for (const statement of file.statements) if (!ts.isImportDeclaration(statement)) visit(statement);
  return { isErasable, valueNames };
}

/** A type, or a declaration of one; what a class extends is a value. */
function isOnlyType(node: ts.Node): boolean {
  if (ts.isExpressionWithTypeArguments(node)) {
    return ts.isHeritageClause(node.parent) && node.parent.token === ts.SyntaxKind.ImplementsKeyword;
  }
  return ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

function needsCompiler(node: ts.Node): boolean {
  switch (node.kind) {
    case ts.SyntaxKind.Decorator:
    case ts.SyntaxKind.TypeAssertionExpression:
    case ts.SyntaxKind.ImportEqualsDeclaration:
      return true;
    case ts.SyntaxKind.ExportAssignment:
      return (node as ts.ExportAssignment).isExportEquals === true;
    case ts.SyntaxKind.EnumDeclaration:
    case ts.SyntaxKind.ModuleDeclaration:
      return !isDeclared(node as ts.EnumDeclaration | ts.ModuleDeclaration);
    case ts.SyntaxKind.Parameter:
      return ts.isParameterPropertyDeclaration(node, node.parent);
    default:
      return false;
  }
}

/** `declare enum`, `declare global`: no code. */
function isDeclared(node: ts.EnumDeclaration | ts.ModuleDeclaration): boolean {
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) ?? false;
}
