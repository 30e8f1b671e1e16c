import ts from "@treadle/expressions/typescript";
import { blankSourceFile } from "ts-blank-space";
import type { SourceProject } from "../project/project.js";
import { findTypeImports, type Span } from "./type-imports.js";

/**
 * A module's text with spaces where its types were, so that every place stays; undefined where that does not do, since something
 * in it has a meaning that only TypeScript's compiler gives.
 *
 * @param captured names that are used as values though only a function of another module may use them
 */
export function eraseTypes(
  file: ts.SourceFile,
  captured: readonly string[],
  project: SourceProject,
): string | undefined {
  // What else is called TypeScript, such as JSX, has syntax of its own.
  if (!file.fileName.endsWith("ts")) return undefined;
  let isErasable = true;
  const erased = blankSourceFile(file, () => {
    isErasable = false;
  });
  const { valueNames, hasDecorators } = namesOf(file);
  if (!isErasable || hasDecorators) return undefined;
  if (project.compilerOptions.verbatimModuleSyntax === true) return erased;
  const used = new Set([...valueNames, ...captured]);
  return blank(erased, findTypeImports(file, project.program.getTypeChecker(), used));
}

/** The names that occur outside of types and imports. */
function namesOf(file: ts.SourceFile): { readonly valueNames: ReadonlySet<string>; readonly hasDecorators: boolean } {
  const valueNames = new Set<string>();
  let hasDecorators = false;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) valueNames.add(node.text);
    else if (!isOnlyType(node)) {
      hasDecorators ||= ts.isDecorator(node);
      ts.forEachChild(node, visit);
    }
  };
  for (const statement of file.statements) if (!ts.isImportDeclaration(statement)) visit(statement);
  return { valueNames, hasDecorators };
}

/** A type, or a declaration of one; what a class extends is a value. */
function isOnlyType(node: ts.Node): boolean {
  if (ts.isExpressionWithTypeArguments(node)) {
    return ts.isHeritageClause(node.parent) && node.parent.token === ts.SyntaxKind.ImplementsKeyword;
  }
  return ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

/** @param spans in order */
function blank(text: string, spans: readonly Span[]): string {
  let result = "";
  let done = 0;
  for (const { start, end, isStatement } of spans) {
    const spaces = text.slice(start, end).replace(/[^\r\n]/g, " ");
    // The statements before and after would else be one, where neither ends in a semicolon.
    result += text.slice(done, start) + (isStatement ? `;${spaces.slice(1)}` : spaces);
    done = end;
  }
  return result + text.slice(done);
}
