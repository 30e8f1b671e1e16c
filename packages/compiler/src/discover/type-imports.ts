import { resolveAlias } from "@treadle/expressions/lambda";
import ts from "@treadle/expressions/typescript";

/** A part of a file's text: a statement, or a part of one. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly isStatement: boolean;
}

/**
 * What must go from a module so that, run without its types, it imports and exports values only: TypeScript's compiler leaves the
 * others out by itself, and imports that no value of the module uses. Where nothing is left of an import, its module is not even
 * loaded.
 */
export function findTypeImports(
  file: ts.SourceFile,
  checker: ts.TypeChecker,
  valueNames: ReadonlySet<string>,
): readonly Span[] {
  const isType = (name: ts.ModuleExportName): boolean => {
    const symbol = checker.getSymbolAtLocation(name);
    const meant = symbol && resolveAlias(symbol, { checker });
    return meant !== undefined && (meant.flags & ts.SymbolFlags.Value) === 0;
  };
  const isUnused = (name: ts.Identifier): boolean => !valueNames.has(name.text) || isType(name);
  return file.statements.flatMap((statement): readonly Span[] => {
    if (ts.isImportDeclaration(statement)) return unusedImports(statement, isUnused);
    return ts.isExportDeclaration(statement) ? exportedTypes(statement, isType) : [];
  });
}

function unusedImports(statement: ts.ImportDeclaration, isUnused: (name: ts.Identifier) => boolean): readonly Span[] {
  const clause = statement.importClause;
  if (clause === undefined || clause.phaseModifier !== undefined) return [];
  const { name, namedBindings: bindings } = clause;
  const keepsName = name !== undefined && !isUnused(name);
  const unused =
    bindings && ts.isNamedImports(bindings)
      ? bindings.elements.filter((each) => each.isTypeOnly || isUnused(each.name))
      : [];
  const keepsBindings =
    bindings !== undefined &&
    (ts.isNamedImports(bindings) ? unused.length < bindings.elements.length : !isUnused(bindings.name));
  if (!keepsName && !keepsBindings) return [wholeOf(statement)];
  if (bindings === undefined) return [];
  if (!keepsBindings) return [part(name!.end, bindings.end)];
  const nameSpan = name && !keepsName ? [part(name.getStart(), bindings.getStart())] : [];
  return ts.isNamedImports(bindings) ? [...nameSpan, ...elementSpans(bindings, unused)] : nameSpan;
}

function exportedTypes(
  statement: ts.ExportDeclaration,
  isType: (name: ts.ModuleExportName) => boolean,
): readonly Span[] {
  const { exportClause, isTypeOnly } = statement;
  if (isTypeOnly || exportClause === undefined || !ts.isNamedExports(exportClause)) return [];
  const types = exportClause.elements.filter((each) => each.isTypeOnly || isType(each.name));
  return types.length > 0 && types.length === exportClause.elements.length
    ? [wholeOf(statement)]
    : elementSpans(exportClause, types);
}

function wholeOf(statement: ts.Statement): Span {
  return { start: statement.getStart(), end: statement.end, isStatement: true };
}

function part(start: number, end: number): Span {
  return { start, end, isStatement: false };
}

/** Elements of braces, each with its comma. */
function elementSpans(
  { elements, end }: ts.NamedImports | ts.NamedExports,
  gone: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[],
): readonly Span[] {
  return [...elements].flatMap((element, index) =>
    gone.includes(element) ? [part(element.getStart(), elements[index + 1]?.getStart() ?? end - 1)] : [],
  );
}
